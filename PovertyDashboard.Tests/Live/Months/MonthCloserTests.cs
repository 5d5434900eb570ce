using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Live.Months;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Live.Months;

/// <summary>Month-end figures are kept once and then read as they were reported, on a real store whose clock the test moves.</summary>
public sealed class MonthCloserTests
{
    private const string Open = "problems.open";

    [Fact]
    public async Task A_past_month_gives_the_same_figures_after_later_edits_and_deletions()
    {
        await using var site = new StagingSite();
        await CloseAsync(site);
        await AddAsync(site, StagingSite.Dayang, "20200810-001");
        await AddAsync(site, StagingSite.Dayang, "20200810-002");
        await AddAsync(site, StagingSite.Zhangzhai, "20200810-003");
        Pass(site, days: 1);
        Assert.Equal([202008], await CloseAsync(site));
        Assert.Empty(await CloseAsync(site));

        await site.InStoreAsync(UserIdentity.System, async db =>
        {
            var problems = await db.Set<Problem>().OrderBy(p => p.Number).ToListAsync();
            (problems[0].IsDeleted, problems[0].DeleteReason) = (true, "登记错了");
            problems[1].FoundOn = new DateOnly(2020, 9, 1);
            problems[2].Region = StagingSite.Xuying;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(2, (await EndAsync(site, Open, StagingSite.Hanji, 202008))!.Value.Figure.Count);
        Assert.Equal(1, (await EndAsync(site, Open, StagingSite.Zhangzhai, 202008))!.Value.Figure.Count);
        Assert.Equal(0, (await EndAsync(site, Open, StagingSite.Xuying, 202008))!.Value.Figure.Count);
        Assert.True((await EndAsync(site, Open, StagingSite.Xuying, 202008))!.Value.IsKept);
        var totals = site.Services.GetRequiredService<RegionTotals>();
        totals.Clear();
        Assert.Equal(1, (await totals.FigureAsync(Measure(site, Open), StagingSite.Xuying, RegionScope.Everything, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Every_measure_is_kept_and_equals_what_the_totals_showed_on_the_last_day()
    {
        await using var site = new StagingSite();
        await CloseAsync(site);
        await AddAsync(site, StagingSite.Dayang, "20200810-001");
        var (catalog, totals) = (site.Services.GetRequiredService<LedgerCatalog>(), site.Services.GetRequiredService<RegionTotals>());
        totals.Clear();
        var shown = new Dictionary<string, Figure>();
        foreach (var measure in catalog.Measures) shown[measure.Key] = await totals.FigureAsync(measure, StagingSite.Hanji, RegionScope.Everything, CancellationToken.None);
        Pass(site, days: 1);
        await CloseAsync(site);
        foreach (var measure in catalog.Measures)
        {
            var end = await EndAsync(site, measure.Key, StagingSite.Hanji, 202008);
            Assert.True(end is { IsKept: true }, measure.Key);
            Assert.Equal((measure.Key, shown[measure.Key]), (measure.Key, end.Value.Figure));
        }
    }

    [Fact]
    public async Task Months_that_ended_while_the_site_stood_still_keep_what_dated_facts_tell()
    {
        await using var site = new StagingSite();
        await CloseAsync(site);
        await AddAsync(site, StagingSite.Dayang, "20200810-001");
        Pass(site, days: 92);
        Assert.Equal([202008, 202009, 202010, 202011], await CloseAsync(site));
        var undated = site.Services.GetRequiredService<LedgerCatalog>().Measures.OfType<RowMeasure>().First(m => !m.HasHistory);
        Assert.True((await EndAsync(site, Open, StagingSite.Hanji, 202009)) is { IsKept: true, Figure.Count: 1 });
        Assert.Null(await EndAsync(site, undated.Key, StagingSite.Hanji, 202009));
        Assert.NotNull(await EndAsync(site, undated.Key, StagingSite.Hanji, 202011));
    }

    [Fact]
    public async Task Months_before_the_store_was_opened_are_counted_from_dated_facts()
    {
        await using var site = new StagingSite();
        Assert.Empty(await CloseAsync(site));
        await AddAsync(site, StagingSite.Dayang, "20200710-001", new DateOnly(2020, 7, 10));
        Assert.True((await EndAsync(site, Open, StagingSite.Hanji, 202007)) is { IsKept: false, Figure.Count: 1 });
        Assert.True((await EndAsync(site, Open, StagingSite.Hanji, 202006)) is { IsKept: false, Figure.Count: 0 });
    }

    private static Measure Measure(StagingSite site, string key) => site.Services.GetRequiredService<LedgerCatalog>().Measure(key)!;

    private static Task<IReadOnlyList<int>> CloseAsync(StagingSite site) => site.Services.GetRequiredService<MonthCloser>().CloseAsync(CancellationToken.None);

    private static async Task<MonthEnd?> EndAsync(StagingSite site, string key, long region, int month) =>
        await site.Services.GetRequiredService<MonthEnds>().ReadAsync(Measure(site, key), region, RegionScope.Everything, [month], CancellationToken.None) is [var end] ? end : null;

    /// <summary>The clock runs in Shanghai; the fake one has no other waits than this site's.</summary>
    private static void Pass(StagingSite site, int days) => site.Clock.Advance(TimeSpan.FromDays(days));

    private static Task<int> AddAsync(StagingSite site, long region, string number, DateOnly? found = null) => site.InStoreAsync(UserIdentity.System, db =>
    {
        var day = found ?? new DateOnly(2020, 8, 10);
        db.Add(new Problem { Region = region, Number = number, Source = "自查", Category = "住房", Description = "屋顶漏雨", FoundOn = day, DueOn = day.AddDays(400) });
        return db.SaveChangesAsync();
    });
}
