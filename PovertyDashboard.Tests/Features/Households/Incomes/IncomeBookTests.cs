using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Incomes;

namespace PovertyDashboard.Tests.Features.Households.Incomes;

/// <summary>Income sheets on a store: period and line by year, and the one 人均纯收入 that the household shows.</summary>
public class IncomeBookTests
{
    [Fact]
    public async Task The_newest_sheet_is_what_the_household_shows_and_an_older_one_changes_nothing()
    {
        var (household, rows) = BookStore.Family();
        await using var store = await BookStore.OpenAsync(rows);
        var saved = await store.SaveAsync(IncomeLedger.Ledger, Sheet(household, 2020, 12_000_00));
        var shown = Assert.Single(await store.AllAsync<Household>());
        Assert.Equal((2020, 3_000_00L, 12_000_00L), (shown.Year!.Value, shown.IncomePerHead!.Value, shown.WageIncome!.Value));

        await store.SaveAsync(IncomeLedger.Ledger, Sheet(household, 2018, 40_000_00));
        Assert.Equal((2020, 3_000_00L), (Assert.Single(await store.AllAsync<Household>()).Year!.Value, Assert.Single(await store.AllAsync<Household>()).IncomePerHead!.Value));

        saved.Labour = 16_000_00;
        Assert.Contains("工资性收入：填的是 12,000.00 元，明细合计是 16,000.00 元", await store.FaultsAsync(IncomeLedger.Ledger, saved), StringComparison.Ordinal);
        (saved.WageIncome, saved.NetIncome, saved.PerHead) = (null, null, null);
        await store.SaveAsync(IncomeLedger.Ledger, saved);
        Assert.Equal(4_000_00, Assert.Single(await store.AllAsync<Household>()).IncomePerHead);
    }

    [Fact]
    public async Task Below_the_line_counts_the_newest_sheet_by_the_line_of_its_own_year()
    {
        var (household, rows) = BookStore.Family();
        await using var store = await BookStore.OpenAsync(rows);
        // 3,300 a head: above the line of 2019 (3,218), below that of 2020 (4,000).
        await store.SaveAsync(IncomeLedger.Ledger, Sheet(household, 2019, 13_200_00));
        Assert.Equal((0, 1, 0), (await store.CountAsync("incomes.below-line"), await store.CountAsync("incomes.newest"), await store.CountAsync("households.no-income-sheet")));
        await store.SaveAsync(IncomeLedger.Ledger, Sheet(household, 2020, 13_200_00));
        store.Forget();
        Assert.Equal((1, 1, 2), (await store.CountAsync("incomes.below-line"), await store.CountAsync("incomes.newest"), await store.CountAsync("incomes.all")));
    }

    [Fact]
    public async Task A_national_export_that_says_otherwise_is_listed()
    {
        var (household, rows) = BookStore.Family();
        await using var store = await BookStore.OpenAsync(rows);
        await store.SaveAsync(IncomeLedger.Ledger, Sheet(household, 2020, 20_000_00));
        Assert.Equal(0, await store.CountAsync("incomes.differing"));
        var stored = Assert.Single(await store.AllAsync<Household>());
        stored.IncomePerHead = 4_999_00;
        await store.SaveAsync(HouseholdLedger.Ledger, stored);
        store.Forget();
        Assert.Equal(1, await store.CountAsync("incomes.differing"));
    }

    [Fact]
    public async Task The_year_runs_from_october_and_one_that_has_not_begun_is_refused()
    {
        var (household, rows) = BookStore.Family();
        await using var store = await BookStore.OpenAsync(rows);
        Assert.Equal((new DateOnly(2019, 10, 1), new DateOnly(2020, 9, 30)), (IncomePeriod.Of(2020, store.Settings).From, IncomePeriod.Of(2020, store.Settings).To));
        Assert.Equal((2019, 2020), (IncomePeriod.LastEnded(BookStore.Today, store.Settings), IncomePeriod.LastEnded(new DateOnly(2020, 10, 1), store.Settings)));
        Assert.Equal((3_218_00L, 4_000_00L), (IncomePeriod.LineOf(2019, store.Settings), IncomePeriod.LineOf(2020, store.Settings)));
        Assert.Equal("年度：2021 年度的收入从 2020-10-01 起统计，还没有到。请核对年度。", await store.FaultsAsync(IncomeLedger.Ledger, Sheet(household, 2021, 1_00)));
    }

    private static Income Sheet(Household household, int year, long wages) => new() { Region = household.Region, HouseholdId = household.Id, HouseholdName = household.HeadName, Year = year, Size = 4, Labour = wages };
}
