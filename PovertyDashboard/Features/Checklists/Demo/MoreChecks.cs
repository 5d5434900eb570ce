using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Demo;

/// <summary>
/// Synthetic checks for the verb <c>demo</c>: of ten households six are checked; what fails opens its problem as a tick would,
/// and most of these go through the close-out, which asks for re-checks.
/// </summary>
internal static class MoreChecks
{
    private const int CheckedPercent = 60;

    public static readonly IReadOnlyList<DemoSource> Sources = [new(30, MakeAsync), new(31, OpenProblemsAsync), new(32, LiveAsync)];

    private static async Task<IReadOnlyList<LedgerRow>> MakeAsync(DemoBatch batch, CancellationToken ct)
    {
        var versions = await batch.Run.KeepAsync(() => Task.FromResult(new Versions()));
        var checks = new List<LedgerRow>();
        foreach (var household in batch.Households.Where(_ => batch.Random.Next(100) < CheckedPercent))
        {
            var campaigns = await MoreCampaigns.OfAsync(batch, RegionKey.TownshipOf(household.Region));
            if (campaigns.Count == 0) continue;
            var campaign = campaigns[batch.Random.Next(campaigns.Count)];
            var last = campaign.EndsOn < batch.Today ? campaign.EndsOn : batch.Today;
            var day = campaign.StartsOn.AddDays(batch.Random.Next(last.DayNumber - campaign.StartsOn.DayNumber + 1));
            var wanted = await versions.OfAsync(batch, campaign, ct);
            checks.AddRange(wanted.Take(batch.Random.Next(3) == 0 ? wanted.Count : 1).Select(v => DemoChecks.Make(household, campaign, v, day, batch.Today, batch.Random)));
        }

        return checks;
    }

    private static Task<IReadOnlyList<LedgerRow>> OpenProblemsAsync(DemoBatch batch, CancellationToken ct) =>
        CheckProblems.EffectsAsync(batch.Db, batch.Written<Check>(), batch.Services.GetRequiredService<SettingsDirectory>(), ct);

    /// <summary>Saves the acts itself: they change rows that the batch has just written.</summary>
    private static async Task<IReadOnlyList<LedgerRow>> LiveAsync(DemoBatch batch, CancellationToken ct)
    {
        var opened = batch.Written<Problem>().Select(p => p.Id).ToList();
        if (opened.Count == 0) return [];
        var (low, high) = (opened.Min(), opened.Max());
        var problems = await batch.Db.Set<Problem>().Where(p => p.Id >= low && p.Id <= high && p.OriginLedger == CheckLedger.Ledger.Key).OrderBy(p => p.FoundOn).ThenBy(p => p.Id).ToListAsync(ct);
        await DemoProblemLife.LiveAsync(batch.Db, problems, batch.Today, batch.Services.GetRequiredService<SettingsDirectory>(), ct);
        return [];
    }

    /// <summary>The newest checklist versions of each campaign's place.</summary>
    private sealed class Versions
    {
        private readonly Dictionary<(long, string), IReadOnlyList<ChecklistTemplate>> _of = [];

        public async Task<IReadOnlyList<ChecklistTemplate>> OfAsync(DemoBatch batch, Campaign campaign, CancellationToken ct)
        {
            var key = (campaign.Region, campaign.Families);
            if (!_of.TryGetValue(key, out var versions)) _of[key] = versions = await ChecklistVersions.CurrentAsync(batch.Db, campaign.Region, campaign.FamilyList, ct);
            return versions;
        }
    }
}
