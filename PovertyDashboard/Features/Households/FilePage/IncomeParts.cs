using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>One kind of income with its share of the whole (收入构成).</summary>
public sealed record IncomePart(string Title, long Fen, string Color, string Share)
{
    public string Yuan => ColumnText.Scaled(Fen, 2);
}

/// <summary>The four kinds of income of a household and what they add up to (domain facts 3.4).</summary>
public sealed class IncomeParts
{
    public IncomeParts(Household household)
    {
        (string Title, long Fen, string Color)[] kinds =
        [
            ("工资性收入", household.WageIncome ?? 0, "chart-1"),
            ("生产经营性收入", household.BusinessIncome ?? 0, "chart-2"),
            ("财产性收入", household.PropertyIncome ?? 0, "chart-3"),
            ("转移性收入", household.TransferIncome ?? 0, "chart-4"),
        ];
        Gross = kinds.Sum(k => k.Fen);
        Parts = [.. kinds.Select(k => new IncomePart(k.Title, k.Fen, k.Color, Share(k.Fen, Gross)))];
        Cost = household.BusinessCost ?? 0;
        Net = household.NetIncome;
        PerHead = household.IncomePerHead;
        Agrees = Net is null || Net == Gross - Cost;
    }

    public IReadOnlyList<IncomePart> Parts { get; }

    /// <summary>收入合计.</summary>
    public long Gross { get; }

    public long Cost { get; }

    public long? Net { get; }

    public long? PerHead { get; }

    /// <summary>Whether the registered 纯收入 is what its parts yield.</summary>
    public bool Agrees { get; }

    public static string Yuan(long? fen) => fen is { } value ? ColumnText.Scaled(value, 2) : ColumnText.Empty;

    private static string Share(long part, long whole) => whole == 0 ? ColumnText.Empty : ((decimal)part / whole).ToString("0.0%", CultureInfo.InvariantCulture);
}
