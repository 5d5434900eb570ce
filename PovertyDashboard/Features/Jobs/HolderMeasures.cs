using System.Linq.Expressions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// The measures of people on posts (上岗人员指标). On a day somebody is on post who had begun and had not left by then; a day of leaving
/// counts as left. Limits of age and term are dated settings.
/// </summary>
public static class HolderMeasures
{
    private static readonly Ledger<Holder> Ledger = HolderLedger.Ledger;

    public static readonly RowMeasure<Holder> OnPost = new("holders.on-post", "在岗人员", Ledger, (_, day) => h => h.StartedOn <= day && (h.IsOnPost || h.ExitedOn > day)) { HasHistory = true };

    /// <summary>The measures that need nothing but the rows.</summary>
    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        OnPost,
        new RatioMeasure("holders.filled-rate", "岗位到岗率", OnPost, PostMeasures.Quota) { IsChip = false, Good = GoodDirection.Up },
        Present("leave", "请假", h => h.State == HolderState.OnLeave),
        Present("left", "已退出", h => !h.IsOnPost),
        new RowMeasure<Holder>("holders.started-this-year", "本年上岗", Ledger, (_, day) =>
        {
            var first = new DateOnly(day.Year, 1, 1);
            return h => h.StartedOn >= first && h.StartedOn <= day;
        })
        { HasHistory = true, IsChip = false },
        new RowMeasure<Holder>("holders.left-this-year", "本年退出", Ledger, (_, day) =>
        {
            var first = new DateOnly(day.Year, 1, 1);
            return h => h.ExitedOn >= first && h.ExitedOn <= day;
        })
        { HasHistory = true, IsChip = false },
        new RowMeasure<Holder>("holders.uninsured", "意外险缺失或到期", Ledger, (_, day) => h => h.IsOnPost && (h.Insured != true || h.InsuredUntil < day)) { Good = GoodDirection.Down },
        new RowMeasure<Holder>("holders.agreement-ended", "协议已到期", Ledger, (_, day) => h => h.IsOnPost && h.AgreementUntil < day) { Good = GoodDirection.Down },
        Present("self-supporting", "自立退出", h => h.ExitReason == "自主就业" || h.ExitReason == "稳定脱贫", GoodDirection.Up),
        Present("exit-undated", "退出未填日期", h => !h.IsOnPost && h.ExitedOn == null, GoodDirection.Down, isChip: false),
        Present("unlinked", "未关联户", h => h.HouseholdId == null, isChip: false),
        Present("no-account", "缺银行账号", h => h.IsOnPost && h.BankCard == "", GoodDirection.Down, isChip: false),
        new RowMeasure<Holder>("holders.unticked", "本月未记考勤", Ledger, (db, day) =>
        {
            var month = YearMonth.Of(day);
            return h => h.IsOnPost && h.StartedOn <= day && !db.Set<Attendance>().Any(a => a.HolderId == h.Id && a.Month == month);
        })
        { AlsoDependsOn = [AttendanceLedger.Key], Good = GoodDirection.Down },
        new RowMeasure<Holder>("holders.gone-but-paid", "离岗仍发放", Ledger, (db, day) =>
        {
            var last = YearMonth.Add(YearMonth.Of(day), -1);
            return h => (h.ExitMonth != null && db.Set<WageLine>().Any(l => l.HolderId == h.Id && l.Month > h.ExitMonth && l.Net > 0))
                || (h.ExitMonth == null && !h.IsOnPost && db.Set<WageLine>().Any(l => l.HolderId == h.Id && l.Month >= last && l.Net > 0));
        })
        { AlsoDependsOn = [WageLedger.Key], Good = GoodDirection.Down },
    ];

    /// <summary>Households with somebody on a post, and those that left one because they stand on their own feet.</summary>
    public static IReadOnlyList<HouseholdCondition> Conditions { get; } =
    [
        new("households.on-post", "有人在公益岗", (db, day) => db.Set<Holder>().Where(h => h.HouseholdId != null && h.StartedOn <= day && (h.IsOnPost || h.ExitedOn > day)).Select(h => h.HouseholdId!.Value), [HolderLedger.Key])
        {
            HasHistory = true,
            RateKey = "households.on-post-rate",
            RateTitle = "公益岗覆盖率",
        },
        new(
            "households.self-supporting",
            "自立退出公益岗",
            (db, day) => db.Set<Holder>().Where(h => h.HouseholdId != null && (h.ExitReason == "自主就业" || h.ExitReason == "稳定脱贫") && (h.ExitedOn == null || h.ExitedOn <= day)).Select(h => h.HouseholdId!.Value),
            [HolderLedger.Key])
        {
            Good = GoodDirection.Up,
        },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("holders.by-kind", OnPost, [HolderLedger.Kind]),
        new("holders.by-source", OnPost, [HolderLedger.Source]),
        new("holders.by-kind-and-source", OnPost, [HolderLedger.Kind, HolderLedger.Source]),
        new("holders.by-exit-reason", (RowMeasure)Fixed[3], [HolderLedger.ExitReason]),
    ];

    /// <summary>How many <see cref="Dated"/> are, to register each by itself.</summary>
    public const int DatedCount = 4;

    /// <summary>The measures whose limits are settings: agreement soon over, too old, too long on the post.</summary>
    public static IReadOnlyList<Measure> Dated(SettingsDirectory settings) =>
    [
        new RowMeasure<Holder>("holders.agreement-ending", "协议即将到期", Ledger, (_, day) =>
        {
            var last = day.AddDays(settings.RemindDays(day));
            return h => h.IsOnPost && h.AgreementUntil >= day && h.AgreementUntil <= last;
        })
        { Good = GoodDirection.Down },
        new RowMeasure<Holder>("holders.insurance-ending", "意外险即将到期", Ledger, (_, day) =>
        {
            var last = day.AddDays(settings.RemindDays(day));
            return h => h.IsOnPost && h.Insured == true && h.InsuredUntil >= day && h.InsuredUntil <= last;
        })
        { Good = GoodDirection.Down, IsChip = false },
        new RowMeasure<Holder>("holders.over-age", "超龄在岗", Ledger, (_, day) =>
        {
            // Somebody of 65 is too old from the day he turns 66.
            var (men, women) = (day.AddYears(-settings.MaxAge(day, "男") - 1), day.AddYears(-settings.MaxAge(day, "女") - 1));
            return h => h.IsOnPost && ((h.Gender == "女" && h.BornOn <= women) || (h.Gender != "女" && h.BornOn <= men));
        })
        { Good = GoodDirection.Down },
        new RowMeasure<Holder>("holders.over-term", "超期在岗", Ledger, (_, day) =>
        {
            var first = day.AddMonths(-settings.TermMonths(day));
            return h => h.IsOnPost && h.StartedOn < first;
        })
        { Good = GoodDirection.Down },
    ];

    /// <summary>A measure of what stands in the rows now; its past is not in them.</summary>
    private static RowMeasure<Holder> Present(string key, string title, Expression<Func<Holder, bool>> where, GoodDirection good = GoodDirection.Neutral, bool isChip = true) =>
        new($"holders.{key}", title, Ledger, (_, _) => where) { Good = good, IsChip = isChip };
}
