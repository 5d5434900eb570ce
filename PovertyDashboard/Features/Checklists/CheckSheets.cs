using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Checklists;

/// <summary>One item on the inspector's page: what must hold and what has been answered.</summary>
public sealed record SheetItem(TemplateItem Item, StoredAnswer Answer);

/// <summary>One checklist of a household in a campaign (一张检查表): its version, its newest check and the items.</summary>
public sealed record CheckSheet(ChecklistTemplate Template, Check? Check, IReadOnlyList<SheetItem> Items);

/// <summary>Everything the inspector's page shows of a household (入户检查页).</summary>
/// <param name="Position">Its number among the households of its village, from 1.</param>
/// <param name="Earlier">The newest check before this campaign, of any checklist (上次检查).</param>
public sealed record HouseholdSheets(
    Campaign Campaign, HouseholdKey Household, IReadOnlyList<CheckSheet> Sheets,
    int Position, int Count, long? Previous, long? Next, Check? Earlier, IReadOnlyList<Recheck> Rechecks, HouseholdFacts Facts);

/// <summary>Reads what the inspector's page shows.</summary>
public sealed class CheckSheets(IDbContextFactory<AppDbContext> contexts, HouseholdKeys households, LedgerCatalog catalog)
{
    /// <summary>The page of a household in a campaign; null where either is gone or out of the user's scope.</summary>
    public async Task<HouseholdSheets?> ReadAsync(long campaignId, long householdId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, ct);
        var household = await households(db).SingleOrDefaultAsync(h => h.Id == householdId, ct);
        if (campaign is null || household is null || !Regions.RegionKey.Subtree(campaign.Region).Contains(household.Region)) return null;

        var neighbours = await households(db).Where(h => h.Region == household.Region).OrderBy(h => h.Id).Select(h => h.Id).ToListAsync(ct);
        var at = neighbours.IndexOf(householdId);
        var earlier = await db.Set<Check>().AsNoTracking().Where(c => c.HouseholdId == householdId && c.CheckedOn < campaign.StartsOn)
            .OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        var rechecks = await db.Set<Recheck>().AsNoTracking().Where(r => r.OriginLedger == CheckLedger.Ledger.Key && r.HouseholdId == householdId && r.DoneOn == null)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
        var sheets = new List<CheckSheet>();
        foreach (var current in await ChecklistVersions.CurrentAsync(db, household.Region, campaign.FamilyList, ct))
            sheets.Add(await SheetAsync(db, campaign, householdId, current, ct));
        var facts = await HouseholdFacts.ReadAsync(db, catalog, householdId, ct);
        return new HouseholdSheets(campaign, household, sheets, at + 1, neighbours.Count, Neighbour(neighbours, at - 1), Neighbour(neighbours, at + 1), earlier, rechecks, facts);
    }

    /// <summary>The campaign and household whose page shows the check; null where there is none.</summary>
    public async Task<(long Campaign, long Household)?> FindAsync(long checkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var check = await db.Set<Check>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == checkId && c.HouseholdId != null, ct);
        if (check is null) return null;
        var path = ChecklistVersions.PathOf(check.Region);
        var campaigns = await db.Set<Campaign>().AsNoTracking()
            .Where(c => path.Contains(c.Region) && c.StartsOn <= check.CheckedOn && c.EndsOn >= check.CheckedOn).OrderByDescending(c => c.Region).ThenByDescending(c => c.Id).ToListAsync(ct);
        var campaign = campaigns.Find(c => c.FamilyList.Any(family => check.TemplateTitle.StartsWith(family, StringComparison.Ordinal)));
        return campaign is null ? null : (campaign.Id, check.HouseholdId!.Value);
    }

    internal static StoredAnswer View(CheckAnswer answer, Problem? problem)
    {
        var stored = new StoredAnswer(answer.ItemId, answer.Result, answer.Reasons, answer.Note, answer.Version, answer.ChangedAt, answer.ChangedBy);
        return problem is { IsDeleted: false }
            ? stored with { ProblemNumber = problem.Number, ProblemState = problem.State, ProblemDueOn = problem.DueOn, ProblemId = problem.Id }
            : stored;
    }

    /// <summary>The newest check of the campaign with its own version, or the current version still unchecked.</summary>
    private static async Task<CheckSheet> SheetAsync(AppDbContext db, Campaign campaign, long householdId, ChecklistTemplate current, CancellationToken ct)
    {
        var versions = db.Set<ChecklistTemplate>().Where(t => t.Family == current.Family);
        var check = await db.Set<Check>().AsNoTracking().Include(c => c.Answers)
            .Where(c => c.HouseholdId == householdId && c.CheckedOn >= campaign.StartsOn && c.CheckedOn <= campaign.EndsOn && versions.Any(v => v.Id == c.TemplateId))
            .OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        if (check is null) return new CheckSheet(current, null, [.. current.Items.OrderBy(i => i.Number).Select(i => new SheetItem(i, StoredAnswer.None))]);

        var version = check.TemplateId == current.Id ? current : await versions.AsNoTracking().Include(t => t.Items).SingleAsync(t => t.Id == check.TemplateId, ct);
        var problems = await db.Set<Problem>().AsNoTracking().Where(p => p.OriginLedger == CheckLedger.Ledger.Key && p.OriginId == check.Id).OrderBy(p => p.Id).ToListAsync(ct);
        return new CheckSheet(version, check, [.. version.Items.OrderBy(i => i.Number).Select(i => new SheetItem(i, AnswerOf(check, i, problems)))]);
    }

    private static StoredAnswer AnswerOf(Check check, TemplateItem item, List<Problem> problems) =>
        check.Answers!.Find(a => a.ItemId == item.Id) is { } answer ? View(answer, problems.FindLast(p => p.OriginItem == item.Code)) : StoredAnswer.None;

    private static long? Neighbour(List<long> ids, int at) => at >= 0 && at < ids.Count ? ids[at] : null;
}
