using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PovertyDashboard.Components.Shared.Charts;

/// <summary>What a chart's card can show (图表状态).</summary>
public enum ChartState
{
    Ready,
    Loading,
    Empty,
}

/// <summary>A chart with its head, its numbers as a table and its exports (图表卡片).</summary>
public sealed partial class ChartCard(IJSRuntime js) : ComponentBase
{
    private static readonly int[] SkeletonWidths = [72, 50, 60, 34, 46, 26];

    private ElementReference card;
    private bool isTable;

    /// <summary>What the chart shows.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Unit, period and rule, in grey.</summary>
    [Parameter]
    public string? Note { get; set; }

    [Parameter]
    public ChartState State { get; set; }

    /// <summary>The chart's option; a card of several charts has its charts as content instead.</summary>
    [Parameter]
    public object? Option { get; set; }

    [Parameter]
    public int Height { get; set; } = 300;

    [Parameter]
    public EventCallback<ChartClick> OnClick { get; set; }

    /// <summary>A <see cref="FigureTable"/> of the same numbers.</summary>
    [Parameter]
    public RenderFragment? Table { get; set; }

    /// <summary>Two to four views as a group of buttons (.segments).</summary>
    [Parameter]
    public RenderFragment? Views { get; set; }

    /// <summary>An <see cref="EmptyState"/> for <see cref="ChartState.Empty"/>.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>A line below the chart.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The address of the workbook with these numbers.</summary>
    [Parameter]
    public string? ExportHref { get; set; }

    [Parameter]
    public EventCallback OnExport { get; set; }

    private async Task SaveImageAsync()
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/echart.js");
        await module.InvokeVoidAsync("saveImage", card, Title, Note ?? "", $"{Title}.png");
    }
}
