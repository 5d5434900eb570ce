using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class CheckMeasuresTests
{
    [Fact]
    public async Task Every_figure_equals_its_list()
    {
        await using var store = await CheckedAsync();
        var totals = store.Services.GetRequiredService<RegionTotals>();
        var measures = store.Catalog.Measures.OfType<RowMeasure>().Where(m => m.Key.StartsWith("checks.", StringComparison.Ordinal) || m.Key is "households.checked" or "households.unchecked").ToList();
        Assert.True(measures.Count >= 12);
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            foreach (var measure in measures)
                foreach (var region in new[] { ChecklistStore.City, ChecklistStore.Hanji, ChecklistStore.Dayang, ChecklistStore.Zhangzhai })
                {
                    var figure = await totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
                    var list = await LedgerReader.CountAsync(db, measure.Ledger, store.Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, ChecklistStore.Today, CancellationToken.None);
                    Assert.Equal((measure.Key, region, (long)list), (measure.Key, region, figure.Count));
                }
        });
    }

    [Fact]
    public async Task The_figures_say_what_was_ticked()
    {
        await using var store = await CheckedAsync();
        Assert.Equal(new Figure(2, 0, 0), await FigureAsync("checks.all"));
        Assert.Equal(new Figure(1, 0, 0), await FigureAsync("checks.passed"));
        Assert.Equal(new Figure(1, 0, 0), await FigureAsync("checks.failed"));
        Assert.Equal(new Figure(2, 0, 0), await FigureAsync("checks.today"));
        Assert.Equal(new Figure(1, 0, 0), await FigureAsync("checks.failed-items"));
        Assert.Equal(new Figure(2, 2, 3), await FigureAsync("checks.score"));
        Assert.Equal(new Figure(2, 0, 0), await FigureAsync("households.checked"));
        Assert.Equal(new Figure(1, 0, 0), await FigureAsync("households.unchecked"));
        Assert.Equal(new Figure(2, 0, 3), await FigureAsync("households.check-rate"));
        var parts = await store.Services.GetRequiredService<RegionTotals>().SplitAsync(CheckMeasures.FailuresByItem, ChecklistStore.Hanji, RegionScope.Everything, CancellationToken.None);
        Assert.Equal(("厨房净", 1L), (Assert.Single(parts).A, parts[0].Count));

        Task<Figure> FigureAsync(string key) =>
            store.Services.GetRequiredService<RegionTotals>().FigureAsync(store.Catalog.Measure(key)!, ChecklistStore.Hanji, RegionScope.Everything, CancellationToken.None);
    }

    [Fact]
    public async Task Answers_of_a_deleted_check_leave_the_figures_and_the_list()
    {
        await using var store = await CheckedAsync();
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var check = await db.Set<Check>().FirstAsync(c => c.FailedCount > 0);
            (check.IsDeleted, check.DeleteReason) = (true, "重复");
            await db.SaveChangesAsync();
            Assert.Equal(0, await LedgerReader.CountAsync(db, ChecklistLedgers.Answers, store.Catalog, new LedgerQuery { Measure = "checks.failed-items" }, ChecklistStore.Today, CancellationToken.None));
            Assert.Equal(1, await LedgerReader.CountAsync(db, ChecklistLedgers.Answers, store.Catalog, new LedgerQuery(), ChecklistStore.Today, CancellationToken.None));
        });
    }

    [Fact]
    public async Task Progress_counts_households_checks_and_days_of_the_users_part()
    {
        await using var store = await CheckedAsync();
        var progress = await store.WithAsync<CampaignReader, CampaignProgress>(ChecklistStore.Inspector, r => r.ProgressAsync(store.Campaign, ChecklistStore.Hanji, CancellationToken.None));
        var village = Assert.Single(progress.Villages);
        Assert.Equal(new VillageProgress(ChecklistStore.Dayang, 3, 2, 0, 1, 2, 3), village);
        Assert.Equal((667, 667, 1), (village.ScorePermille, village.CheckedPermille, village.Open));
        Assert.Equal((ChecklistStore.Today, 2), Assert.Single(progress.Days));
        var households = await store.WithAsync<CampaignReader, IReadOnlyList<HouseholdProgress>>(ChecklistStore.Inspector, r => r.HouseholdsAsync(store.Campaign, ChecklistStore.Dayang, CancellationToken.None));
        Assert.Equal([HouseholdProgress.Going, HouseholdProgress.Going, HouseholdProgress.Unchecked], households.Select(h => h.State));
        Assert.Empty(await store.WithAsync<CampaignReader, IReadOnlyList<HouseholdProgress>>(ChecklistStore.Elsewhere, r => r.HouseholdsAsync(store.Campaign, ChecklistStore.Dayang, CancellationToken.None)));
    }

    /// <summary>邓某 holds one item and fails one, 赵某 holds one, 孙某 is unchecked.</summary>
    private static async Task<ChecklistStore> CheckedAsync()
    {
        var store = await ChecklistStore.CreateAsync();
        await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed));
        await store.SaveAsync(store.Tick("yard", CheckResult.Passed, household: 1));
        return store;
    }
}
