using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Tests.Features.Households.Screenings;

/// <summary>The loop of a failed screening: problem → rectified → closed by another → second look → open again.</summary>
public class ScreeningProblemsTests
{
    [Fact]
    public async Task A_failed_item_opens_its_problem_and_none_else()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;

        await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.BadWater(household));

        var problem = Assert.Single(await store.AllAsync<Problem>());
        Assert.Equal(("饮水", "排查走访", "饮水安全未达标：手压井出水少，没有接自来水。", household.Id), (problem.Category, problem.Source, problem.Description, problem.HouseholdId!.Value));
        Assert.Equal((ScreeningLedger.Key, "water", "刘某"), (problem.OriginLedger, problem.OriginItem, problem.FoundBy));
        Assert.Equal((1, 1, 0, 1), (await store.CountAsync("screenings.water-failed"), await store.CountAsync("screenings.failing"), await store.CountAsync("screenings.water-met"), await store.CountAsync("screenings.food-met")));
    }

    [Fact]
    public async Task A_corrected_result_withdraws_an_untouched_problem_and_notes_one_that_is_being_rectified()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        var saved = await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.BadWater(household));
        (saved.WaterAmount, saved.Water) = (60, ScreeningResult.Met);
        saved = await store.SaveAsync(ScreeningLedger.Ledger, saved);
        Assert.Empty(await store.AllAsync<Problem>());

        (saved.WaterAmount, saved.Water) = (15, ScreeningResult.Failed);
        saved = await store.SaveAsync(ScreeningLedger.Ledger, saved);
        var problem = Assert.Single(await store.AllAsync<Problem>());
        Assert.EndsWith("-001", problem.Number, StringComparison.Ordinal);

        await store.ActAsync(BookStore.Staff, problem, ProblemAct.Assign, new ActForm { Owner = "刘某", DueOn = BookStore.Today.AddDays(3) });
        (saved.WaterAmount, saved.Water) = (60, ScreeningResult.Met);
        await store.SaveAsync(ScreeningLedger.Ledger, saved);
        problem = Assert.Single(await store.AllAsync<Problem>());
        Assert.Equal((ProblemState.Rectifying, "2020-08-31 摸排结果改为已达标。"), (problem.State, problem.Remark));
    }

    [Fact]
    public async Task An_open_problem_of_an_earlier_screening_is_not_opened_twice_and_an_older_screening_opens_nothing()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.BadWater(household, new DateOnly(2020, 6, 1)));
        await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.BadWater(household, new DateOnly(2020, 8, 1)));
        Assert.Single(await store.AllAsync<Problem>());

        var older = ScreeningSamples.Met(household, new DateOnly(2020, 3, 1));
        (older.HasProtein, older.Food, older.FoodBasis) = (false, ScreeningResult.Failed, "很少吃肉");
        await store.SaveAsync(ScreeningLedger.Ledger, older);
        Assert.Single(await store.AllAsync<Problem>());
        Assert.Equal((1, 3, 0), (await store.CountAsync("screenings.newest"), await store.CountAsync("screenings.all"), await store.CountAsync("screenings.food-failed")));
        // As it stood in April: one screening, food not met.
        Assert.Equal((1, 1, 0), (await store.CountAsync("screenings.newest", new DateOnly(2020, 4, 1)), await store.CountAsync("screenings.food-failed", new DateOnly(2020, 4, 1)), await store.CountAsync("screenings.water-failed", new DateOnly(2020, 4, 1))));
    }

    [Fact]
    public async Task The_one_who_rectified_may_not_close_and_a_failed_second_look_opens_the_problem_again()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.BadWater(household));
        var problem = Assert.Single(await store.AllAsync<Problem>());
        await store.ActAsync(BookStore.Staff, problem, ProblemAct.Assign, new ActForm { Owner = "刘某", DueOn = BookStore.Today.AddDays(3) });
        await store.ActAsync(BookStore.Staff, problem, ProblemAct.Report, new ActForm { Note = "已接自来水", RectifiedOn = BookStore.Today });
        var refused = await store.WithAsync<ProblemDesk, ActResult>(BookStore.Staff, async desk =>
            await desk.ActAsync(new ProblemRef(problem.Id, (await desk.FindAsync(problem.Id, CancellationToken.None))!.Version), ProblemAct.Close, new ActForm { Note = "属实" }, CancellationToken.None));
        Assert.Contains("谁整改谁不能销号", refused.Message, StringComparison.Ordinal);
        await store.ActAsync(BookStore.Colleague, problem, ProblemAct.Close, new ActForm { Note = "属实" });

        var recheck = Assert.Single(await store.WithAsync<RecheckDesk, IReadOnlyList<Recheck>>(BookStore.Staff, d => d.WaitingAsync(HouseholdStore.Zhangzhai, ScreeningLedger.Key, CancellationToken.None)));
        Assert.Equal(1, await store.WithAsync<RecheckDesk, int>(BookStore.Staff, d => d.CountAsync(ScreeningLedger.Key, CancellationToken.None)));
        Assert.Null(await store.WithAsync<RecheckDesk, string?>(BookStore.Staff, d => d.RecordAsync(recheck.Id, recheck.Version, passed: false, "又停水了", CancellationToken.None)));
        Assert.True(Assert.Single(await store.AllAsync<Problem>()).IsOpen);
    }

    [Fact]
    public async Task A_new_screening_begins_with_what_is_known_and_its_children_must_fit_the_members()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.Met(household));

        var sheet = await store.WithAsync<ScreeningDesk, ScreeningSheet?>(BookStore.Staff, d => d.ReadAsync(household.Id, CancellationToken.None));
        Assert.Equal(("B级", 1, 1, 0, 40), (sheet!.Draft.HouseGrade, sheet.Draft.SchoolAge, sheet.Draft.InSchool, sheet.Draft.Uninsured, sheet.Draft.WaterAmount));
        Assert.Equal((0L, BookStore.Today, 5_000_00L, "王小某"), (sheet.Draft.Id, sheet.Draft.ScreenedOn, sheet.Draft.IncomePerHead!.Value, Assert.Single(sheet.Children).Name));

        var wrong = ScreeningSamples.Met(household, BookStore.Today);
        (wrong.SchoolAge, wrong.InSchool, wrong.Schooling) = (null, null, ScreeningResult.NotApplicable);
        Assert.Contains("家庭成员里有 1 名 6 至 15 周岁的孩子", await store.FaultsAsync(ScreeningLedger.Ledger, wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_counts_households_and_knows_its_past()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        await store.Store.AddAsync(HouseholdStore.Household(BookStore.Sanhe, "3715221169000020", "孙某"));
        await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.Met(household, new DateOnly(2020, 2, 10)));

        Assert.Equal((1, 1, 1), (await store.CountAsync("households.screened"), await store.CountAsync("households.unscreened"), await store.CountAsync("households.screen-stale")));
        Assert.Equal((0, 2), (await store.CountAsync("households.screened", new DateOnly(2020, 2, 9)), await store.CountAsync("households.unscreened", new DateOnly(2020, 2, 9))));
        Assert.Equal(0, await store.CountAsync("households.screen-stale", new DateOnly(2020, 7, 1)));
    }

    [Fact]
    public async Task Two_households_of_one_name_are_told_apart_by_their_numbers()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        var (other, rows) = BookStore.Family("3715221169000030");
        await store.Store.AddAsync(rows);
        var first = await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.Met(household));
        var second = await store.SaveAsync(ScreeningLedger.Ledger, ScreeningSamples.Met(other));

        Assert.Equal((household.Number, other.Number, other.Id), (first.HouseholdNumber, second.HouseholdNumber, second.HouseholdId!.Value));
        Assert.Contains("与已有的“王某 2020-08-20 摸排”相同", await store.FaultsAsync(ScreeningLedger.Ledger, ScreeningSamples.Met(other)), StringComparison.Ordinal);
        Assert.IsType<RowRefused>(await store.TryAsync(ScreeningLedger.Ledger, ScreeningSamples.Met(other, BookStore.Today), BookStore.Leader));
    }

    private static async Task<(BookStore Store, Household Household)> OpenAsync()
    {
        var (household, rows) = BookStore.Family();
        return (await BookStore.OpenAsync(rows), household);
    }
}
