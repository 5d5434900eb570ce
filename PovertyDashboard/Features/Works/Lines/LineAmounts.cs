namespace PovertyDashboard.Features.Works.Lines;

/// <summary>The sums of lines (合计) in fen; 申报 − 核减 + 核增 = 核定 for every verified line and so for any sum of them.</summary>
/// <param name="Lines">How many lines.</param>
/// <param name="Verified">How many of them are verified.</param>
/// <param name="Reported">申报合计 of all lines.</param>
/// <param name="Checked">申报合计 of the verified lines.</param>
/// <param name="Approved">核定合计.</param>
/// <param name="Cut">核减合计.</param>
/// <param name="Added">核增合计.</param>
public readonly record struct LineSums(int Lines, int Verified, long Reported, long Checked, long Approved, long Cut, long Added)
{
    public bool IsComplete => Lines > 0 && Lines == Verified;

    public static LineSums Of(IEnumerable<WorkLine> lines)
    {
        var sums = default(LineSums);
        foreach (var line in lines)
        {
            var (cut, added) = LineAmounts.Difference(line.ReportedAmount, line.VerifiedAmount);
            sums = new LineSums(
                sums.Lines + 1, sums.Verified + (line.IsVerified ? 1 : 0), sums.Reported + line.ReportedAmount, sums.Checked + (line.IsVerified ? line.ReportedAmount : 0),
                sums.Approved + (line.VerifiedAmount ?? 0), sums.Cut + cut, sums.Added + added);
        }

        return sums;
    }
}

/// <summary>Arithmetic of lines in whole fen (金额计算); pure, never a double.</summary>
public static class LineAmounts
{
    /// <summary>Quantities are stored in hundredths.</summary>
    public const int QuantityScale = 2;

    /// <summary>工日 are counted by half days.</summary>
    public const long HalfDay = 50;

    private const int Hundred = 100;

    /// <summary>金额 = 数量 × 单价, rounded half away from zero to the fen (domain facts section 7).</summary>
    public static long Of(long quantity, long price)
    {
        var product = (Int128)quantity * price;
        var rounded = (product + (product < 0 ? -Hundred / 2 : Hundred / 2)) / Hundred;
        return (long)Int128.Clamp(rounded, long.MinValue, long.MaxValue);
    }

    /// <summary>核减 and 核增 of a line, one of them nought; both nought while it is not verified.</summary>
    public static (long Cut, long Added) Difference(long reported, long? approved) => approved is not { } amount ? (0, 0) : (Math.Max(0, reported - amount), Math.Max(0, amount - reported));

    /// <summary>The three amounts of the line as they follow from quantities and prices; a verified line without a price of its own keeps the reported one.</summary>
    public static (long Reported, long? Verified) Of(WorkLine line) =>
        (Of(line.ReportedQuantity, line.ReportedPrice), line.VerifiedQuantity is { } quantity ? Of(quantity, line.VerifiedPrice ?? line.ReportedPrice) : null);
}
