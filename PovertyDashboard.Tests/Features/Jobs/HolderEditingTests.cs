using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>Entering people and posts by hand: the same rules across rows as in files.</summary>
public sealed class HolderEditingTests : IAsyncLifetime
{
    private JobsStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_first_person_brings_the_post_and_the_second_joins_it()
    {
        await _store.AddHolderAsync();
        await _store.AddHolderAsync("赵某", Qian, h => h.PostName = "保洁岗（扶贫）");
        var (post, people) = await _store.InStoreAsync(UserIdentity.System, async db => (await db.Set<Post>().SingleAsync(), await db.Set<Holder>().ToListAsync()));
        Assert.Equal(("保洁岗（扶贫）", "保洁", "扶贫", 1), (post.Name, post.Kind, post.Source, post.Quota));
        Assert.All(people, p => Assert.Equal((post.Id, "保洁"), (p.PostId, p.PostKind)));
    }

    [Fact]
    public async Task A_second_post_of_a_person_is_refused_and_nothing_is_lost()
    {
        await _store.AddHolderAsync();
        var second = NewHolder();
        (second.Region, second.PostKind, second.StartedOn) = (Shangzhuang, "护路", new DateOnly(2020, 3, 1));
        await RefusedAsync(second, "身份证号", "一人多岗/重复（2019-08-01 起已在“保洁岗（扶贫）”岗位，没有退出）");
        Assert.Equal(1, await _store.InStoreAsync(UserIdentity.System, db => db.Set<Post>().CountAsync()));

        var first = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().AsNoTracking().SingleAsync());
        (first.State, first.ExitedOn, first.ExitReason) = (HolderState.Left, new DateOnly(2020, 3, 1), "协议到期");
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, HolderLedger.Ledger, first, first.Version));
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, HolderLedger.Ledger, second));
    }

    [Fact]
    public async Task A_post_in_another_town_counts_and_its_place_stays_untold()
    {
        await _store.AddHolderAsync(change: h => h.Region = Dayang);
        await RefusedAsync(NewHolder(), "身份证号", "在其他地区已登记上岗");
    }

    [Fact]
    public async Task A_deleted_person_comes_back_only_while_he_has_no_other_post()
    {
        var first = await _store.AddHolderAsync();
        Assert.IsType<RowSaved>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(HolderLedger.Ledger, first.Id, first.Version, "误登", CancellationToken.None)));
        await _store.AddHolderAsync(change: h => (h.Region, h.StartedOn) = (Shangzhuang, new DateOnly(2020, 1, 1)));
        var outcome = Assert.IsType<RowInvalid>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.RestoreAsync(HolderLedger.Ledger, first.Id, CancellationToken.None)));
        Assert.Contains("一人多岗", outcome.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_post_without_kind_or_source_is_refused()
    {
        var holder = NewHolder();
        (holder.PostName, holder.PostKind) = ("看门岗", "");
        await RefusedAsync(holder, "岗位名称", "村里没有“看门岗”这个岗位");
        (holder.PostKind, holder.PostSource) = ("治安协管", "");
        await RefusedAsync(holder, "岗位来源", "必填项为空");
    }

    [Fact]
    public async Task The_kind_of_a_known_post_cannot_be_another()
    {
        await _store.AddHolderAsync();
        var holder = NewHolder("赵某", Qian);
        (holder.PostName, holder.PostKind) = ("保洁岗（扶贫）", "护路");
        await RefusedAsync(holder, "岗位类别", "与岗位登记不同（“护路”，岗位“保洁岗（扶贫）”是“保洁”）");
    }

    [Theory]
    [InlineData(Sun, "上岗时超过 65 周岁（74 岁）")]
    [InlineData("371599200805150023", "上岗时未满 16 周岁（11 岁）")]
    public async Task Age_limits_are_settings_and_hold_for_who_is_entered_now(string id, string says) => await RefusedAsync(NewHolder("孙某", id), "上岗日期", says);

    [Fact]
    public async Task Another_limit_of_age_holds_from_its_day_on()
    {
        await _store.SetAsync(JobsSettings.MaxAgeMenKey, "80", new DateOnly(2019, 1, 1));
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, HolderLedger.Ledger, NewHolder("孙某", Sun)));
    }

    [Fact]
    public async Task An_exit_entered_by_hand_needs_its_day_and_reason()
    {
        var holder = NewHolder();
        holder.State = HolderState.Left;
        await RefusedAsync(holder, "退出日期", "没有填写退出日期");
        holder.ExitedOn = new DateOnly(2020, 7, 31);
        await RefusedAsync(holder, "退出原因", "没有选择原因");
    }

    [Fact]
    public async Task An_exit_before_ticked_days_is_refused()
    {
        var holder = await _store.AddHolderAsync();
        await _store.TickMonthAsync(holder.Id, 202_007);
        var copy = (Holder)RowCopy.Of(HolderLedger.Ledger, holder);
        (copy.State, copy.ExitedOn, copy.ExitReason) = (HolderState.Left, new DateOnly(2020, 7, 10), "自主就业");
        await RefusedAsync(copy, "退出日期", "退出以后还有出勤记录（2020-07-11）", holder.Version);
        copy.ExitedOn = new DateOnly(2020, 7, 31);
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, HolderLedger.Ledger, copy, holder.Version));
    }

    [Fact]
    public async Task A_person_is_linked_to_his_household_by_his_number()
    {
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            var household = new Household { Region = Qianwang, Number = "3715220001", HeadName = "赵某", HeadId = Zhao, Size = 2, Type = "脱贫享受政策户" };
            household.Members.Add(new Member { Region = Qianwang, Number = "37152200010001", Name = "邓某", IdNumber = Deng, Relation = "之子" });
            db.Add(household);
            return await db.SaveChangesAsync();
        });
        var holder = await _store.AddHolderAsync();
        Assert.NotNull(holder.HouseholdId);
        Assert.Equal("赵某", holder.HouseholdName);
    }

    [Fact]
    public async Task A_renamed_post_takes_its_people_along_and_one_with_people_stays_where_it_is()
    {
        await _store.AddHolderAsync();
        var post = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Post>().AsNoTracking().SingleAsync());
        post.Name = "村卫生清扫岗";
        post = (Post)Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, PostLedger.Ledger, post, post.Version)).Row;
        Assert.Equal("村卫生清扫岗", await _store.InStoreAsync(UserIdentity.System, async db => (await db.Set<Holder>().SingleAsync()).PostName));

        var moved = (Post)RowCopy.Of(PostLedger.Ledger, post);
        moved.Region = Shangzhuang;
        var outcome = Assert.IsType<RowInvalid>(await _store.SaveAsync(Staff, PostLedger.Ledger, moved, post.Version));
        Assert.Contains("已有人员", outcome.Faults[0].Message, StringComparison.Ordinal);
        var deletion = await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(PostLedger.Ledger, post.Id, post.Version, "撤岗", CancellationToken.None));
        Assert.Contains("登记有 1 人", Assert.IsType<RowRefused>(deletion).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_over_the_limit_are_refused()
    {
        var post = new Post { Region = Qianwang, Name = "保洁岗", Kind = "保洁", Source = "扶贫", DailyHours = 85 };
        Assert.Contains("超过每天 8 小时", Assert.IsType<RowInvalid>(await _store.SaveAsync(Staff, PostLedger.Ledger, post)).Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_and_inspectors_only_look()
    {
        Assert.IsType<RowRefused>(await _store.SaveAsync(Leader, HolderLedger.Ledger, NewHolder()));
        Assert.IsType<RowRefused>(await _store.SaveAsync(Inspector, PostLedger.Ledger, new Post { Region = Qianwang, Name = "岗", Kind = "保洁", Source = "扶贫" }));
        Assert.IsType<RowRefused>(await _store.SaveAsync(HanjiStaff, HolderLedger.Ledger, NewHolder()));
    }

    private async Task RefusedAsync(Holder holder, string column, string says, int version = 0)
    {
        var fault = Assert.Single(Assert.IsType<RowInvalid>(await _store.SaveAsync(Staff, HolderLedger.Ledger, holder, version)).Faults);
        Assert.Equal(column, fault.Column);
        Assert.StartsWith(column + "：", fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Contains("请", fault.Message, StringComparison.Ordinal);
    }
}
