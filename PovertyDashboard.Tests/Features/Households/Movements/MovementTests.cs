using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households.Movements;

/// <summary>Movements are applied from their day on, once, and leave the figures of earlier days as they were.</summary>
public class MovementTests
{
    private static readonly DateOnly Day = new(2020, 6, 15), DayBefore = new(2020, 6, 14);

    [Fact]
    public async Task A_death_ends_the_member_from_its_day_and_past_figures_stay()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        Assert.Equal((4, 1), (await store.CountAsync("members.all"), await store.CountAsync("members.elders")));

        var death = await store.SaveAsync(MovementLedger.Ledger, Of(household, MovementKind.Died, "张某"));
        store.Forget();
        Assert.Equal((3, 0, 1), (await store.CountAsync("members.all"), await store.CountAsync("members.elders"), await store.CountAsync("members.gone")));
        Assert.Equal((4, 1, 0), (await store.CountAsync("members.all", DayBefore), await store.CountAsync("members.elders", DayBefore), await store.CountAsync("members.gone", DayBefore)));
        Assert.Equal(3, await store.CountAsync("households.people"));

        // Saved again with another day: the day moves, nobody is taken off twice.
        death.HappenedOn = Day.AddDays(3);
        await store.SaveAsync(MovementLedger.Ledger, death);
        Assert.Equal((Day.AddDays(3), 3), ((await store.AllAsync<Member>()).Single(m => m.Name == "张某").LeftOn!.Value, Assert.Single(await store.AllAsync<Household>()).Size!.Value));
        Assert.StartsWith("变动对象：“张某”已于 2020-06-18 死亡", await store.FaultsAsync(MovementLedger.Ledger, Of(household, MovementKind.Died, "张某", Day.AddDays(9))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_been_applied_is_put_right_before_it_is_deleted()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        var death = await store.SaveAsync(MovementLedger.Ledger, Of(household, MovementKind.Died, "张某"));
        Assert.StartsWith("删除：成员“张某”", Assert.IsType<RowRefused>(await DeleteAsync(store, death)).Sentence, StringComparison.Ordinal);
        var member = (await store.AllAsync<Member>()).Single(m => m.Name == "张某");
        (member.LeftOn, member.LeaveReason, member.Household) = (null, "", null);
        await store.SaveAsync(MemberLedger.Ledger, Valid(member));
        Assert.IsType<RowSaved>(await DeleteAsync(store, death));
    }

    [Fact]
    public async Task A_birth_with_an_id_becomes_a_member_and_one_without_waits()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        var birth = Of(household, MovementKind.Born, "王新某", new DateOnly(2020, 3, 1));
        await store.SaveAsync(MovementLedger.Ledger, birth);
        Assert.Equal((1, 4), (await store.CountAsync("movements.unregistered"), await store.CountAsync("members.all")));

        var other = Of(household, MovementKind.MovedIn, "李老某");
        (other.IdNumber, other.Relation) = ("371599194806200311", "");
        Assert.StartsWith("与户主关系：“李老某”要登记为家庭成员", await store.FaultsAsync(MovementLedger.Ledger, other), StringComparison.Ordinal);
        other.Relation = "之父";
        await store.SaveAsync(MovementLedger.Ledger, other);
        store.Forget();
        var joined = (await store.AllAsync<Member>()).Single(m => m.Name == "李老某");
        Assert.Equal((Day, household.Id, "男", 5), (joined.JoinedOn!.Value, joined.HouseholdId, joined.Gender, Assert.Single(await store.AllAsync<Household>()).Size!.Value));
        Assert.Equal((5, 4, 1), (await store.CountAsync("members.all"), await store.CountAsync("members.all", DayBefore), await store.CountAsync("movements.unregistered")));
    }

