using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households.Screenings;

/// <summary>What the page tells of 北城街道 and 张寨镇 (S10, S8) stands in the demo store, and its rows keep their rules.</summary>
public class ScreeningDemoTests
{
    private const long Beicheng = 371591008000;

    [Fact]
    public async Task Beicheng_is_covered_in_full_every_failure_has_its_problem_and_rows_keep_their_rules()
    {
        await using var store = await HouseholdStore.OpenAsync(withDemo: true);
        var (all, screened) = (await CountAsync("households.all"), await CountAsync("households.screened"));
        Assert.Equal((150, 150, 0), (all, screened, await CountAsync("households.unscreened")));

        var problems = (await store.RunAsync(db => db.Set<Problem>().Where(p => p.OriginLedger == ScreeningLedger.Key).ToListAsync())).ToLookup(p => (p.HouseholdId, p.OriginItem));
        var newest = (await store.RunAsync(db => db.Set<Screening>().AsNoTracking().ToListAsync())).GroupBy(s => s.HouseholdId).Select(g => g.MaxBy(s => s.ScreenedOn)!).ToList();
        Assert.Contains(newest, s => s.FailedCount > 0);
        Assert.All(newest, s => Assert.All(ScreeningItem.All.Where(i => i.ResultOf(s) == ScreeningResult.Failed), i => Assert.NotEmpty(problems[(s.HouseholdId, i.Code)])));

        await PassAsync<Screening>(ScreeningLedger.Ledger);
        await PassAsync<Income>(IncomeLedger.Ledger);
        await PassAsync<Movement>(MovementLedger.Ledger);
        Assert.Equal(0, (await store.Totals.FigureAsync(store.Catalog.Measure("incomes.differing")!, HouseholdStore.City, RegionScope.Everything, CancellationToken.None)).Count);

        async Task<long> CountAsync(string key) => (await store.Totals.FigureAsync(store.Catalog.Measure(key)!, Beicheng, RegionScope.Everything, CancellationToken.None)).Count;

        async Task PassAsync<T>(Ledger ledger)
            where T : LedgerRow
        {
            var context = new RowContext(HouseholdStore.Day, UserIdentity.System);
            var codes = store.Services.GetRequiredService<CodeListDirectory>().Current;
            var rows = await store.RunAsync(db => db.Set<T>().AsNoTracking().ToListAsync());
            Assert.True(rows.Count > 50, $"{ledger.Key}: {rows.Count} rows");
            Assert.All(rows, row => Assert.Empty(RowValidation.Check(ledger, ledger.Columns, row, context, codes)));
        }
    }

    [Fact]
    public async Task Seven_villages_of_Zhangzhai_are_poverty_villages_and_their_households_are_counted()
    {
        await using var store = await HouseholdStore.OpenAsync(withDemo: true);
        var villages = store.Services.GetRequiredService<RegionDirectory>().Tree.VillagesOf(HouseholdStore.Zhangzhai).Where(v => v.IsPovertyVillage).ToList();

        Assert.Equal(7, villages.Count);
        Assert.Superset(new HashSet<string> { "前王庄村", "后王庄村", "三合村", "南杨庄村" }, villages.Select(v => v.Name).ToHashSet());
        Assert.Equal(3, villages.Count(v => v.ExitedIn is not null));
        await store.AddAsync(HouseholdStore.Household(HouseholdStore.Sanhe, "3715221169900010", "孙某"));
        Assert.Equal(1, (await store.Totals.FigureAsync(store.Catalog.Measure("households.in-poverty-villages")!, HouseholdStore.Zhangzhai, RegionScope.Everything, CancellationToken.None)).Count);
    }
}
