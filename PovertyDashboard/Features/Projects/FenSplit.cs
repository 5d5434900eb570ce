namespace PovertyDashboard.Features.Projects;

/// <summary>
/// Divides an amount by parts so that not a fen is lost (最大余数法): everybody gets his whole fen, and what is left goes, a fen each,
/// to those with the largest remainders; equal remainders in the order given.
/// </summary>
public static class FenSplit
{
    /// <summary>The amounts in the order of the parts; their sum is the amount. No part at all gets nothing.</summary>
    /// <param name="fen">The amount, not negative.</param>
    /// <param name="parts">The parts, none negative.</param>
    public static IReadOnlyList<long> By(long fen, IReadOnlyList<long> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        var whole = parts.Aggregate(Int128.Zero, (sum, part) => sum + (part >= 0 ? part : throw new ArgumentOutOfRangeException(nameof(parts))));
        if (whole == 0) return [.. parts.Select(_ => 0L)];
        var amounts = parts.Select(part => (long)((Int128)fen * part / whole)).ToArray();
        var left = (int)(fen - amounts.Sum());
        foreach (var at in Enumerable.Range(0, parts.Count).OrderByDescending(i => (Int128)fen * parts[i] % whole).ThenBy(i => i).Take(left)) amounts[at]++;
        return amounts;
    }

    /// <summary>Equal amounts that differ by a fen at most.</summary>
    public static IReadOnlyList<long> Equally(long fen, int count) => By(fen, [.. Enumerable.Repeat(1L, count)]);
}
