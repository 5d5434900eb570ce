using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>Who has no line in a wage sheet and why (没有列入).</summary>
public sealed partial class LeftOutNotice : ComponentBase
{
    /// <summary>「邓某：考勤还有 3 天没有记」.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> People { get; set; } = [];
}
