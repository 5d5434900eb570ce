using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Features.Jobs;

public sealed class HolderRulesTests
{
    private static readonly RowContext Context = new(JobsStore.Today, JobsStore.Staff);

    [Fact]
    public void A_right_holder_has_no_fault_and_gets_what_follows_from_others()
    {
        var holder = Filled(_ => { });
        Assert.Empty(HolderRules.Check(holder, Context));
        Assert.Equal(("保洁岗（扶贫）", HolderState.OnPost, true, "男", new DateOnly(1980, 1, 1)), (holder.PostName, holder.State, holder.IsOnPost, holder.Gender, holder.BornOn));
        Assert.Equal(40, HolderRules.AgeOn(holder.BornOn, JobsStore.Today));
    }

    [Theory]
    [InlineData("在岗", true)]
    [InlineData("请假", true)]
    [InlineData("离岗", false)]
    [InlineData("退出", false)]
    public void Who_is_on_leave_is_on_post(string state, bool isOnPost) => Assert.Equal(isOnPost, Filled(h => h.State = state).IsOnPost);

    [Fact]
    public void An_exit_has_its_month_and_makes_the_state() =>
        Assert.Equal((HolderState.Left, 202_006), Filled(h => h.ExitedOn = new DateOnly(2020, 6, 15)) is var left ? (left.State, left.ExitMonth) : default);

    [Fact]
    public void A_disability_certificate_is_the_same_person() =>
        Assert.Equal(JobsStore.Deng, Filled(h => h.IdNumber = JobsStore.Deng + "43").PersonKey);

    [Fact]
    public void Without_kind_or_name_there_is_no_post() => Refused("岗位类别：没有写明是什么岗位", h => h.PostKind = "");

    [Fact]
    public void An_agreement_does_not_end_before_it_begins() => Refused("协议终止：早于协议开始", h => (h.AgreementFrom, h.AgreementUntil) = (new(2020, 2, 1), new(2020, 1, 1)));

    [Fact]
    public void Nobody_leaves_before_he_comes() => Refused("退出日期：早于上岗日期", h => h.ExitedOn = new(2019, 7, 31));

    [Fact]
    public void Who_has_left_is_not_on_post() => Refused("在岗状态：已填写退出日期", h => (h.State, h.ExitedOn) = (HolderState.OnPost, new(2020, 7, 31)));

    [Fact]
    public void Who_is_on_post_has_no_reason_of_exit() => Refused("退出原因：人还在岗", h => h.ExitReason = "超龄");

    [Fact]
    public void Nobody_begins_before_he_is_born() => Refused("上岗日期：早于证件号码中的出生日期", h => h.StartedOn = new(1979, 1, 1));

    [Theory]
    [InlineData("2020-01-01", null, "2020-06-01", null, true)]
    [InlineData("2020-01-01", "2020-06-01", "2020-06-01", null, false)]
    [InlineData("2020-01-01", "2020-06-02", "2020-06-01", null, true)]
    [InlineData("2020-06-01", null, "2020-01-01", "2020-05-31", false)]
    public void Two_stays_clash_only_while_both_last(string from, string? to, string otherFrom, string? otherTo, bool clash)
    {
        var text = HolderRules.ClashOf(Stay(from, to), Stay(otherFrom, otherTo));
        Assert.Equal(clash, text is not null);
        if (clash) Assert.Contains("一人多岗/重复", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_number_with_two_names_clashes_whatever_the_days() =>
        Assert.Contains("另一人", HolderRules.ClashOf(Stay("2020-01-01", "2020-02-01"), Filled(h => h.Name = "赵某")), StringComparison.Ordinal);

    private static void Refused(string begin, Action<Holder> change)
    {
        var fault = Assert.Single(HolderRules.Check(Changed(change), Context));
        Assert.StartsWith(begin, fault.Message, StringComparison.Ordinal);
        Assert.Contains("请", fault.Message, StringComparison.Ordinal);
    }

    private static Holder Stay(string from, string? to) => Filled(h => (h.StartedOn, h.ExitedOn) = (DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null)));

    private static Holder Filled(Action<Holder> change)
    {
        var holder = Changed(change);
        HolderRules.Fill(holder);
        return holder;
    }

    private static Holder Changed(Action<Holder> change)
    {
        var holder = JobsStore.NewHolder();
        change(holder);
        return holder;
    }
}
