using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The arithmetic of pay (工资计算) in whole fen, and the rules of a line; pure.</summary>
public static class WageRules
{
    /// <summary>Standard × paid days ÷ due days, rounded half up to the fen; the full month is the standard itself.</summary>
    public static long Base(long standard, int due, int paidDays) => due <= 0 ? 0 : checked((2 * standard * paidDays) + due) / (2 * due);

    /// <summary>Days that are paid: those present and, where leave is paid, those of leave.</summary>
    public static int PaidDays(int present, int leave, bool leaveIsPaid) => leaveIsPaid ? present + leave : present;

    /// <summary>应发 and 实发 from what stands in the line.</summary>
    public static (long Gross, long Net) Amounts(WageLine line)
    {
        var gross = Base(line.Standard, line.Due, PaidOf(line)) + line.Bonus;
        return (gross, gross - line.Deduction - line.Settled);
    }

    /// <summary>Stored values that follow from others; run before each save on every path. What is fixed stays as it is.</summary>
    public static void Fill(WageLine line)
    {
        if (line.State == WageState.Fixed) return;
        line.PaidDays = PaidOf(line);
        (line.Gross, line.Net) = Amounts(line);
        (line.WrittenGross, line.WrittenNet) = (null, null);
    }

    public static IEnumerable<Fault> Check(WageLine line, RowContext context)
    {
        if (line.LinkFault is { } unknown)
        {
            yield return unknown;
            yield break;
        }

        if (!YearMonth.IsMonth(line.Month)) yield break;
        if (line.Month > YearMonth.Of(context.Today)) yield return new Fault("月份", $"月份：还没有到（“{YearMonth.Text(line.Month)}”）。请填写不晚于本月的月份。");
        if (line.Due > YearMonth.Days(line.Month)) yield return Days("应出勤", line.Due, $"{YearMonth.Words(line.Month)}有 {YearMonth.Days(line.Month)} 天");
        if (line.Present > line.Due) yield return Days("实出勤", line.Present, $"应出勤 {line.Due} 天");
        if (line.PaidDays > line.Due) yield return Days("计薪天数", line.PaidDays, $"应出勤 {line.Due} 天");
        var (gross, net) = Amounts(line);
        if (line.WrittenGross is { } stated && stated != gross)
            yield return new Fault("应发金额", $"应发金额：与“标准×计薪天数÷应出勤＋奖励”不符（“{Yuan(stated)}”，应为 {Yuan(gross)}）。请核对，或清空此格由系统计算。");
        if (line.WrittenNet is { } paid && paid != net)
            yield return new Fault("实发金额", $"实发金额：与“应发－扣款－已发”不符（“{Yuan(paid)}”，应为 {Yuan(net)}）。请核对，或清空此格由系统计算。");
        if (AmountFault(line) is { } amount) yield return amount;
    }

    /// <summary>What is taken off may not be more than what is earned.</summary>
    public static Fault? AmountFault(WageLine line) => Amounts(line).Gross - line.Deduction < 0
        ? new Fault("扣款", $"扣款：多于应发金额（“{Yuan(line.Deduction)}”，应发 {Yuan(Amounts(line).Gross)}）。请填写不大于应发的金额。")
        : null;

    /// <summary>A file changes nothing that is approved or handed in, and in a draft only 扣款, 奖励, 账号 and 备注.</summary>
    public static string? RefuseImport(WageLine stored, WageLine incoming)
    {
        if (stored.State != WageState.Draft) return $"状态：{YearMonth.Words(stored.Month)}工资表{stored.State}，不能再改。{(stored.State == WageState.Fixed ? "请做更正表。" : "请先退回再改。")}";
        (string Header, bool Same)[] computed =
        [
            ("月标准", stored.Standard == incoming.Standard), ("应出勤", stored.Due == incoming.Due), ("实出勤", stored.Present == incoming.Present),
            ("计薪天数", stored.PaidDays == incoming.PaidDays), ("已发金额", stored.Settled == incoming.Settled),
        ];
        return computed.FirstOrDefault(c => !c.Same).Header is { } header ? $"{header}：由考勤和标准算出，文件不能改。请改考勤或标准后重新生成工资表。" : null;
    }

    public static string Yuan(long fen) => ColumnText.Scaled(fen, 2);

    /// <summary>A sheet that tells only the days present pays those.</summary>
    private static int PaidOf(WageLine line) => line.PaidDays == 0 ? line.Present : line.PaidDays;

    private static Fault Days(string header, int days, string most) => new(header, string.Create(CultureInfo.InvariantCulture, $"{header}：太多（“{days}”，{most}）。请核对后填写。"));
}
