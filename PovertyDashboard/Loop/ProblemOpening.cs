using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Loop;

/// <summary>What a room tells when it has found something (发现问题).</summary>
/// <param name="Region">Village of the household or project.</param>
/// <param name="OriginId">Id of the finding row; 0 while it is not saved yet.</param>
public sealed record Finding(
    long Region, string HouseholdName, long? HouseholdId, string Source, string Category, string Description,
    DateOnly FoundOn, string FoundBy, string OriginLedger, long OriginId, string OriginItem, DateOnly? DueOn = null);

/// <summary>Turns findings into problems: number, deadline by the settings, state 待交办.</summary>
public static class ProblemOpening
{
    /// <summary>Setting: days to rectify a general problem (一般问题整改天数) [local rule].</summary>
    public const string DaysKey = "problem.days.general";

    private const int DefaultDays = 15;

    public static Problem Open(Finding finding, string number, SettingsDirectory settings) => new()
    {
        Region = finding.Region,
        Township = RegionKey.TownshipOf(finding.Region),
        Number = number,
        HouseholdName = finding.HouseholdName,
        HouseholdId = finding.HouseholdId,
        Source = finding.Source,
        Category = finding.Category,
        Description = finding.Description,
        FoundOn = finding.FoundOn,
        FoundBy = finding.FoundBy,
        DueOn = finding.DueOn ?? finding.FoundOn.AddDays(settings.Number(DaysKey, finding.FoundOn, DefaultDays)),
        State = ProblemState.Waiting,
        OriginLedger = finding.OriginLedger,
        OriginId = finding.OriginId == 0 ? null : finding.OriginId,
        OriginItem = finding.OriginItem,
    };

    /// <summary>The next free numbers of a township on a day: 20200821-003. Ask inside the write transaction.</summary>
    public static async Task<ProblemNumbers> NumbersAsync(AppDbContext db, long region, DateOnly day, CancellationToken ct)
    {
        var township = RegionKey.TownshipOf(region);
        var prefix = day.ToString("yyyyMMdd-", CultureInfo.InvariantCulture);
        // Deleted rows and rows outside the user's villages keep their numbers too.
        var used = await db.Set<Problem>().IgnoreQueryFilters().Where(p => p.Township == township && p.Number.StartsWith(prefix)).Select(p => p.Number).ToListAsync(ct);
        var last = used.Select(n => int.TryParse(n.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var k) ? k : 0).DefaultIfEmpty().Max();
        return new ProblemNumbers(prefix, last);
    }

    /// <summary>Problems that have come into another township and meet its numbers get the next free ones of their day.</summary>
    public static async Task RenumberAsync(AppDbContext db, IReadOnlyList<LedgerRow> moved, CancellationToken ct)
    {
        var numbers = new Dictionary<(long Township, DateOnly Day), ProblemNumbers>();
        var brought = moved.Cast<Problem>().Select(p => p.Number).ToHashSet();
        foreach (var problem in moved.Cast<Problem>())
        {
            var township = RegionKey.TownshipOf(problem.Region);
            if (township == problem.Township || !await db.Set<Problem>().IgnoreQueryFilters().AnyAsync(p => p.Township == township && p.Number == problem.Number, ct)) continue;
            var day = (township, problem.FoundOn);
            if (!numbers.TryGetValue(day, out var next)) numbers[day] = next = await NumbersAsync(db, problem.Region, problem.FoundOn, ct);
            do problem.Number = next.Next();
            while (brought.Contains(problem.Number));
        }
    }
}

/// <summary>Hands out the numbers of one township and day, one after another.</summary>
public sealed class ProblemNumbers(string prefix, int last)
{
    private int _last = last;

    public string Next() => prefix + (++_last).ToString("000", CultureInfo.InvariantCulture);
}
