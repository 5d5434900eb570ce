using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared.Charts;

/// <summary>A column of a chart's table.</summary>
public sealed record FigureColumn(string Title, bool IsNumber = true);

/// <summary>A cell of a chart's table; a figure leads to its list.</summary>
public sealed record FigureCell(string Text, string? Href = null, bool IsBad = false)
{
    public static implicit operator FigureCell(string text) => FromString(text);

    public static FigureCell FromString(string text) => new(text);
}

/// <summary>The numbers of a chart as a table (看表格), also the screen reader's version.</summary>
public sealed partial class FigureTable : ComponentBase
{
    /// <summary>What the table shows, with the unit.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<FigureColumn> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<IReadOnlyList<FigureCell>> Rows { get; set; } = [];

    /// <summary>The 合计 row, or none.</summary>
    [Parameter]
    public IReadOnlyList<FigureCell>? Total { get; set; }

    private string Css(int index) => index == 0 ? "sticky" : Columns[index].IsNumber ? "num" : "";
}
