using CsCheck;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>A wage sheet never drifts by a fen from attendance × standard.</summary>
public sealed class WageArithmeticTests
{
    private static readonly Gen<string> Marks = Gen.Int[0, 4].Select(i => "√○×/ "[i]).Array[31].Select(m => new string(m));

    private static readonly Gen<(string Marks, int Month, long Standard, bool LeavePaid, long Bonus, long Deduction)> Months =
        Gen.Select(Marks, Gen.Int[0, 59], Gen.Long[0, 1_000_000_00], Gen.Bool, Gen.Long[0, 500_00], Gen.Long[0, 500_00])
            .Select(m => (m.Item1, YearMonth.Add(201_901, m.Item2), m.Item3, m.Item4, m.Item5, m.Item6));

    [Fact]
    public void Each_line_is_standard_by_attendance_to_the_half_fen() => Months.Sample(m =>
    {
        var line = Line(m);
        var attendance = Ticked(m.Marks, m.Month);
        var paid = attendance.Present + (m.LeavePaid ? attendance.Leave : 0);
        // |base × due − standard × paid| ≤ due ÷ 2, in whole numbers: no other fen is nearer.
        var earned = line.Gross - line.Bonus;
        Assert.True(Math.Abs((2 * earned * line.Due) - (2 * m.Standard * paid)) <= line.Due);
        Assert.Equal(line.Gross - line.Deduction, line.Net);
    });

    [Fact]
    public void The_full_month_is_the_standard_and_no_day_is_nothing() => Months.Sample(m =>
    {
        var attendance = Ticked(m.Marks, m.Month);
        Assert.Equal(m.Standard, WageRules.Base(m.Standard, Math.Max(1, attendance.Due), Math.Max(1, attendance.Due)));
        Assert.Equal(0, WageRules.Base(m.Standard, attendance.Due, 0));
    });

    [Fact]
    public void Making_and_filling_a_line_again_changes_nothing() => Months.Sample(m =>
    {
        var line = Line(m);
        var once = (line.Gross, line.Net, line.PaidDays);
        WageRules.Fill(line);
        WageRules.Fill(line);
        Assert.Equal(once, (line.Gross, line.Net, line.PaidDays));
    });

    [Fact]
    public void A_sheet_s_sum_is_the_sum_of_its_lines_and_more_days_never_pay_less() => Months.Array[1, 60].Sample(all =>
    {
        var lines = all.Select(Line).ToList();
        Assert.Equal(lines.Sum(l => l.Gross) - lines.Sum(l => l.Deduction), lines.Sum(l => l.Net));
        foreach (var line in lines.Where(l => l.PaidDays < l.Due))
            Assert.True(WageRules.Base(line.Standard, line.Due, line.PaidDays + 1) >= WageRules.Base(line.Standard, line.Due, line.PaidDays));
    });

    [Fact]
    public void A_correction_pays_exactly_what_is_missing() => Gen.Select(Months, Marks).Sample(m =>
    {
        var first = Line(m.Item1);
        var right = Line(m.Item1 with { Marks = m.Item2 });
        right.Settled = first.Net;
        var (_, net) = WageRules.Amounts(right);
        Assert.Equal(Line(m.Item1 with { Marks = m.Item2 }).Net, first.Net + net);
    });

    [Theory]
    [InlineData(500_00, 27, 26, 481_48)]
    [InlineData(500_00, 26, 13, 250_00)]
    [InlineData(600_00, 31, 1, 19_35)]
    [InlineData(100, 3, 2, 67)]
    [InlineData(1, 2, 1, 1)]
    public void Examples_counted_by_hand(long standard, int due, int paid, long expected) => Assert.Equal(expected, WageRules.Base(standard, due, paid));

    private static WageLine Line((string Marks, int Month, long Standard, bool LeavePaid, long Bonus, long Deduction) m)
    {
        var line = WageMaker.LineOf(new Holder { Region = JobsStore.Qianwang, Name = "邓某" }, Ticked(m.Marks, m.Month), m.Standard, m.LeavePaid);
        (line.Bonus, line.Deduction) = (m.Bonus, m.Deduction);
        (line.Gross, line.Net) = WageRules.Amounts(line);
        return line;
    }

    private static Attendance Ticked(string marks, int month)
    {
        var row = new Attendance { Month = month, Marks = marks[..YearMonth.Days(month)].PadRight(31) };
        AttendanceRules.Fill(row);
        return row;
    }
}
