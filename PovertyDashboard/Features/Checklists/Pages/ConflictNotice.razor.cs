using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>Both answers of an item that two people have changed (答案冲突), and the choice between them.</summary>
public sealed partial class ConflictNotice : ComponentBase
{
    [Parameter, EditorRequired]
    public string Mine { get; set; } = "";

    [Parameter, EditorRequired]
    public StoredAnswer Theirs { get; set; } = StoredAnswer.None;

    [Parameter]
    public EventCallback OnTheirs { get; set; }

    [Parameter]
    public EventCallback OnMine { get; set; }

    private string TheirText => string.Join("：", new[] { Theirs.Result, Theirs.Reasons, Theirs.Note }.Where(t => t.Length > 0));
}
