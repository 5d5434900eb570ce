using System.Globalization;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The numbers of a card as a table (数字表): the table view and the workbook show the same rows.</summary>
/// <param name="Title">What the numbers are.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Columns">Heads; the first names the row.</param>
/// <param name="Rows">Cells, one for each column.</param>
/// <param name="Total">The 合计 row, or null where sums mean nothing.</param>
public sealed record FigureSheet(string Title, string Unit, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<FigureCell>> Rows, IReadOnlyList<FigureCell>? Total)
{
    /// <summary>The table of a bar chart: every bar, its marks, the sum of the bar and the texts at its end.</summary>
    public static FigureSheet Of(string title, ChartFigures chart, Func<IReadOnlyList<ChartMark>, IReadOnlyList<BarEnd>>? totalEnds = null)
    {
        var many = chart.Series.Count > 1 && !chart.EndHeads.Contains("合计");
        FigureColumn[] columns =
        [
            new(chart.RowHead, IsNumber: false),
            .. chart.Series.Select(s => new FigureColumn(s.Name)),
            .. many ? [new FigureColumn("合计")] : Array.Empty<FigureColumn>(),
            .. chart.EndHeads.Select(h => new FigureColumn(h)),
        ];
        var rows = chart.Rows.Select(r => Cells(r.Label, r.DrillHref ?? r.TotalHref, r.Marks, many, r.TotalHref, r.Ends)).ToList();
        ChartMark[] sums = [.. chart.SeriesTotals.Select(t => new ChartMark(t, null))];
        // While the figures are on their way there is nothing to rate.
        var ends = totalEnds is null || sums.Length == 0 ? [.. chart.EndHeads.Select(h => new BarEnd(h == "合计" ? FigureText.Count(chart.Total) : ""))] : totalEnds(sums);
        var total = Cells("合计", null, sums, many, null, ends);
        return new FigureSheet(title, chart.Unit, columns, rows, total);
    }

    /// <summary>The month day by day against the plan.</summary>
    public static FigureSheet Of(string title, DailyLine line)
    {
        var rows = line.Days.Select((day, i) => (IReadOnlyList<FigureCell>)
        [
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            i < line.Actual.Count ? FigureText.Count(line.Actual[i]) : "",
            line.Plan[i] is { } plan ? plan.ToString("0.#", CultureInfo.InvariantCulture) : "",
        ]).ToList();
        return new FigureSheet(title, line.Unit, [new("日期", IsNumber: false), new("实际"), new("清零计划")], rows, Total: null);
    }

    /// <summary>Month by month: the value and, where it is made of the month's rows, how many.</summary>
    public static FigureSheet Of(string title, MonthFigures months)
    {
        var lists = months.ListUnit.Length > 0;
        return new FigureSheet(
            title,
            months.Unit,
            [new("月份", IsNumber: false), new($"{months.Name}（{months.Unit}）"), .. lists ? [new FigureColumn($"名单（{months.ListUnit}）")] : Array.Empty<FigureColumn>()],
            [.. months.Months.Select(m => (IReadOnlyList<FigureCell>)[m.Name, new FigureCell(m.Text, months.IsCount || !lists ? m.Href : null), .. lists ? [new FigureCell(FigureText.Count(m.Count), m.Href)] : Array.Empty<FigureCell>()])],
            Total: null);
    }

    private static FigureCell[] Cells(string label, string? href, IReadOnlyList<ChartMark> marks, bool withSum, string? sumHref, IReadOnlyList<BarEnd> ends) =>
    [
        new FigureCell(label, href),
        .. marks.Select(m => new FigureCell(FigureText.Count(m.Count), m.Count == 0 ? null : m.Href)),
        .. withSum ? [new FigureCell(FigureText.Count(marks.Sum(m => m.Count)), sumHref)] : Array.Empty<FigureCell>(),
        .. ends.Select(e => new FigureCell(e.Text, null, e.Tone == EndTone.Bad)),
    ];
}
