using System.Globalization;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The figures of a card by its key, as the table that becomes its workbook (图表导出).</summary>
public sealed class CardSheets(ProblemChart problems, ProgressChart progress, SplitChart split, MeasuresChart measures, DailyLines lines, MonthChart months, PlacesSheet places, Attention attention, DashboardFigures figures)
{
    public const string Route = "/dashboard/export";

    public static string Href(DashboardCard card, DashboardView view, bool byCategory = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{Route}?card={card.Key}&region={view.Region}{(byCategory ? "&by=category" : "")}");

    public async Task<FigureSheet> ReadAsync(DashboardCard card, DashboardView view, bool byCategory, CancellationToken ct) => card switch
    {
        ProblemsCard => FigureSheet.Of($"各{(byCategory ? "类别" : PlaceWords.NounBelow(view.Region))}{card.Title}", byCategory ? await problems.ByCategoryAsync(view, ct) : await problems.ByPlaceAsync(view, ct), ProblemSegments.Ends),
        RateCard rate => FigureSheet.Of(card.Title, await progress.ReadAsync(rate.Ratio, rate.Missing, view, rate.Low, ct), marks => ProgressChart.Ends(marks[0].Count, marks.Sum(m => m.Count), rate.Low)),
        SplitCard of => FigureSheet.Of(card.Title, await split.ReadAsync(of.Breakdown, of.Rows, view, ct)),
        MeasuresCard several => FigureSheet.Of(card.Title, await measures.ReadAsync(several.Measures, several.Whole, "类别", view, ct)) with { Total = null },
        LineCard line when await lines.ReadAsync(line.Measure, view, ct) is { } month => FigureSheet.Of(card.Title, month),
        CourseCard course => FigureSheet.Of(card.Title, await course.ReadAsync(months, view, ct)),
        PlacesCard => await places.ReadAsync($"各{PlaceWords.NounBelow(view.Region)}{card.Title}", PlacesCard.Columns, view, ct),
        AttentionCard => Of(card.Title + "的" + PlaceWords.NounBelow(view.Region), await attention.ReadAsync(view, ct), PlaceWords.NounBelow(view.Region)),
        _ => new FigureSheet(card.Title, "", [new FigureColumn(view.FormalName(figures.Tree), IsNumber: false)], [], null),
    };

    private static FigureSheet Of(string title, IReadOnlyList<AttentionRow> rows, string noun) => new(
        title,
        "",
        [new FigureColumn(noun, IsNumber: false), new FigureColumn("每百户逾期（件）"), new FigureColumn("情况", IsNumber: false)],
        [.. rows.Select(r => (IReadOnlyList<FigureCell>)[r.Name, r.PerHundred?.ToString("0.0", CultureInfo.InvariantCulture) ?? "", string.Join("，", r.Chips.Select(c => c.Text))])],
        null);
}
