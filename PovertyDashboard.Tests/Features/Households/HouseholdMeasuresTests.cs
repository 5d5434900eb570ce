using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households;

public class HouseholdMeasuresTests
{
    [Fact]
    public async Task Every_count_equals_its_list_for_city_township_and_village()
    {
        await using var store = await HouseholdStore.OpenAsync();
        await FillAsync(store);
        var ledgers = new[] { HouseholdLedger.Key, MemberLedger.Key };
        var counts = store.Catalog.Measures.Where(m => m.Kind != MeasureKind.Ratio && ledgers.Contains(m.Ledger.Key)).ToList();

        Assert.True(counts.Count >= 30);
        foreach (var measure in counts)
        {
            foreach (var region in new[] { HouseholdStore.City, HouseholdStore.Zhangzhai, HouseholdStore.Sanhe })
            {
                var figure = await store.Totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
                var listed = await store.RunAsync(db => LedgerReader.CountAsync(
                    db, measure.Ledger, store.Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, HouseholdStore.Day, CancellationToken.None));
                Assert.True(figure.Count == listed, $"{measure.Key} in {region}: {figure.Count} counted, {listed} listed");
            }
        }
    }

    [Fact]
    public async Task Low_income_follows_the_dated_line()
    {
        await using var store = await HouseholdStore.OpenAsync();
        await FillAsync(store);
        var measure = store.Catalog.Measure("households.low-income")!;

        var figure = await store.Totals.FigureAsync(measure, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);

        // 3,999.99 is below the line of 2020, 4,000.00 is not.
        Assert.Equal(1, figure.Count);
    }

    [Fact]
    public async Task Income_per_head_is_the_quotient_of_the_sums()
    {
        await using var store = await HouseholdStore.OpenAsync();
        await FillAsync(store);

        var figure = await store.Totals.FigureAsync(store.Catalog.Measure("households.income-per-head")!, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);

        Assert.Equal((800_000_0, 6), (figure.Sum, figure.Whole));
    }

    [Fact]
    public async Task Ages_of_an_earlier_day_are_counted_from_birth_dates()
    {
        await using var store = await HouseholdStore.OpenAsync();
        await FillAsync(store);
        var elders = store.Catalog.Measure("members.elders")!;

        var today = await store.Totals.FigureAsync(elders, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);
        var before = await store.Totals.FigureAsync(elders, HouseholdStore.City, RegionScope.Everything, new DateOnly(2010, 1, 1), CancellationToken.None);

        Assert.Equal((1, 0), (today.Count, before.Count));
    }

    [Fact]
    public async Task A_condition_of_another_room_becomes_a_count_and_a_rate()
    {
        var condition = new HouseholdCondition("households.large", "三人以上", (db, _) => db.Set<Household>().Where(h => h.Size > 2).Select(h => h.Id), ["visits"]) { RateKey = "households.large-rate", RateTitle = "三人以上占比" };
        await using var store = await HouseholdStore.OpenAsync(services => services.AddSingleton(condition).AddSingleton(condition with { Key = "households.small", Negated = true, RateKey = null }));
        await FillAsync(store);

        var large = await store.Totals.FigureAsync(store.Catalog.Measure("households.large")!, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);
        var small = await store.Totals.FigureAsync(store.Catalog.Measure("households.small")!, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);
        var rate = await store.Totals.FigureAsync(store.Catalog.Measure("households.large-rate")!, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);

        Assert.Equal((1, 2, 1, 3), (large.Count, small.Count, rate.Count, rate.Whole));
        Assert.Equal(["households", "visits"], store.Catalog.Measure("households.large")!.DependsOn);
    }

    [Fact]
    public async Task Other_rooms_find_a_household_by_village_and_name_only_when_it_is_the_one()
    {
        await using var store = await HouseholdStore.OpenAsync();
        await FillAsync(store);
        await store.AddAsync(HouseholdStore.Household(HouseholdStore.Sanhe, "3715220000000009", "安某"));
        var keys = store.Services.GetRequiredService<HouseholdKeys>();

        var found = await store.RunAsync(db => HouseholdLinks.FindAsync(db, keys, HouseholdStore.Sanhe, "王某", CancellationToken.None));
        var twice = await store.RunAsync(db => HouseholdLinks.FindAsync(db, keys, HouseholdStore.Sanhe, "安某", CancellationToken.None));
        var outside = await store.RunAsync(HouseholdStore.Staff(HouseholdStore.Hanji), db => HouseholdLinks.FindAsync(db, keys, HouseholdStore.Sanhe, "王某", CancellationToken.None));

        Assert.NotNull(found);
        Assert.Null(twice);
        Assert.Null(outside);
        Assert.Equal("王某", (await store.RunAsync(db => keys(db).SingleAsync(k => k.Id == found))).HeadName);
    }

    [Fact]
    public async Task Every_breakdown_adds_up_to_its_measure()
    {
        await using var store = await HouseholdStore.OpenAsync();
        await FillAsync(store);

        foreach (var breakdown in store.Catalog.Breakdowns)
        {
            var parts = await store.Totals.SplitAsync(breakdown, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);
            var whole = await store.Totals.FigureAsync(breakdown.Measure, HouseholdStore.City, RegionScope.Everything, CancellationToken.None);
            Assert.Equal((whole.Count, whole.Sum), (parts.Sum(p => p.Count), parts.Sum(p => p.Sum)));
        }

        var causes = await store.Totals.SplitAsync(store.Catalog.Breakdowns.Single(b => b.Key == "households.by-type-and-cause"), RegionKey.TownshipOf(HouseholdStore.Sanhe), RegionScope.Everything, CancellationToken.None);
        Assert.Contains(causes, p => p is { A: "边缘易致贫户", B: "因残", Count: 1 });
    }

    private static async Task FillAsync(HouseholdStore store)
    {
        var poor = HouseholdStore.Household(HouseholdStore.Sanhe, "3715220000000001", "安某", h => (h.IncomePerHead, h.NetIncome, h.Size, h.SafeWater) = (399_999, 200_000_0, 1, false));
        var edge = HouseholdStore.Household(HouseholdStore.Sanhe, "3715220000000002", "王某", h => (h.Type, h.MainCause, h.IncomePerHead, h.NetIncome, h.MonitorKind) = ("边缘易致贫户", "因残", 400_000, 500_000_0, "边缘易致贫户"));
        var far = HouseholdStore.Household(371590115243, "3715220000000003", "赵某", h => (h.Size, h.NetIncome, h.WageIncome) = (3, 100_000_0, 100_000_0));
        await store.AddAsync(
            poor, edge, far,
            HouseholdStore.Member(poor, "371522000000000101", "安某", m => (m.Health, m.Labour) = ("长期慢性病,残疾", "无劳动力")),
            HouseholdStore.Member(edge, "371522000000000201", "王某", m => (m.IdNumber, m.WorkMonths) = ("371599198001010017", 6)),
            HouseholdStore.Member(edge, "371522000000000202", "王某某", m => (m.IdNumber, m.Student) = ("371599200805150023", "小学")));
    }
}
