using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Loop;

/// <summary>
/// Second looks at findings whose problem was closed (复查), whichever ledger found them: what fails again opens its problem again.
/// </summary>
public sealed class RecheckDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser user, SettingsDirectory settings, Clock clock)
{
    /// <summary>The list shows at most so many at a time.</summary>
    public const int Most = 200;

    private const int NoteLength = 200;

    /// <summary>Whether the user may record a second look.</summary>
    public bool MayRecord => user.Identity.MayAny([Act.Tick, Act.Inspect]);

    /// <summary>Those that wait in the region, the most urgent first.</summary>
    /// <param name="region">The place.</param>
    /// <param name="ledger">Key of the ledger that found them; empty for all.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task<IReadOnlyList<Recheck>> WaitingAsync(long region, string ledger, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Waiting(db, ledger).AsNoTracking().Where(r => r.Region >= range.Lo && r.Region < range.Hi).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
    }

    /// <summary>Those of a household that wait.</summary>
    public async Task<IReadOnlyList<Recheck>> OfHouseholdAsync(long household, string ledger, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Waiting(db, ledger).AsNoTracking().Where(r => r.HouseholdId == household).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
    }

    /// <summary>How many of the ledger wait in the user's places.</summary>
    public async Task<int> CountAsync(string ledger, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Waiting(db, ledger).CountAsync(ct);
    }

    /// <summary>Records the second look; the version is the one that was seen. Returns why not, or null.</summary>
    public async Task<string?> RecordAsync(long recheckId, int versionSeen, bool passed, string note, CancellationToken ct)
    {
        if (!MayRecord) return "您的账号只能查看，不能复查。请联系管理员。";
        if (!passed && note.Trim().Length == 0) return "说明：复查不达标时不能为空。请写明哪里还不达标。";
        if (note.Length > NoteLength) return $"说明：超过 {NoteLength} 个字（现有 {note.Length} 个）。请缩短。";
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(innerCt => RecordAsync(db, recheckId, versionSeen, passed, note.Trim(), innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static IQueryable<Recheck> Waiting(AppDbContext db, string ledger) => db.Set<Recheck>().Where(r => r.DoneOn == null && (ledger == "" || r.OriginLedger == ledger));

    private async Task<string?> RecordAsync(AppDbContext db, long recheckId, int versionSeen, bool passed, string note, CancellationToken ct)
    {
        var recheck = await db.Set<Recheck>().SingleOrDefaultAsync(r => r.Id == recheckId, ct);
        if (recheck is null) return "复查：已被删除，或不在您的管辖范围内。";
        if (recheck.Version != versionSeen || recheck.DoneOn is not null) return $"复查：{recheck.ChangedBy} 已先登记（{Clock.ToLocal(recheck.ChangedAt):MM-dd HH:mm}）。请刷新后查看结果。";
        await Rechecks.ConcludeAsync(db, recheck, passed, passed ? note : $"复查不达标：{note}", user.Identity, clock.Today, settings, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
