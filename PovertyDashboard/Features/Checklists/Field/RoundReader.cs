using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>Reads the round of a campaign for a phone (检查轮次): a few queries, however many households it has.</summary>
public sealed class RoundReader(
    IDbContextFactory<AppDbContext> contexts, CampaignReader campaigns, HouseholdKeys households, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user, Clock clock)
{
    /// <summary>Of more households only the villages are told; each is then asked for by itself.</summary>
    public const int Most = 3000;

    /// <summary>The round, or one village of it; null where the user may not check or the campaign is out of his scope.</summary>
    public async Task<FieldRound?> ReadAsync(long campaignId, long? village, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Tick) || await campaigns.FindAsync(campaignId, ct) is not { } campaign) return null;
        var range = RegionKey.Subtree(campaign.Region);
        if (village is { } one && !range.Contains(one)) return null;
        var progress = await campaigns.ProgressAsync(campaign, campaign.Region, ct);
        var wanted = village is { } key ? RegionKey.Subtree(key) : range;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var isWhole = village is not null || progress.Total.Households <= Most;
        var pages = await PagesAsync(db, campaign, isWhole ? wanted : new RegionRange(0, 0), ct);
        return new FieldRound(
            user.Identity.Name,
            clock.Today,
            clock.AsOf is not null,
            new FieldCampaign(campaign.Id, campaign.Title, regions.Tree.NameOf(campaign.Region), campaign.StartsOn, campaign.EndsOn, ItemState.NotApplicableReasons, ItemState.OtherReason),
            [.. progress.Villages.Where(v => v.Households > 0).Select(v => new FieldVillage(v.Region, regions.Tree.NameOf(v.Region), regions.Tree.NameOf(RegionKey.TownshipOf(v.Region)), v.Households, v.Checked))],
            [.. pages.Templates.Select(View)],
            isWhole ? pages.Households : null);
    }

    private async Task<(IReadOnlyList<ChecklistTemplate> Templates, IReadOnlyList<FieldHousehold> Households)> PagesAsync(AppDbContext db, Campaign campaign, RegionRange range, CancellationToken ct)
    {
        var keys = await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.EndedOn == null).OrderBy(h => h.Region).ThenBy(h => h.Id).ToListAsync(ct);
        var families = campaign.FamilyList;
        var templates = await db.Set<ChecklistTemplate>().AsNoTracking().Include(t => t.Items).Where(t => families.Contains(t.Family)).AsSplitQuery().ToListAsync(ct);
        var checks = await RoundChecks.ReadAsync(db, campaign, range, templates, ct);
        var facts = await HouseholdFacts.ReadAsync(db, catalog, range, ct);
        var earlier = await EarlierAsync(db, campaign, range, ct);
        var rechecks = await db.Set<Recheck>().Where(r => r.OriginLedger == CheckLedger.Ledger.Key && r.HouseholdId != null && r.DoneOn == null && r.Region >= range.Lo && r.Region < range.Hi)
            .GroupBy(r => r.HouseholdId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var current = keys.Select(k => k.Region).Distinct().ToDictionary(region => region, region => Current(templates, families, region));
        var pages = keys.Select(k =>
        {
            var fact = facts.GetValueOrDefault(k.Id, HouseholdFacts.None);
            return new FieldHousehold(
                k.Id, k.Region, k.HeadName, k.Number, Given(fact.Size), Given(fact.Type), earlier.GetValueOrDefault(k.Id), rechecks.GetValueOrDefault(k.Id),
                [.. current[k.Region].Select(t => checks.SheetOf(k.Id, t))]);
        }).ToList();
        var used = pages.SelectMany(p => p.Sheets).Select(s => s.Template).ToHashSet();
        return ([.. templates.Where(t => used.Contains(t.Id)).OrderBy(t => t.Id)], pages);
    }

    /// <summary>The versions that hold in a place, in the order of the campaign's families.</summary>
    private static List<ChecklistTemplate> Current(List<ChecklistTemplate> templates, IReadOnlyList<string> families, long region)
    {
        var path = ChecklistVersions.PathOf(region);
        return [.. families.Select(f => ChecklistVersions.Nearest(templates.Where(t => t.Family == f && path.Contains(t.Region)))).OfType<ChecklistTemplate>()];
    }

    /// <summary>The last check before the campaign in words, by household.</summary>
    private static async Task<Dictionary<long, string>> EarlierAsync(AppDbContext db, Campaign campaign, RegionRange range, CancellationToken ct)
    {
        var found = await db.Set<Check>().Where(c => c.HouseholdId != null && c.CheckedOn < campaign.StartsOn && c.Region >= range.Lo && c.Region < range.Hi)
            .GroupBy(c => c.HouseholdId!.Value)
            .Select(g => g.OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.Id).Select(c => new { c.HouseholdId, c.CheckedOn, c.PassedCount, c.FailedCount }).First()).ToListAsync(ct);
        return found.ToDictionary(c => c.HouseholdId!.Value, c => $"上次检查 {c.CheckedOn:MM-dd}，{c.PassedCount}/{c.PassedCount + c.FailedCount} 达标");
    }

    private static FieldTemplate View(ChecklistTemplate template) => new(
        template.Id,
        template.Family,
        [.. template.Items.OrderBy(i => i.Number).Select(i => new FieldItem(i.Id, i.Number, i.Name, i.Standard, i.Weight, i.ReasonList, i.NeedsPhoto))]);

    private static string? Given(string text) => text.Length == 0 || text == ColumnText.Empty ? null : text;
}
