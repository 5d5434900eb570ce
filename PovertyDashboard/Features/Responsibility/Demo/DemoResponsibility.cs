using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>Synthetic rows of the grid for the verb <c>demo</c>: helpers, visits with findings and measures of help of the batch; people, pledges, meetings and notices of places that have none.</summary>
internal static class DemoResponsibility
{
    private const int FindingEvery = 120;

    public static readonly IReadOnlyList<DemoSource> Sources =
    [
        new(70, HelpersAsync), new(71, VisitsAsync), new(72, (batch, ct) => VisitProblems.EffectsAsync(batch.Db, batch.Written<Visit>(), batch.Services.GetRequiredService<SettingsDirectory>(), ct)),
        new(73, AidAsync), new(74, VillagesAsync), new(75, MeetingsAsync), new(76, LinesAsync),
    ];

    private static Task<IReadOnlyList<LedgerRow>> HelpersAsync(DemoBatch batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LedgerRow>>([.. ResponsibilityExamples.HelpersOf([.. batch.Households.OrderBy(h => h.Region).ThenBy(h => h.Id)], batch.First)]);

    /// <summary>Two rounds of visits; one household in five was left out of the last.</summary>
    private static Task<IReadOnlyList<LedgerRow>> VisitsAsync(DemoBatch batch, CancellationToken ct)
    {
        var visits = new List<LedgerRow>();
        foreach (var (helper, i) in batch.Written<Assignment>().Where(a => a.EndedOn is null && a.HouseholdId is not null).Select((a, i) => (a, i)))
            for (var week = 0; week < 2; week++)
                if (batch.Random.Next(5) != 0) visits.Add(DemoTexts.Visit(helper, batch.Today.AddDays(-7 * week - batch.Random.Next(7)), i + week, week == 1 ? FindingEvery : 0));
        return Task.FromResult<IReadOnlyList<LedgerRow>>(visits);
    }

    private static Task<IReadOnlyList<LedgerRow>> AidAsync(DemoBatch batch, CancellationToken ct) => Task.FromResult<IReadOnlyList<LedgerRow>>(
        [.. batch.Written<Assignment>().Where(a => a.EndedOn is null && a.HouseholdId is not null && batch.Random.Next(3) > 0).Select(a => DemoTexts.Aid(a, batch.Random.Next(60)))]);

    private static async Task<IReadOnlyList<LedgerRow>> VillagesAsync(DemoBatch batch, CancellationToken ct)
    {
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var villages = batch.Places.Select(p => p.Village).Distinct().Order().ToList();
        var known = await batch.Db.Set<Assignment>().Where(a => villages.Contains(a.Region) && a.Level != AssignmentLevel.Household).Select(a => a.Region).Distinct().ToListAsync(ct);
        var rows = new List<LedgerRow>();
        foreach (var village in villages.Except(known))
        {
            rows.AddRange(DemoPeople.OfVillage(village, (int)(village % 97), new(2019, 3, 1), tree.NameAt(village, RegionLevel.Township) ?? ""));
            rows.Add(new Posting { Region = village, PostedOn = batch.Today.AddDays(-(int)(village % 17)), Venue = "村委会公开栏", Remark = DemoPeople.Mark });
        }

        var towns = villages.Except(known).GroupBy(RegionKey.TownshipOf);
        var signed = await batch.Db.Set<Pledge>().Where(p => p.Level == "区-镇").Select(p => p.Region).ToListAsync(ct);
        foreach (var town in towns) rows.AddRange(DemoMeetings.PledgesOf(town.Key, [.. town], tree).Where(p => p.Level != "区-镇" || !signed.Contains(p.Region)));
        return rows;
    }

    private static async Task<IReadOnlyList<LedgerRow>> MeetingsAsync(DemoBatch batch, CancellationToken ct)
    {
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var towns = batch.Places.Select(p => RegionKey.TownshipOf(p.Village)).Distinct().Order().ToList();
        var known = await batch.Db.Set<Meeting>().Where(m => towns.Contains(m.Region)).Select(m => m.Region).Distinct().ToListAsync(ct);
        return [.. towns.Except(known).SelectMany(town => DemoMeetings.MeetingsOf(town, tree, batch.Today))];
    }

    private static Task<IReadOnlyList<LedgerRow>> LinesAsync(DemoBatch batch, CancellationToken ct)
    {
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        return Task.FromResult<IReadOnlyList<LedgerRow>>([.. batch.Written<Meeting>().GroupBy(m => m.Region).SelectMany(town => town.SelectMany((m, i) => DemoMeetings.LinesOf(m, i, tree.NameOf(town.Key), batch.Today)))]);
    }
}
