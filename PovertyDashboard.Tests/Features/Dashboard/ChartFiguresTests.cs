using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Tests.Features.Dashboard;

public sealed class ChartFiguresTests
{
    [Fact]
    public void Above_twelve_bars_the_rest_become_one_and_the_sum_stays()
    {
        var all = Chart(18);
        var shown = WorstRows.Take(all, "村", ProblemSegments.Ends);
        Assert.Equal(13, shown.Rows.Count);
        Assert.Equal("其余 6 个村", shown.Rows[^1].Label);
        Assert.Equal(all.SeriesTotals, shown.SeriesTotals);
        Assert.All(shown.Rows[^1].Marks, m => Assert.Null(m.Href));
        Assert.Same(all.Rows[0], shown.Rows[0]);
    }

    [Fact]
    public void Twelve_bars_stay_as_they_are() => Assert.Equal(12, WorstRows.Take(Chart(12), "村", ProblemSegments.Ends).Rows.Count);

    [Fact]
    public void Overdue_is_cut_out_of_its_state()
    {
        var counts = ProblemSegments.Counts([(ProblemState.Rectifying, 5), (ProblemState.Closed, 7), (ProblemState.Waiting, 1)], [(ProblemState.Rectifying, 2), (ProblemState.Waiting, 1)]);
        Assert.Equal([3, 0, 3, 0, 0, 7], counts);
    }

    [Fact]
    public void A_click_on_a_label_leads_one_level_down_and_a_click_on_a_mark_to_its_list()
    {
        var chart = Chart(2);
        Assert.Equal("/?region=0", ChartDrawing.HrefOf(chart, new ChartClick("", "村0", -1)));
        Assert.Equal("/b1", ChartDrawing.HrefOf(chart, new ChartClick("乙", "村1", 1)));
        Assert.Null(ChartDrawing.HrefOf(chart, new ChartClick("乙", "没有", -1)));
    }

    [Fact]
    public void The_table_shows_the_same_figures_with_their_sum()
    {
        var sheet = FigureSheet.Of("试", Chart(2));
        Assert.Equal(["村", "甲", "乙", "合计"], sheet.Columns.Select(c => c.Title));
        Assert.Equal(["村1", "1", "2", "3"], sheet.Rows[1].Select(c => c.Text));
        Assert.Equal(["合计", "1", "3", "4"], sheet.Total!.Select(c => c.Text));
    }

    [Fact]
    public void The_plan_runs_from_its_first_day_straight_to_nought()
    {
        var plan = DailyLine.PlanOf([4, 10, 8], 12, 1);
        Assert.Null(plan[0]);
        Assert.Equal(10, plan[1]);
        Assert.Equal(5, plan[6]!.Value, 6);
        Assert.Equal(0, plan[11]!.Value, 6);
    }

    [Fact]
    public void There_is_no_plan_where_nothing_was_open() => Assert.All(DailyLine.PlanOf([0, 0], 30, 0), p => Assert.Null(p));

    private static ChartFigures Chart(int rows) => new("件", "村", [new BarSeries("甲", "chart-1"), new BarSeries("乙", "chart-2")],
        [.. Enumerable.Range(0, rows).Select(i => new ChartRow($"{i}", $"村{i}", [new ChartMark(i, $"/a{i}"), new ChartMark(i + 1, $"/b{i}")]) { DrillHref = FigureHref.Overview(i) })]);
}
