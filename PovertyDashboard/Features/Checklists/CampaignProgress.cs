using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists;

/// <summary>How far a village is in a campaign (村检查进度).</summary>
/// <param name="Households">Households of the village in the store.</param>
/// <param name="Checked">Households of them with a check of the campaign.</param>
/// <param name="Unlinked">Checks that name no known household (未关联).</param>
/// <param name="Failed">Checks with a failed item.</param>
public sealed record VillageProgress(long Region, int Households, int Checked, int Unlinked, int Failed, long PassedWeight, long ApplicableWeight)
{
    public int? ScorePermille => CheckScore.PermilleOf(PassedWeight, ApplicableWeight);

    public int? CheckedPermille => CheckScore.PermilleOf(Checked, Households);

    public int Open => Math.Max(0, Households - Checked);

    public static VillageProgress Sum(long region, IEnumerable<VillageProgress> parts) => parts.Aggregate(
        new VillageProgress(region, 0, 0, 0, 0, 0, 0),
        (a, b) => new VillageProgress(region, a.Households + b.Households, a.Checked + b.Checked, a.Unlinked + b.Unlinked, a.Failed + b.Failed,
            a.PassedWeight + b.PassedWeight, a.ApplicableWeight + b.ApplicableWeight));
}

/// <summary>A campaign with its villages and its checks by day (活动进度).</summary>
public sealed record CampaignProgress(Campaign Campaign, VillageProgress Total, IReadOnlyList<VillageProgress> Villages, IReadOnlyList<(DateOnly Day, int Checks)> Days);

/// <summary>The state of a household in a campaign (户检查状态); check is its newest one.</summary>
/// <param name="Items">Items of the check's version; 0 while unchecked.</param>
public sealed record HouseholdProgress(long Id, string Name, string Number, Check? Check, int Items)
{
    public const string Unchecked = "未检查";
    public const string Going = "检查中";
    public const string Finished = "已完成";

    public string State => Check is null ? Unchecked : Check.FinishedOn is not null || Check.AnsweredCount >= Items ? Finished : Going;
}

/// <summary>Reads the progress of campaigns for the user's part of their place.</summary>
public sealed class CampaignReader(IDbContextFactory<AppDbContext> contexts, HouseholdKeys households)
{
    /// <summary>Campaigns that touch the region, newest first.</summary>
    public async Task<IReadOnlyList<Campaign>> ListAsync(long region, CancellationToken ct)
    {
        var (range, above) = (RegionKey.Subtree(region), ChecklistVersions.PathOf(region));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Campaign>().AsNoTracking().Where(c => above.Contains(c.Region) || (c.Region >= range.Lo && c.Region < range.Hi))
            .OrderByDescending(c => c.StartsOn).ThenBy(c => c.Region).ThenBy(c => c.Id).Take(50).ToListAsync(ct);
    }

    public async Task<Campaign?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
    }

    /// <summary>The progress inside the part of the campaign's place that lies in the region.</summary>
    public Task<CampaignProgress> ProgressAsync(Campaign campaign, long region, CancellationToken ct) => ProgressAsync(campaign, region, campaign.EndsOn, ct);

    /// <summary>As above, as it stood at the end of a day of the campaign.</summary>
    public async Task<CampaignProgress> ProgressAsync(Campaign campaign, long region, DateOnly until, CancellationToken ct)
    {
        var (outer, asked) = (RegionKey.Subtree(campaign.Region), RegionKey.Subtree(region));
        var range = outer.Contains(asked) ? asked : outer;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counts = await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.EndedOn == null).GroupBy(h => h.Region)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var checks = ChecksOf(db, campaign).Where(c => c.Region >= range.Lo && c.Region < range.Hi && c.CheckedOn <= until);
        var found = await checks.GroupBy(c => c.Region).Select(g => new
        {
            g.Key,
            Checked = g.Select(c => c.HouseholdId).Distinct().Count(id => id != null),
            Unlinked = g.Count(c => c.HouseholdId == null),
            Failed = g.Count(c => c.FailedCount > 0),
            Passed = g.Sum(c => (long)c.PassedWeight),
            Applicable = g.Sum(c => (long)c.ApplicableWeight),
        }).ToDictionaryAsync(g => g.Key, ct);
        var villages = counts.Keys.Union(found.Keys).Order().Select(key => found.GetValueOrDefault(key) is { } f
            ? new VillageProgress(key, counts.GetValueOrDefault(key), f.Checked, f.Unlinked, f.Failed, f.Passed, f.Applicable)
            : new VillageProgress(key, counts.GetValueOrDefault(key), 0, 0, 0, 0, 0)).ToList();
        var days = await checks.GroupBy(c => c.CheckedOn).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(ct);
        return new CampaignProgress(campaign, VillageProgress.Sum(campaign.Region, villages), villages, [.. days.Select(d => (d.Key, d.Count))]);
    }

    /// <summary>The households of a village with their newest check of the campaign, in the order of the inspector's page.</summary>
    public async Task<IReadOnlyList<HouseholdProgress>> HouseholdsAsync(Campaign campaign, long village, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = await households(db).Where(h => h.Region == village && h.EndedOn == null).OrderBy(h => h.Id).ToListAsync(ct);
        var checks = await ChecksOf(db, campaign).AsNoTracking().Where(c => c.Region == village && c.HouseholdId != null).ToListAsync(ct);
        var items = await db.Set<TemplateItem>().GroupBy(i => i.TemplateId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var newest = checks.GroupBy(c => c.HouseholdId!.Value).ToDictionary(g => g.Key, g => g.MaxBy(c => (c.CheckedOn, c.Id))!);
        return [.. all.Select(h => newest.GetValueOrDefault(h.Id) is { } check
            ? new HouseholdProgress(h.Id, h.HeadName, h.Number, check, items.GetValueOrDefault(check.TemplateId))
            : new HouseholdProgress(h.Id, h.HeadName, h.Number, null, 0))];
    }

    private static IQueryable<Check> ChecksOf(AppDbContext db, Campaign campaign)
    {
        var range = RegionKey.Subtree(campaign.Region);
        return db.Set<Check>().Where(c => c.CheckedOn >= campaign.StartsOn && c.CheckedOn <= campaign.EndsOn && c.Region >= range.Lo && c.Region < range.Hi);
    }
}
