using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Problems found, on the way and closed (问题整改) by place or by category, as stacked bars.</summary>
public sealed class ProblemChart(DashboardFigures figures)
{
    public static readonly IReadOnlyList<string> Needs = [ProblemSegments.ByState, ProblemSegments.OverdueByState];

    public async Task<ChartFigures> ByPlaceAsync(DashboardView view, CancellationToken ct)
    {
        if (figures.Breakdown(ProblemSegments.ByState) is not { } all || figures.Breakdown(ProblemSegments.OverdueByState) is not { } late) return ChartFigures.None;
        var rows = new List<ChartRow>();
        var left = ProblemSegments.Counts(States(all, await figures.SplitAsync(all.Key, view, ct)), States(late, await figures.SplitAsync(late.Key, view, ct)));
        foreach (var node in view.Children(figures.Tree))
        {
            var below = view with { Region = node.Key };
            var counts = ProblemSegments.Counts(States(all, await figures.SplitAsync(all.Key, below, ct)), States(late, await figures.SplitAsync(late.Key, below, ct)));
            left = [.. left.Zip(counts, (l, c) => l - c)];
            if (counts.All(c => c == 0)) continue;
            var marks = Marks(node.Key, counts, []);
            rows.Add(new ChartRow(Key(node.Key), view.Scope.NameOf(node.Key, figures.Tree), marks)
            {
                DrillHref = FigureHref.Overview(node.Key, view.Topic),
                TotalHref = Href(ProblemSegments.Found, node.Key, []),
                Ends = ProblemSegments.Ends(marks),
            });
        }

        if (left.Any(c => c != 0) && rows.Count > 0)
        {
            ChartMark[] own = [.. left.Select(c => new ChartMark(c, null))];
            rows.Add(new ChartRow(Key(view.Region), figures.OwnName(view.Region), own) { Ends = ProblemSegments.Ends(own) });
        }

        return Chart(PlaceWords.NounBelow(view.Region), rows);
    }

    public async Task<ChartFigures> ByCategoryAsync(DashboardView view, CancellationToken ct)
    {
        if (figures.Breakdown(ProblemSegments.ByState) is not { } all || figures.Breakdown(ProblemSegments.OverdueByState) is not { } late) return ChartFigures.None;
        var found = (await figures.SplitAsync(all.Key, view, ct)).ToLookup(v => ProblemSegments.Parts(all, v).Other);
        var overdue = (await figures.SplitAsync(late.Key, view, ct)).ToLookup(v => ProblemSegments.Parts(late, v).Other);
        var column = all.By[ProblemSegments.StateIsFirst(all) ? 1 : 0];
        var rows = found.Select(category =>
        {
            var filter = FigureHref.Is(column, category.Key);
            var marks = Marks(view.Region, ProblemSegments.Counts(States(all, category), States(late, overdue[category.Key])), [filter]);
            return new ChartRow(category.Key, CodeWords.Text(category.Key), marks)
            {
                TotalHref = Href(ProblemSegments.Found, view.Region, [filter]),
                Ends = ProblemSegments.Ends(marks),
            };
        });
        return Chart("类别", rows);
    }

    private static IEnumerable<(string State, long Count)> States(Breakdown breakdown, IEnumerable<SplitValue> values) =>
        values.Select(v => (ProblemSegments.Parts(breakdown, v).State, v.Count));

    private ChartMark[] Marks(long region, IReadOnlyList<long> counts, IReadOnlyList<ColumnFilter> filters)
    {
        var state = figures.Breakdown(ProblemSegments.ByState)!.By.First(c => c.Key == nameof(Loop.Problem.State));
        return
        [
            new ChartMark(counts[0], Href(ProblemSegments.Overdue, region, filters)),
            .. ProblemSegments.States.Select((s, i) => new ChartMark(counts[i + 1], s.State == Loop.ProblemState.Closed
                ? Href(ProblemSegments.Closed, region, filters)
                : Href(ProblemSegments.InTime, region, [.. filters, FigureHref.Is(state, s.State)]))),
        ];
    }

    private string? Href(string measure, long region, IReadOnlyList<ColumnFilter> filters) =>
        figures.Measure(measure) is { } known ? FigureHref.List(known, region, filters) : null;

    /// <summary>Most overdue first, then most open, then the lowest closing rate; shelved problems are shown only where there are any.</summary>
    private static ChartFigures Chart(string head, IEnumerable<ChartRow> rows)
    {
        var sorted = rows.OrderByDescending(r => r.Marks[0].Count).ThenByDescending(r => r.Total - r.Marks[^1].Count)
            .ThenBy(r => r.Total == 0 ? 0 : 1d * r.Marks[^1].Count / r.Total).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        return new ChartFigures("件", head, ProblemSegments.Series, sorted) { EndHeads = ["销号率", "已销/发现"] }.WithoutEmpty("挂账");
    }

    private static string Key(long region) => region.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
