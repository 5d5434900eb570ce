using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists;

/// <summary>Second looks at failed items whose problem was closed (复查): a failed one opens the problem again.</summary>
public sealed class RecheckService(IDbContextFactory<AppDbContext> contexts, CurrentUser user, SettingsDirectory settings, Clock clock)
{
    /// <summary>The list shows at most so many at a time.</summary>
    public const int Most = 200;

    /// <summary>Re-checks of checklist items that wait in the region, the most urgent first.</summary>
    public async Task<IReadOnlyList<Recheck>> WaitingAsync(long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Recheck>().AsNoTracking()
            .Where(r => r.OriginLedger == CheckLedger.Ledger.Key && r.DoneOn == null && r.Region >= range.Lo && r.Region < range.Hi)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
    }

    /// <summary>Records the second look; the version is the one that the inspector saw.</summary>
    public async Task<FinishOutcome> RecordAsync(long recheckId, int versionSeen, bool passed, string note, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Tick)) return FinishOutcome.Refused("您的账号只能查看，不能复查。请联系管理员。");
        if (!passed && note.Trim().Length == 0) return FinishOutcome.Refused("说明：复查不达标时不能为空。请写明哪里还不达标。");
        if (note.Length > 200) return FinishOutcome.Refused($"说明：超过 200 个字（现有 {note.Length} 个）。请缩短。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(innerCt => RecordAsync(db, recheckId, versionSeen, passed, note.Trim(), innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return FinishOutcome.Refused(refused.Message);
        }
    }

    private async Task<FinishOutcome> RecordAsync(AppDbContext db, long recheckId, int versionSeen, bool passed, string note, CancellationToken ct)
    {
        var recheck = await db.Set<Recheck>().SingleOrDefaultAsync(r => r.Id == recheckId && r.OriginLedger == CheckLedger.Ledger.Key, ct);
        if (recheck is null) return FinishOutcome.Refused("复查：已被删除，或不在您的管辖范围内。");
        if (recheck.Version != versionSeen || recheck.DoneOn is not null)
            return FinishOutcome.Refused($"复查：{recheck.ChangedBy} 已先登记（{Clock.ToLocal(recheck.ChangedAt):MM-dd HH:mm}）。请刷新后查看结果。");
        await Rechecks.ConcludeAsync(db, recheck, passed, passed ? note : $"复查不达标：{note}", user.Identity, clock.Today, settings, ct);
        await db.SaveChangesAsync(ct);
        return FinishOutcome.Ok;
    }
}
