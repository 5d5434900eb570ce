using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Administration;

/// <summary>Who changed a thing, when and how (变更记录), newest first.</summary>
public sealed partial class HistoryList : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<AdminHistoryLine> Lines { get; set; } = [];

    /// <summary>What stands here while nobody has changed anything.</summary>
    [Parameter, EditorRequired]
    public string Empty { get; set; } = "";
}
