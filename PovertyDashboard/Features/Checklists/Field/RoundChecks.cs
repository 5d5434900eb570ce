using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>The newest checks of a campaign in a range of places (本轮检查) with their answers, problems and photos, read at once.</summary>
internal sealed class RoundChecks
{
    private readonly Dictionary<(long Household, string Family), Check> _newest;
    private readonly ILookup<long, CheckAnswer> _answers;
    private readonly ILookup<(long Check, string Item), Problem> _problems;
    private readonly ILookup<(long Check, string Item), long> _photos;

    private RoundChecks(Dictionary<(long, string), Check> newest, IEnumerable<CheckAnswer> answers, IEnumerable<Problem> problems, IEnumerable<Attachment> photos)
    {
        _newest = newest;
        _answers = answers.ToLookup(a => a.CheckId);
        _problems = problems.ToLookup(p => (p.OriginId!.Value, p.OriginItem));
        _photos = photos.ToLookup(a => (a.OwnerId, a.Item), a => a.Id);
    }

    public static async Task<RoundChecks> ReadAsync(AppDbContext db, Campaign campaign, RegionRange range, IReadOnlyList<ChecklistTemplate> templates, CancellationToken ct)
    {
        var ledger = CheckLedger.Ledger.Key;
        var ids = templates.Select(t => t.Id).ToList();
        var checks = db.Set<Check>().Where(c => c.HouseholdId != null && ids.Contains(c.TemplateId)
            && c.CheckedOn >= campaign.StartsOn && c.CheckedOn <= campaign.EndsOn && c.Region >= range.Lo && c.Region < range.Hi);
        var found = await checks.AsNoTracking().ToListAsync(ct);
        var answers = await db.Set<CheckAnswer>().AsNoTracking().Where(a => checks.Any(c => c.Id == a.CheckId)).ToListAsync(ct);
        var problems = await db.Set<Problem>().AsNoTracking().Where(p => p.OriginLedger == ledger && checks.Any(c => c.Id == p.OriginId)).OrderBy(p => p.Id).ToListAsync(ct);
        var photos = await db.Set<Attachment>().AsNoTracking().Where(a => a.OwnerLedger == ledger && checks.Any(c => c.Id == a.OwnerId)).OrderBy(a => a.Id).ToListAsync(ct);
        var families = templates.ToDictionary(t => t.Id, t => t.Family);
        var newest = found.GroupBy(c => (c.HouseholdId!.Value, families[c.TemplateId])).ToDictionary(g => g.Key, g => g.MaxBy(c => (c.CheckedOn, c.Id))!);
        return new RoundChecks(newest, answers, problems, photos);
    }

    /// <summary>The newest check of the household with its own version, or the current version still unchecked.</summary>
    public FieldSheet SheetOf(long household, ChecklistTemplate current)
    {
        if (!_newest.TryGetValue((household, current.Family), out var check)) return new FieldSheet(current.Id, null, null, null, null, []);
        return new FieldSheet(check.TemplateId, check.Id, check.CheckedOn, check.FinishedOn, Given(check.Note), [.. _answers[check.Id].OrderBy(a => a.ItemNumber).Select(a => View(check, a))]);
    }

    private FieldAnswer View(Check check, CheckAnswer answer)
    {
        var problem = _problems[(check.Id, answer.ItemCode)].LastOrDefault();
        var photos = _photos[(check.Id, answer.ItemCode)].ToList();
        return new FieldAnswer(answer.ItemId, answer.Result, Given(answer.Reasons), Given(answer.Note), answer.Version, problem?.State, problem?.DueOn, photos.Count > 0 ? photos : null);
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
