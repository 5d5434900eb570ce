using Microsoft.EntityFrameworkCore;

namespace PovertyDashboard.Data;

/// <summary>What a walk along the audit chain has found (审计链核对).</summary>
/// <param name="At">UTC instant of the walk.</param>
/// <param name="Count">Entries that were walked.</param>
/// <param name="BrokenAt">Number of the first entry that does not fit the one before it; null where all fit.</param>
public sealed record AuditChainState(DateTime At, long Count, long? BrokenAt);

/// <summary>Walks along the audit chain (审计链) and tells where it is broken.</summary>
public static class AuditChain
{
    public static async Task<AuditChainState> WalkAsync(AppDbContext db, DateTime utcNow, CancellationToken ct)
    {
        var (previous, count) = ("", 0L);
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if (AuditTrail.HashOf(previous, entry) != entry.Hash) return new AuditChainState(utcNow, count, entry.Id);
            previous = entry.Hash;
        }

        return new AuditChainState(utcNow, count, null);
    }
}
