using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

public sealed class ProblemMeasuresTests : IAsyncLifetime
{
    private RemediationStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        for (var i = 0; i < 24; i++) await _store.AddAsync(p => Vary(p, i));
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            var closed = db.Set<Problem>().First(p => p.State == ProblemState.Closed && p.Region == Dayang);
            db.Add(new Recheck { Region = closed.Region, ProblemId = closed.Id, OriginLedger = "checks", OriginId = 1, AskedOn = Today, DueOn = Today.AddDays(7) });
            await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    [InlineData(Zhangzhai)]
    [InlineData(Dayang)]
    public async Task Each_figure_equals_the_rows_of_its_list(long region)
    {
        foreach (var measure in ProblemMeasures.All)
        {
            var figure = await FigureAsync(measure, region, Today);
            await _store.InStoreAsync(UserIdentity.System, async db =>
            {
                var query = new LedgerQuery { Region = region, Measure = measure.Key };
                Assert.Equal(figure, await LedgerReader.CountAsync(db, ProblemLedger.Ledger, _store.Catalog, query, Today, CancellationToken.None));
            });
        }
    }

    [Fact]
    public async Task Every_measure_counts_something_in_the_city()
    {
        foreach (var measure in ProblemMeasures.All) Assert.True(await FigureAsync(measure, City, Today) > 0, measure.Key);
    }

    [Fact]
    public async Task Found_is_open_and_closed_on_every_day()
    {
        for (var day = new DateOnly(2020, 7, 25); day <= Today; day = day.AddDays(3))
            Assert.Equal(await FigureAsync(ProblemMeasures.Found, City, day), await FigureAsync(ProblemMeasures.Open, City, day) + await FigureAsync(ProblemMeasures.Closed, City, day));
    }

    [Fact]
    public async Task The_states_add_up_to_the_open_problems()
    {
        var states = new[] { "problems.waiting", "problems.rectifying", "problems.verifying", "problems.shelved" };
        var sum = 0L;
        foreach (var key in states) sum += await FigureAsync(_store.Catalog.Measure(key)!, City, Today);
        Assert.Equal(await FigureAsync(ProblemMeasures.Open, City, Today), sum);
    }

    [Fact]
    public async Task A_past_day_shows_what_was_open_and_overdue_then()
    {
        await _store.AddAsync(p => (p.FoundOn, p.DueOn, p.State, p.ClosedOn) = (new DateOnly(2020, 6, 1), new DateOnly(2020, 6, 10), ProblemState.Closed, new DateOnly(2020, 6, 20)));
        Assert.Equal((0, 0, 0), await OnAsync(new DateOnly(2020, 5, 31)));
        Assert.Equal((1, 0, 0), await OnAsync(new DateOnly(2020, 6, 10)));
        Assert.Equal((1, 1, 0), await OnAsync(new DateOnly(2020, 6, 11)));
        Assert.Equal((0, 0, 1), await OnAsync(new DateOnly(2020, 6, 20)));

        async Task<(long Open, long Overdue, long Closed)> OnAsync(DateOnly day) =>
            (await FigureAsync(ProblemMeasures.Open, Dayang, day), await FigureAsync(ProblemMeasures.Overdue, Dayang, day), await FigureAsync(ProblemMeasures.Closed, Dayang, day));
    }

    [Fact]
    public async Task Closed_without_a_date_counts_as_closed_always()
    {
        await _store.AddAsync(p => (p.FoundOn, p.State) = (new DateOnly(2020, 6, 1), ProblemState.Closed));
        Assert.Equal((0, 1), (await FigureAsync(ProblemMeasures.Open, City, new DateOnly(2020, 6, 1)), await FigureAsync(ProblemMeasures.Closed, City, new DateOnly(2020, 6, 1))));
    }

    [Fact]
    public async Task The_closing_rate_is_closed_by_found()
    {
        var totals = _store.Services.GetRequiredService<RegionTotals>();
        var rate = await totals.FigureAsync(ProblemMeasures.ClosingRate, City, RegionScope.Everything, CancellationToken.None);
        Assert.Equal((await FigureAsync(ProblemMeasures.Closed, City, Today), await FigureAsync(ProblemMeasures.Found, City, Today)), (rate.Count, rate.Whole));
    }

    [Fact]
    public async Task Breakdowns_add_up_to_their_measures()
    {
        var totals = _store.Services.GetRequiredService<RegionTotals>();
        foreach (var breakdown in ProblemMeasures.Breakdowns)
        {
            var parts = await totals.SplitAsync(breakdown, Hanji, RegionScope.Everything, CancellationToken.None);
            Assert.True(parts.Count > 1, breakdown.Key);
            Assert.Equal(await FigureAsync(breakdown.Measure, Hanji, Today), parts.Sum(p => p.Count));
        }
    }

    [Theory]
    [InlineData("2020-08-31", "2020-08-31")]
    [InlineData("2020-08-30", "2020-08-24")]
    [InlineData("2020-09-02", "2020-08-31")]
    public void Weeks_begin_on_monday(string day, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, null), ProblemMeasures.WeekStart(DateOnly.Parse(day, null)));

    private async Task<long> FigureAsync(Measure measure, long region, DateOnly day)
    {
        var totals = _store.Services.GetRequiredService<RegionTotals>();
        totals.Clear();
        return (await totals.FigureAsync(measure, region, RegionScope.Everything, day, CancellationToken.None)).Count;
    }

    /// <summary>Spreads places, states, sources, categories and dates.</summary>
    private static void Vary(Problem p, int i)
    {
        string[] states = [ProblemState.Waiting, ProblemState.Rectifying, ProblemState.Verifying, ProblemState.Shelved, ProblemState.Closed, ProblemState.Closed];
        string[] categories = ["住房", "饮水", "医疗", "户容户貌"], sources = ["自查", "审计", "排查走访"];
        p.Region = i % 4 == 3 ? Qianwang : i % 4 == 1 ? Hanji + 237 : Dayang;
        (p.State, p.Category, p.Source) = (states[i % 6], categories[i / 2 % 4], sources[i % 3]);
        (p.FoundOn, p.DueOn) = (new DateOnly(2020, 8, 1).AddDays(i + (i > 20 ? 7 : 0)), new DateOnly(2020, 8, 20).AddDays(i));
        if (p.State == ProblemState.Closed) p.ClosedOn = new DateOnly(2020, 8, 31).AddDays(-(i % 4));
        if (i % 6 == 1) (p.ExtensionTo, p.ExtensionBy) = (new DateOnly(2020, 9, 30), "x");
        if (i % 5 == 0) p.Returns = 1;
        if (i == 4) p.HouseholdName = "";
    }
}
