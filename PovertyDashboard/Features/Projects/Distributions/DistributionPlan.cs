using System.Globalization;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>One line of a plan (分配方案的一行): a household, or a village that keeps the money.</summary>
public sealed class PlanLine
{
    public long Village { get; init; }

    public long? HouseholdId { get; init; }

    /// <summary>户主; empty for a village's collective.</summary>
    public string HouseholdName { get; init; } = "";

    public string Class { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Amount in fen.</summary>
    public long Amount { get; set; }

    public bool IsCollective => HouseholdName.Length == 0;
}

/// <summary>A plan of distribution (分配方案) before it is saved: its lines never drift from the amounts that were divided, not by a fen.</summary>
/// <param name="Left">What the pool still has, in fen.</param>
public sealed record DistributionPlan(int Year, string ProjectName, long Left)
{
    public List<PlanLine> Lines { get; init; } = [];

    public DateOnly? PostedFrom { get; set; }

    public long Sum => Lines.Sum(l => l.Amount);

    /// <summary>What stays after the plan; negative where it asks for too much.</summary>
    public long Rest => Left - Sum;

    /// <summary>Divides the amount among the lines by their parts (最大余数法).</summary>
    public static void Divide(IReadOnlyList<PlanLine> lines, long fen, IReadOnlyList<long> parts)
    {
        foreach (var (line, amount) in lines.Zip(FenSplit.By(fen, parts))) line.Amount = amount;
    }

    /// <summary>Divides the amount equally among the lines.</summary>
    public static void DivideEqually(IReadOnlyList<PlanLine> lines, long fen) => Divide(lines, fen, [.. lines.Select(_ => 1L)]);

    /// <summary>
    /// Why rows break the rule that so many per cent of photovoltaic money pay for work (公益岗位和公益事业劳务), or null. What a joint station
    /// passes on to a village's collective has not been used yet, so it does not count.
    /// </summary>
    public static string? WorkFault(int percent, IEnumerable<(string Class, long Fen)> rows, bool isJoint)
    {
        var counted = rows.Where(r => !isJoint || r.Class != DistributionClass.Collective).ToList();
        var (paid, whole) = (counted.Where(r => DistributionClass.IsWork(r.Class)).Sum(r => r.Fen), counted.Sum(r => r.Fen));
        if (percent == 0 || whole == 0 || (Int128)paid * 100 >= (Int128)whole * percent) return null;
        // Downwards: 79.99 must not read as the 80 that it misses.
        var share = (Math.Floor(1000m * paid / whole) / 10).ToString("0.0", CultureInfo.InvariantCulture);
        return $"公益岗位和公益事业劳务只占 {share}%（{ProjectText.Yuan(paid)} 元 ÷ {ProjectText.Yuan(whole)} 元），规定不低于 {percent}%。请增加公益岗位、公益事业劳务，或减少奖励、补助。";
    }

    /// <summary>The rows of the ledger that the plan makes; lines without an amount make none.</summary>
    public IReadOnlyList<Distribution> Rows() =>
    [
        .. Lines.Where(l => l.Amount != 0).Select(l => new Distribution
        {
            Region = l.Village,
            Year = Year,
            ProjectName = ProjectName,
            HouseholdId = l.HouseholdId,
            HouseholdName = l.HouseholdName,
            Class = l.Class,
            Reason = l.Reason,
            Amount = l.Amount,
            PostedFrom = PostedFrom,
        }),
    ];
}
