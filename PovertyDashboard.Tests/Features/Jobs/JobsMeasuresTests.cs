using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The room's measures on the demo store: figure = list = rows, and what is counted by hand.</summary>
public sealed class JobsMeasuresTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Ledgers = ["posts", "holders", "attendance", "wages", "wage-sheets"];

    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    [Theory]
    [InlineData(JobsStore.City)]
    [InlineData(JobsStore.Zhangzhai)]
    [InlineData(JobsStore.Hanji)]
    [InlineData(371502900201)]
    public async Task Each_figure_equals_the_rows_of_its_list(long region)
    {
        var measures = Catalog.Measures.OfType<RowMeasure>().Where(m => Ledgers.Contains(m.Ledger.Key)).ToList();
        Assert.True(measures.Count > 30, $"{measures.Count} measures were counted.");
        foreach (var measure in measures)
        {
            var figure = await site.Services.GetRequiredService<RegionTotals>().FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
            var (rows, sum) = await site.InStoreAsync(UserIdentity.System, async db =>
            {
                var list = LedgerReader.Filtered(db, measure.Ledger, Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, JobsStore.Today);
                return (await list.CountAsync(), measure.Kind == MeasureKind.Sum ? await measure.SumAsync(list, CancellationToken.None) : 0);
            });
            Assert.Equal((measure.Key, rows, sum), (measure.Key, (int)figure.Count, figure.Sum));
        }
    }

    [Fact]
    public async Task The_city_s_figures_are_not_nought()
    {
        string[] quiet = ["posts.over-quota", "holders.over-term", "holders.started-this-year", "holders.unticked", "holders.no-account", "holders.insurance-ending", "wages.month"];
        foreach (var measure in Catalog.Measures.Where(m => Ledgers.Contains(m.Ledger.Key) && !quiet.Contains(m.Key)))
            Assert.True((await ValueAsync(measure)).Value > 0, measure.Key);
    }

    [Fact]
    public async Task Rates_and_sums_are_what_the_rows_say()
    {
        var (quota, onPost, net, present, due) = await site.InStoreAsync(UserIdentity.System, async db => (
            await db.Set<Post>().SumAsync(p => p.Quota ?? 0), await db.Set<Holder>().CountAsync(h => h.IsOnPost), await db.Set<WageLine>().Where(l => l.State == WageState.Fixed).SumAsync(l => l.Net),
            await db.Set<Attendance>().SumAsync(a => a.Present), await db.Set<Attendance>().SumAsync(a => a.Due)));
        Assert.Equal(Math.Round(100m * onPost / quota, 2, MidpointRounding.AwayFromZero), (await ValueAsync("holders.filled-rate")).Value);
        Assert.Equal(net / 100m, (await ValueAsync("wages.paid")).Value);
        Assert.Equal(Math.Round(100m * present / due, 2, MidpointRounding.AwayFromZero), (await ValueAsync("attendance.rate")).Value);
        var rate = await site.Services.GetRequiredService<RegionTotals>().FigureAsync(Catalog.Measure("holders.filled-rate")!, JobsStore.City, RegionScope.Everything, CancellationToken.None);
        Assert.Equal((onPost, quota), ((int)rate.Count, (int)rate.Whole));
    }

    [Fact]
    public async Task Breakdowns_add_up_to_their_measures_and_their_parts_open_as_many_rows()
    {
        var totals = site.Services.GetRequiredService<RegionTotals>();
        foreach (var breakdown in Catalog.Breakdowns.Where(b => Ledgers.Contains(b.Measure.Ledger.Key)))
        {
            var parts = await totals.SplitAsync(breakdown, JobsStore.City, RegionScope.Everything, CancellationToken.None);
            var whole = await totals.FigureAsync(breakdown.Measure, JobsStore.City, RegionScope.Everything, CancellationToken.None);
            Assert.True(parts.Count > 1, breakdown.Key);
            Assert.Equal((breakdown.Key, whole.Count, whole.Sum), (breakdown.Key, parts.Sum(p => p.Count), parts.Sum(p => p.Sum)));
            foreach (var part in parts)
            {
                var filters = new List<ColumnFilter> { new(breakdown.By[0].Key, part.A.Length == 0 ? "空" : part.A) };
                if (breakdown.By.Count > 1) filters.Add(new(breakdown.By[1].Key, part.B.Length == 0 ? "空" : part.B));
                var rows = await site.InStoreAsync(UserIdentity.System, db =>
                    LedgerReader.CountAsync(db, breakdown.Measure.Ledger, Catalog, new LedgerQuery { Region = JobsStore.City, Measure = breakdown.Measure.Key, Filters = filters }, JobsStore.Today, CancellationToken.None));
                Assert.Equal((breakdown.Key, part.A, part.Count), (breakdown.Key, part.A, rows));
            }
        }
    }

    [Fact]
    public async Task Households_with_a_post_and_those_that_left_one_for_good_are_counted()
    {
        var expected = await site.InStoreAsync(UserIdentity.System, async db => (
            OnPost: await db.Set<Holder>().Where(h => h.IsOnPost && h.HouseholdId != null).Select(h => h.HouseholdId).Distinct().CountAsync(),
            Left: await db.Set<Holder>().Where(h => (h.ExitReason == "自主就业" || h.ExitReason == "稳定脱贫") && h.HouseholdId != null).Select(h => h.HouseholdId).Distinct().CountAsync()));
        Assert.Equal((expected.OnPost, expected.Left), ((int)(await ValueAsync("households.on-post")).Value, (int)(await ValueAsync("households.self-supporting")).Value));
        Assert.True(expected.Left > 0);
    }

    [Fact]
    public async Task A_past_day_shows_who_was_on_post_then()
    {
        var totals = site.Services.GetRequiredService<RegionTotals>();
        var day = new DateOnly(2020, 5, 30);
        var then = await totals.FigureAsync(HolderMeasures.OnPost, JobsStore.City, RegionScope.Everything, day, CancellationToken.None);
        var expected = await site.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().CountAsync(h => h.StartedOn <= day && (h.IsOnPost || h.ExitedOn > day)));
        Assert.Equal(expected, then.Count);
        Assert.True(expected > (await ValueAsync("holders.on-post")).Value);
    }

    private Task<MeasureValue> ValueAsync(string key) => ValueAsync(Catalog.Measure(key)!);

    private Task<MeasureValue> ValueAsync(Measure measure) => site.InStoreAsync(UserIdentity.System, db => MeasureValue.OfAsync(db, Catalog, measure, JobsStore.City, JobsStore.Today, CancellationToken.None));
}
