using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>What a tile can show (指标块状态).</summary>
public enum TileState
{
    /// <summary>A figure.</summary>
    Ready,

    /// <summary>The figure is on its way (加载中).</summary>
    Loading,

    /// <summary>Nought, and that is the aim (已清零).</summary>
    Cleared,

    /// <summary>The figure cannot be computed, with a reason (无法计算).</summary>
    Unknown,

    /// <summary>The user may not see it, with who may (无权限).</summary>
    NoRight,
}

/// <summary>One figure of the overview (指标块): a link to the list behind it.</summary>
public sealed partial class MeasureTile : ComponentBase
{
    private string? shown;
    private bool changed;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The figure as it is written, such as 1,348 or 98.7.</summary>
    [Parameter]
    public string Figure { get; set; } = "";

    [Parameter]
    public string Unit { get; set; } = "";

    [Parameter]
    public TileState State { get; set; }

    /// <summary>8 to 12 earlier values, oldest first.</summary>
    [Parameter]
    public IReadOnlyList<double>? Trend { get; set; }

    [Parameter]
    public FigureChange? Change { get; set; }

    /// <summary>One short note, such as 共 1,348 人.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>Why there is no figure, or who may see it.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>The list's address.</summary>
    [Parameter]
    public string? Href { get; set; }

    [Parameter]
    public string ListText { get; set; } = "名单";

    /// <summary>Only the worst tile of a page is red.</summary>
    [Parameter]
    public bool IsWorst { get; set; }

    private string Look => State switch
    {
        TileState.Cleared => "cleared",
        TileState.Unknown => "unknown",
        _ => IsWorst ? "worst" : "",
    };

    protected override void OnParametersSet()
    {
        if (State is TileState.Loading) return;
        changed = shown is not null && shown != Figure;
        shown = Figure;
    }
}
