using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Layout;

/// <summary>The count beside a menu entry (菜单红点): red only for what is late; nothing at nought.</summary>
public sealed partial class NavCount : ComponentBase
{
    [Parameter, EditorRequired]
    public long Value { get; set; }

    /// <summary>What a screen reader says, such as 逾期 13 件.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Whether some of it is late; what only waits is blue.</summary>
    [Parameter]
    public bool IsLate { get; set; } = true;
}
