using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>A state with its colour, icon and word (状态标签).</summary>
public sealed partial class StatusChip : ComponentBase
{
    /// <summary>The state as the ledger writes it, such as 整改中 or 已整改待核验.</summary>
    [Parameter, EditorRequired]
    public string Word { get; set; } = "";

    /// <summary>Longer words in the same look, such as 延期至 09-10.</summary>
    [Parameter]
    public string? Text { get; set; }

    private StatusLook Look => StatusLook.Of(Word);
}
