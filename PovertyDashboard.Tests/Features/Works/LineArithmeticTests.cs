using CsCheck;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>核减, 核增 and totals never drift by a fen, whatever the quantities and prices.</summary>
public sealed class LineArithmeticTests
{
    private static readonly Gen<WorkLine> Lines = Gen.Select(Gen.Long[0, 1_000_000_00], Gen.Long[0, 1_000_000_00], Gen.Long[-1, 1_000_000_00], Gen.Long[-1, 1_000_000_00]).Select(t =>
    {
        var line = NewLine();
        (line.ReportedQuantity, line.ReportedPrice, line.VerifiedQuantity, line.VerifiedPrice) = (t.Item1, t.Item2, t.Item3 < 0 ? null : t.Item3, t.Item4 < 0 ? null : t.Item4);
        WorkLineRules.Fill(line);
        return line;
    });

    [Fact]
    public void An_amount_is_quantity_times_price_to_the_half_fen() => Gen.Select(Gen.Long[0, 1_000_000_00], Gen.Long[0, 1_000_000_00]).Sample((quantity, price) =>
    {
        // |100 × amount − quantity × price| ≤ 50 in whole numbers: no other fen is nearer; the half goes up.
        var rest = ((Int128)100 * LineAmounts.Of(quantity, price)) - ((Int128)quantity * price);
        Assert.True(rest > -50 && rest <= 50);
    });

    [Theory]
    [InlineData(1, 50, 1)]
    [InlineData(1, 49, 0)]
    [InlineData(3, 50, 2)]
    [InlineData(-1, 50, -1)]
    [InlineData(0_50, 0_33, 17)]
    public void Half_a_fen_goes_away_from_nought(long quantity, long price, long amount) => Assert.Equal(amount, LineAmounts.Of(quantity, price));

    [Fact]
    public void Reported_less_cut_plus_added_is_approved_for_each_verified_line() => Lines.Sample(line =>
    {
        Assert.True(line is { Cut: >= 0, Added: >= 0 } && (line.Cut == 0 || line.Added == 0));
        if (line.VerifiedAmount is { } approved) Assert.Equal(approved, line.ReportedAmount - line.Cut + line.Added);
        else Assert.Equal((0L, 0L, null), (line.Cut, line.Added, line.VerifiedPrice));
    });

    [Fact]
    public void Sums_of_a_home_add_up_and_never_set_off_cuts_against_additions() => Lines.Array[1, 40].Sample(lines =>
    {
        var sums = LineSums.Of(lines);
        Assert.Equal(sums.Approved, sums.Checked - sums.Cut + sums.Added);
        Assert.Equal((lines.Sum(l => l.Cut), lines.Sum(l => l.Added), lines.Sum(l => l.ReportedAmount)), (sums.Cut, sums.Added, sums.Reported));
        // However the lines are parted into 社区, the parts add up to the whole.
        var (first, second) = (LineSums.Of(lines.Take(lines.Length / 2)), LineSums.Of(lines.Skip(lines.Length / 2)));
        Assert.Equal((sums.Reported, sums.Approved, sums.Cut, sums.Added, sums.Lines), (first.Reported + second.Reported, first.Approved + second.Approved, first.Cut + second.Cut, first.Added + second.Added, first.Lines + second.Lines));
    });

    [Fact]
    public void Filling_a_line_again_changes_nothing() => Lines.Sample(line =>
    {
        var once = (line.ReportedAmount, line.VerifiedAmount, line.VerifiedPrice, line.Cut, line.Added);
        WorkLineRules.Fill(line);
        Assert.Equal(once, (line.ReportedAmount, line.VerifiedAmount, line.VerifiedPrice, line.Cut, line.Added));
    });

    [Fact]
    public void The_sums_of_concluded_lines_pass_the_rules_of_an_audit() => Lines.Array[1, 20].Sample(lines =>
    {
        foreach (var line in lines)
        {
            line.VerifiedQuantity ??= line.ReportedQuantity;
            WorkLineRules.Fill(line);
        }

        var sums = LineSums.Of(lines);
        var conclusion = sums.Cut + sums.Added > 0 ? AuditConclusion.Partly : AuditConclusion.True;
        var audit = new HomeAudit { AuditedOn = Today, Lines = sums.Lines, Reported = sums.Reported, Verified = sums.Approved, Cut = sums.Cut, Added = sums.Added, Conclusion = conclusion };
        Assert.Empty(AuditRules.Check(audit, new RowContext(Today, Staff)));
    });
}
