using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

public sealed class DashboardFiguresTests(DashboardFixture fixture) : IClassFixture<DashboardFixture>
{
    private readonly DashboardStore _store = fixture.Store;

    [Theory]
    [InlineData(City)]
    [InlineData(Gaoxin)]
    [InlineData(Hanji)]
    public async Task The_places_below_add_up_to_the_place(long region)
    {
        string[] keys = ["households.all", "members.all", "problems.found", "problems.overdue", "problems.closing-rate"];
        var rows = await _store.Figures.PlacesAsync(View(region), keys, CancellationToken.None);
        Assert.NotEmpty(rows);
        foreach (var key in keys)
        {
            var whole = (await _store.Figures.FigureAsync(key, View(region), CancellationToken.None))!.Figure;
            Assert.Equal((whole.Count, whole.Sum, whole.Whole), (rows.Sum(r => r[key].Count), rows.Sum(r => r[key].Sum), rows.Sum(r => r[key].Whole)));
        }

        if (region == Hanji) Assert.Contains(rows, r => r is { IsOwn: true, Name: "韩集镇本级", DrillHref: null });
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    [InlineData(Dayang)]
    public async Task The_segments_add_up_to_what_was_found(long region)
    {
        var charts = _store.Services.GetRequiredService<ProblemChart>();
        var found = (await _store.Figures.FigureAsync("problems.found", View(region), CancellationToken.None))!.Figure.Count;
        var overdue = (await _store.Figures.FigureAsync("problems.overdue", View(region), CancellationToken.None))!.Figure.Count;
        var byCategory = await charts.ByCategoryAsync(View(region), CancellationToken.None);
        Assert.True(found > 0);
        Assert.Equal(found, byCategory.Total);
        Assert.Equal(overdue, byCategory.SeriesTotals.First());
        if (region == Dayang) return;
        var byPlace = await charts.ByPlaceAsync(View(region), CancellationToken.None);
        Assert.Equal(found, byPlace.Total);
        Assert.Equal(byCategory.SeriesTotals, byPlace.SeriesTotals);
    }

    [Fact]
    public async Task Bars_stand_with_the_most_overdue_first_and_low_closing_rates_are_red()
    {
        var chart = await _store.Services.GetRequiredService<ProblemChart>().ByPlaceAsync(View(Hanji), CancellationToken.None);
        Assert.Equal(chart.Rows.Select(r => r.Marks[0].Count).OrderDescending(), chart.Rows.Select(r => r.Marks[0].Count));
        foreach (var row in chart.Rows)
            Assert.Equal(100d * row.Marks[^1].Count / row.Total < 70, row.Ends[0].Tone == EndTone.Bad);
    }

    [Fact]
    public async Task Tiles_tell_change_and_trend_from_earlier_days()
    {
        var reader = _store.Services.GetRequiredService<TileReader>();
        var tiles = await reader.ReadAsync(DashboardTiles.Overview, View(City), CancellationToken.None);
        var open = tiles.Single(t => t.Key == "problems.open");
        var trend = await reader.WithTrendAsync(open, DashboardTiles.Overview.Single(s => s.Measure == open.Key), View(City), CancellationToken.None);
        var before = await _store.Totals.FigureAsync(open.Figure.Measure, City, Leader.Scope, Today.AddDays(-7), CancellationToken.None);
        Assert.InRange(trend.Points.Count, 8, 12);
        Assert.Equal(open.Figure.Value, trend.Points[^1]);
        Assert.Equal($"较上周 {FigureText.Change(open.Figure.Measure, open.Figure.Figure.Count - before.Count)}", trend.Change!.Text);
    }

    [Fact]
    public async Task The_overdue_tile_alone_is_red_and_names_its_villages()
    {
        var tiles = await _store.Services.GetRequiredService<TileReader>().ReadAsync(DashboardTiles.Overview, View(City), CancellationToken.None);
        var red = Assert.Single(tiles, t => t.IsAlarm);
        Assert.Equal("problems.overdue", red.Key);
        Assert.Matches("^涉及 [1-9] 个村$", red.Note);
    }

    [Fact]
    public async Task A_place_without_problems_has_green_noughts_and_no_rate()
    {
        var tiles = await _store.Services.GetRequiredService<TileReader>().ReadAsync(DashboardTiles.Overview, View(371591008001), CancellationToken.None);
        Assert.True(tiles.Single(t => t.Key == "problems.overdue").IsCleared);
        Assert.Equal("—", tiles.Single(t => t.Key == "problems.closing-rate").Figure.Text);
    }

    [Fact]
    public async Task Attention_ranks_by_overdue_problems_per_hundred_households()
    {
        var rows = await _store.Services.GetRequiredService<Attention>().ReadAsync(View(Hanji), CancellationToken.None);
        var rates = rows.Where(r => r.PerHundred is not null).Select(r => r.PerHundred!.Value).ToList();
        Assert.True(rates.Count > 1);
        Assert.Equal(rates.OrderDescending(), rates);
    }

    [Fact]
    public async Task The_daily_line_counts_what_was_open_on_each_day_of_the_month()
    {
        var line = await _store.Services.GetRequiredService<DailyLines>().ReadAsync("problems.open", View(City), CancellationToken.None);
        Assert.Equal(31, line!.Actual.Count);
        var tenth = await _store.InStoreAsync(UserIdentity.System, db => Task.FromResult(db.Set<Problem>()
            .Count(p => p.FoundOn <= new DateOnly(2020, 8, 10) && (p.State != ProblemState.Closed || p.ClosedOn > new DateOnly(2020, 8, 10)))));
        Assert.Equal(tenth, line.Actual[9]);
    }

    [Fact]
    public void The_place_asked_for_is_shown_only_inside_the_scope()
    {
        var tree = _store.Services.GetRequiredService<RegionDirectory>().Tree;
        Assert.Equal(Dayang, DashboardView.Of(Dayang, HanjiLeader, tree)!.Region);
        Assert.Equal(Hanji, DashboardView.Of(Zhangzhai, HanjiLeader, tree)!.Region);
        Assert.Equal(Hanji, DashboardView.Of(null, HanjiLeader, tree)!.Region);
        Assert.True(DashboardView.Of(City, HanjiLeader, tree)!.IsPartial);
        Assert.Null(DashboardView.Of(Hanji, Administrator, tree));
        Assert.Equal(City, DashboardView.Of(null, UserIdentity.System, tree)!.Region);
    }

    [Theory]
    [InlineData(GoodDirection.Down, -3, ChangeTone.Good)]
    [InlineData(GoodDirection.Down, 3, ChangeTone.Bad)]
    [InlineData(GoodDirection.Up, 3, ChangeTone.Good)]
    [InlineData(GoodDirection.Neutral, 3, ChangeTone.Neutral)]
    [InlineData(GoodDirection.Up, 0, ChangeTone.Neutral)]
    public void The_arrow_tells_the_direction_and_the_colour_whether_it_is_welcome(GoodDirection good, int change, ChangeTone tone)
    {
        var measure = new RowMeasure<Problem>("t.t", "试", PovertyDashboard.Features.Remediation.ProblemLedger.Ledger, (_, _) => _ => true) { Good = good };
        var told = TileReader.ChangeOf(measure, TileBase.Week, 10, 10 + change)!;
        Assert.Equal((Math.Sign(change), tone), (told.Direction, told.Tone));
        Assert.Equal(change switch { 0 => "较上周 持平", > 0 => "较上周 +3", _ => "较上周 −3" }, told.Text);
    }
}
