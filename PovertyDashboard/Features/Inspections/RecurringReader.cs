using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections;

/// <summary>From when a kind of problem counts as recurring (倾向性、苗头性的标准) [local rule].</summary>
/// <param name="Months">Months counted back, this one included.</param>
/// <param name="Villages">倾向性: found in at least so many villages.</param>
/// <param name="Times">苗头性: found at least so often in one village.</param>
public sealed record RecurringLimits(int Months, int Villages, int Times)
{
    public const string MonthsKey = "inspection.recurring.months", VillagesKey = "inspection.recurring.villages", TimesKey = "inspection.recurring.times";

    private const int Default = 3;

    public static RecurringLimits On(SettingsDirectory settings, DateOnly day) =>
        new(settings.Number(MonthsKey, day, Default), settings.Number(VillagesKey, day, Default), settings.Number(TimesKey, day, Default));

    /// <summary>The first day that counts.</summary>
    public DateOnly From(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1 - Months);
}

/// <summary>How often a kind was found in a village in a month (发现次数).</summary>
public sealed record KindCount(string Kind, long Village, int Month, int Count);

/// <summary>A kind of problem over villages and months (问题种类).</summary>
public sealed record RecurringKind(string Kind, IReadOnlyList<KindCount> Counts, RecurringLimits Limits)
{
    public int Total => Counts.Sum(c => c.Count);

    public IReadOnlyList<long> Villages => [.. Counts.GroupBy(c => c.Village).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key).Select(g => g.Key)];

    public int In(int month) => Counts.Where(c => c.Month == month).Sum(c => c.Count);

    public int At(long village) => Counts.Where(c => c.Village == village).Sum(c => c.Count);

    /// <summary>倾向性: in many villages.</summary>
    public bool IsTendency => Villages.Count >= Limits.Villages;

    /// <summary>苗头性: again and again in one village.</summary>
    public bool IsSign => Villages.Any(v => At(v) >= Limits.Times);

    public bool IsRecurring => IsTendency || IsSign;
}

/// <summary>The kinds of problem of a place in the last months (倾向性、苗头性问题).</summary>
/// <param name="From">First day that is counted.</param>
/// <param name="Months">The months as yyyymm, oldest first.</param>
/// <param name="Kinds">The kinds, the most frequent first.</param>
public sealed record RecurringSheet(DateOnly From, DateOnly Until, IReadOnlyList<int> Months, RecurringLimits Limits, IReadOnlyList<RecurringKind> Kinds);

/// <summary>Counts findings by kind, village and month and says which of them recur (倾向性问题查询).</summary>
public sealed class RecurringReader(IDbContextFactory<AppDbContext> stores, SettingsDirectory settings, CurrentUser user, Clock clock)
{
    public async Task<RecurringSheet> ReadAsync(long region, CancellationToken ct)
    {
        var (until, range) = (clock.Today, RegionKey.Subtree(region));
        var limits = RecurringLimits.On(settings, until);
        var from = limits.From(until);
        await using var db = await stores.CreateDbContextAsync(ct);
        var found = !user.Identity.May(Act.ReadInspections) ? []
            : await db.Set<InspectionFinding>().Where(f => f.Region >= range.Lo && f.Region < range.Hi && f.FoundOn >= from && f.FoundOn <= until).Select(f => new { f.Kind, f.Region, f.FoundOn }).ToListAsync(ct);
        var counts = found.GroupBy(f => (f.Kind, f.Region, Month: f.FoundOn.Year * 100 + f.FoundOn.Month)).Select(g => new KindCount(g.Key.Kind, g.Key.Region, g.Key.Month, g.Count()));
        return new RecurringSheet(
            from, until, [.. Enumerable.Range(0, limits.Months).Select(i => from.AddMonths(i)).Select(m => m.Year * 100 + m.Month)], limits,
            [.. counts.GroupBy(c => c.Kind).Select(g => new RecurringKind(g.Key, [.. g], limits)).OrderByDescending(k => k.IsRecurring).ThenByDescending(k => k.Total).ThenBy(k => k.Kind, StringComparer.Ordinal)]);
    }
}