    [Fact]
    public async Task A_household_that_moves_away_goes_with_its_people_from_its_day()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        await store.SaveAsync(MovementLedger.Ledger, Of(household, MovementKind.MovedOut, Movement.Whole));
        store.Forget();
        Assert.Equal((0, 0, 1), (await store.CountAsync("households.all"), await store.CountAsync("members.all"), await store.CountAsync("households.ended")));
        Assert.Equal((1, 4), (await store.CountAsync("households.all", DayBefore), await store.CountAsync("members.all", DayBefore)));
        Assert.StartsWith("发生日期：这一户已于 2020-06-15 迁出", await store.FaultsAsync(MovementLedger.Ledger, Of(household, MovementKind.Relapsed, Movement.Whole, BookStore.Today)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_moves_the_person_and_a_merger_ends_the_household()
    {
        var (store, household) = await OpenAsync();
        await using var _ = store;
        var other = HouseholdStore.Household(BookStore.Sanhe, "3715221169000020", "孙某", h => h.Size = 1);
        await store.Store.AddAsync(other);
        var split = Of(household, MovementKind.Split, "张某");
        Assert.StartsWith("相关户编号：分户没有写另一户", await store.FaultsAsync(MovementLedger.Ledger, split), StringComparison.Ordinal);
        split.OtherNumber = "9999999999";
        Assert.StartsWith("相关户编号：没有这一户", await store.FaultsAsync(MovementLedger.Ledger, split), StringComparison.Ordinal);
        split.OtherNumber = other.Number;
        await store.SaveAsync(MovementLedger.Ledger, split);
        var households = await store.AllAsync<Household>();
        Assert.Equal((3, 1, other.Id), (households[0].Size!.Value, households[1].Size!.Value, (await store.AllAsync<Member>()).Single(m => m.Name == "张某").HouseholdId));
        Assert.Equal(Day, households[1].CameOn);

        var merger = Of(households[1], MovementKind.Merged, Movement.Whole, Day.AddDays(30));
        merger.OtherNumber = household.Number;
        await store.SaveAsync(MovementLedger.Ledger, merger);
        store.Forget();
        households = await store.AllAsync<Household>();
        Assert.Equal((4, Day.AddDays(30), "并户"), (households[0].Size!.Value, households[1].EndedOn!.Value, households[1].EndReason));
        Assert.Equal((4, 1, 2), (await store.CountAsync("members.all"), await store.CountAsync("households.all"), await store.CountAsync("households.all", Day.AddDays(29))));
    }

    [Fact]
    public async Task Identification_relapse_and_cleared_risk_change_the_household_by_their_rules()
    {
        var (store, household) = await OpenAsync(h => (h.IdentifiedIn, h.LiftedIn, h.MonitorKind, h.RiskFoundOn) = (201_612, 201_812, "脱贫不稳定户", new DateOnly(2020, 5, 1)));
        await using var _ = store;
        Assert.Contains("首次识别时间不同（2016-12）", await store.FaultsAsync(MovementLedger.Ledger, Of(household, MovementKind.Identified, Movement.Whole)), StringComparison.Ordinal);
        Assert.Contains("早于这一户的脱贫时间", await store.FaultsAsync(MovementLedger.Ledger, Of(household, MovementKind.Relapsed, Movement.Whole, new DateOnly(2018, 1, 1))), StringComparison.Ordinal);
        Assert.Contains("早于风险识别时间", await store.FaultsAsync(MovementLedger.Ledger, Of(household, MovementKind.RiskCleared, Movement.Whole, new DateOnly(2020, 4, 1))), StringComparison.Ordinal);

        await store.SaveAsync(MovementLedger.Ledger, Of(household, MovementKind.RiskCleared, Movement.Whole));
        await store.SaveAsync(MovementLedger.Ledger, Of(household, MovementKind.Relapsed, Movement.Whole));
        var changed = Assert.Single(await store.AllAsync<Household>());
        Assert.Equal((true, Day, "未脱贫户"), (changed.RiskCleared!.Value, changed.RiskClearedOn!.Value, changed.Type));
        Assert.Equal((1, 1), (await store.CountAsync("movements.relapsed"), await store.CountAsync("movements.risk-cleared")));
        Assert.Contains("没有脱贫，不能登记返贫", await store.FaultsAsync(MovementLedger.Ledger, Of(household, MovementKind.Relapsed, Movement.Whole, Day.AddDays(1))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MovementKind.Died, Movement.Whole, "", "", "变动对象：死亡要写明是谁")]
    [InlineData(MovementKind.Relapsed, "王某", "", "", "变动对象：返贫是整户的变动")]
    [InlineData(MovementKind.Died, "王某", "3715221169000020", "", "相关户编号：死亡不涉及另一户")]
    [InlineData(MovementKind.Born, "王某", "", "371599194806200311", "发生日期：与证件号码里的出生日期不同（1948-06-20）")]
    [InlineData(MovementKind.MovedOut, Movement.Whole, "", "371599194806200311", "证件号码：整户的变动不填证件号码")]
    public void A_movement_that_does_not_fit_its_kind_is_refused(string kind, string subject, string other, string id, string sentence)
    {
        var movement = new Movement { Kind = kind, Subject = subject, OtherNumber = other, IdNumber = id, HappenedOn = Day };
        Assert.StartsWith(sentence, Assert.Single(MovementRules.Check(movement, new RowContext(BookStore.Today, UserIdentity.System))).Message, StringComparison.Ordinal);
    }

    private static async Task<(BookStore Store, Household Household)> OpenAsync(Action<Household>? set = null)
    {
        var (household, rows) = BookStore.Family(set: set);
        return (await BookStore.OpenAsync(rows), household);
    }

    private static Movement Of(Household household, string kind, string subject, DateOnly? day = null) =>
        new() { Region = household.Region, HouseholdId = household.Id, HouseholdName = household.HeadName, Kind = kind, Subject = subject, HappenedOn = day ?? Day, Reason = "示例" };

    private static Member Valid(Member member)
    {
        member.IdNumber = "371599195211030020";
        return member;
    }

    private static Task<SaveOutcome> DeleteAsync(BookStore store, Movement movement) =>
        store.WithAsync<LedgerEditor, SaveOutcome>(BookStore.Staff, e => e.DeleteAsync(MovementLedger.Ledger, movement.Id, movement.Version, "误登", CancellationToken.None));
}
