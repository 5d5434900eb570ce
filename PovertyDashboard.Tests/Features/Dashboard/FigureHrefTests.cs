using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

/// <summary>A click on any figure opens a list of as many rows.</summary>
public sealed class FigureHrefTests(DashboardFixture fixture) : IClassFixture<DashboardFixture>
{
    private readonly DashboardStore _store = fixture.Store;

    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    [InlineData(Dayang)]
    public async Task Each_tile_opens_as_many_rows_as_it_counts(long region)
    {
        var tiles = await _store.Services.GetRequiredService<TileReader>().ReadAsync(DashboardTiles.Overview, View(region), CancellationToken.None);
        Assert.True(tiles.Count >= 6);
        foreach (var tile in tiles.Where(IsCount)) Assert.Equal(tile.Figure.Figure.Count, await _store.CountAsync(tile.Figure.Href, Leader));
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    public async Task Each_segment_of_a_place_opens_as_many_rows(long region)
    {
        var chart = await _store.Services.GetRequiredService<ProblemChart>().ByPlaceAsync(View(region), CancellationToken.None);
        Assert.True(chart.Rows.Count >= 2);
        await FollowAsync(chart, Leader);
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    [InlineData(Dayang)]
    public async Task Each_segment_of_a_category_opens_as_many_rows_also_where_no_category_is_given(long region)
    {
        var chart = await _store.Services.GetRequiredService<ProblemChart>().ByCategoryAsync(View(region), CancellationToken.None);
        Assert.NotEmpty(chart.Rows);
        if (region == City) Assert.Contains(chart.Rows, r => r.Label == "未填");
        await FollowAsync(chart, Leader);
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Zhangzhai)]
    [InlineData(Sanhe)]
    public async Task Each_part_of_a_breakdown_opens_as_many_rows(long region)
    {
        var split = _store.Services.GetRequiredService<SplitChart>();
        foreach (var card in DashboardCards.Overview.OfType<SplitCard>().Concat(DashboardCards.ScreenPanels).Where(c => _store.Figures.Knows(c.Breakdown)))
            await FollowAsync(await split.ReadAsync(card.Breakdown, card.Rows, View(region), CancellationToken.None), Leader);
    }

    [Fact]
    public async Task Each_count_of_members_opens_as_many_rows()
    {
        var card = DashboardCards.Overview.OfType<MeasuresCard>().Single(c => c.Key == "people");
        var chart = await _store.Services.GetRequiredService<MeasuresChart>().ReadAsync(card.Measures, card.Whole, "类别", View(City), CancellationToken.None);
        Assert.Equal(card.Measures.Count, chart.Rows.Count);
        await FollowAsync(chart, Leader);
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    public async Task Each_cell_of_the_places_table_opens_as_many_rows(long region)
    {
        var sheet = await _store.Services.GetRequiredService<PlacesSheet>().ReadAsync("各村一览", PlacesCard.Columns, View(region), CancellationToken.None);
        var followed = 0;
        foreach (var cell in sheet.Rows.Append(sheet.Total!).SelectMany(r => r.Skip(1)).Where(c => c.Href is not null && !c.Text.Contains('.', StringComparison.Ordinal)))
        {
            Assert.Equal(cell.Text, FigureText.Count(await _store.CountAsync(cell.Href!, Leader)));
            followed++;
        }

        Assert.True(followed > 5);
    }

    [Fact]
    public async Task Each_reason_for_attention_opens_as_many_rows()
    {
        var rows = await _store.Services.GetRequiredService<Attention>().ReadAsync(View(Hanji), CancellationToken.None);
        var chips = rows.SelectMany(r => r.Chips).Where(c => c.Href is not null && !c.Text.Contains('%', StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(chips);
        foreach (var chip in chips) Assert.EndsWith(" " + FigureText.Count(await _store.CountAsync(chip.Href!, Leader)), chip.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_of_the_daily_line_opens_as_many_rows()
    {
        var line = await _store.Services.GetRequiredService<DailyLines>().ReadAsync("problems.open", View(Hanji), CancellationToken.None);
        Assert.Equal(line!.Last, await _store.CountAsync(line.Href, Leader));
    }

    [Fact]
    public async Task A_user_of_two_places_gets_figures_and_lists_of_both()
    {
        var tiles = await _store.Services.GetRequiredService<TileReader>().ReadAsync(DashboardTiles.Overview, View(City, TwoPlaces), CancellationToken.None);
        foreach (var tile in tiles.Where(IsCount)) Assert.Equal(tile.Figure.Figure.Count, await _store.CountAsync(tile.Figure.Href, TwoPlaces));
        var chart = await _store.Services.GetRequiredService<ProblemChart>().ByPlaceAsync(View(City, TwoPlaces), CancellationToken.None);
        Assert.Equal(2, chart.Rows.Count);
        await FollowAsync(chart, TwoPlaces);
    }

    [Fact]
    public void A_missing_code_is_asked_for_by_its_word()
    {
        var column = _store.Figures.Breakdown("households.by-cause")!.By[0];
        Assert.Equal(new ColumnFilter(column.Key, "空"), FigureHref.Is(column, ""));
    }

    /// <summary>A rate of sums (得分率) has rows behind it, but does not count them.</summary>
    private static bool IsCount(TileModel tile) => tile.Figure.Measure is RowMeasure { Kind: MeasureKind.Count } or RatioMeasure { Part.Kind: MeasureKind.Count };

    private async Task FollowAsync(ChartFigures chart, UserIdentity user)
    {
        foreach (var row in chart.Rows)
        {
            foreach (var mark in row.Marks.Where(m => m.Href is not null)) Assert.Equal(mark.Count, await _store.CountAsync(mark.Href!, user));
            if (row.TotalHref is not null) Assert.Equal(row.Total, await _store.CountAsync(row.TotalHref, user));
        }
    }
}
