using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The saved version, or what keeps the draft from being saved.</summary>
public sealed record TemplateOutcome(ChecklistTemplate? Saved, IReadOnlyList<Fault> Faults)
{
    public static TemplateOutcome Refused(string reason) => new(null, [new Fault("", reason)]);
}

/// <summary>Reads checklists and saves edits as new versions (检查表版本).</summary>
public sealed class TemplateService(IDbContextFactory<AppDbContext> contexts, CodeListDirectory codes, CurrentUser user)
{
    private const string OwnCode = "own-";

    public bool MayEdit => user.Identity.May(Act.Write);

    /// <summary>Every visible version with its items: by checklist, newest first.</summary>
    public async Task<IReadOnlyList<ChecklistTemplate>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = await db.Set<ChecklistTemplate>().AsNoTracking().Include(t => t.Items.OrderBy(i => i.Number)).ToListAsync(ct);
        return [.. all.OrderBy(t => all.Where(o => o.Family == t.Family).Min(o => o.Id)).ThenByDescending(t => t.Number)];
    }

    /// <summary>Saves the draft as the next version of its checklist; the versions before stay as they are.</summary>
    public async Task<TemplateOutcome> SaveAsync(TemplateDraft draft, CancellationToken ct)
    {
        if (!MayEdit) return TemplateOutcome.Refused("您的账号不能修改检查表。请联系扶贫办。");
        var faults = draft.Faults(codes.Current).ToList();
        if (faults.Count > 0) return new TemplateOutcome(null, faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            var outcome = await db.InTransactionAsync(innerCt => SaveAsync(db, draft, innerCt), ct);
            if (outcome.Saved is not null) await codes.LoadAsync(ct);
            return outcome;
        }
        catch (ChangeRefusedException refused)
        {
            return TemplateOutcome.Refused(refused.Message);
        }
    }

    private static async Task<TemplateOutcome> SaveAsync(AppDbContext db, TemplateDraft draft, CancellationToken ct)
    {
        // Numbers are unique in the whole store: versions of other places, which the user does not see, have theirs too.
        var family = draft.Family.Trim();
        var versions = await db.Set<ChecklistTemplate>().IgnoreQueryFilters().AsNoTracking().Where(t => t.Family == family).ToListAsync(ct);
        if (draft.BasedOn is null && versions.Count > 0) return TemplateOutcome.Refused($"检查表名称：已有“{family}”。请换一个名称，或修改原有的检查表。");
        var based = versions.Find(t => t.Id == draft.BasedOn);
        if (draft.BasedOn is not null && based is null) return TemplateOutcome.Refused("检查表名称：修改时不能改名。请恢复原名，或新建一张检查表。");
        if (based is not null && versions.Where(t => t.Region == draft.Region && t.Id > based.Id).MaxBy(t => t.Number) is { } newer)
            return TemplateOutcome.Refused($"没有保存：{newer.ChangedBy} 在 {Clock.ToLocal(newer.ChangedAt):MM-dd HH:mm} 已保存“{newer.Title}”。请在新版本上修改。");

        var used = await db.Set<TemplateItem>().IgnoreQueryFilters().Where(i => i.Code.StartsWith(OwnCode)).Select(i => i.Code).ToListAsync(ct);
        var last = used.Select(c => int.TryParse(c.AsSpan(OwnCode.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        var version = draft.Make(versions.Select(t => t.Number).DefaultIfEmpty().Max() + 1, () => OwnCode + (++last).ToString(CultureInfo.InvariantCulture));
        db.Add(version);
        await db.SaveChangesAsync(ct);
        await ChecklistNames.AddMissingAsync(db, ct);
        return new TemplateOutcome(version, []);
    }
}
