using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>What happened, for the audit trail (审计事项).</summary>
/// <param name="Action">登录, 改密, 导出, 查看 …</param>
/// <param name="Subject">Key of the ledger, or what the act was done to.</param>
public sealed record AuditNote(string Action, string Subject)
{
    /// <summary>Property → [old, new]; no full personal numbers.</summary>
    public IReadOnlyDictionary<string, object?[]> Details { get; init; } = new Dictionary<string, object?[]>();

    public long RowId { get; init; }

    public long Region { get; init; }

    /// <summary>Account name, where it is not the current user's (before a login there is none).</summary>
    public string? User { get; init; }
}

/// <summary>Writes acts that change no ledger row to the audit trail (审计日志), linked into the hash chain.</summary>
public sealed class AuditLog(IDbContextFactory<AppDbContext> factory, CurrentUser user, TimeProvider time)
{
    /// <summary>Writes the note in a transaction of its own.</summary>
    public async Task WriteAsync(AuditNote note, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await WriteAsync(db, note, ct);
    }

    /// <summary>Writes the note in the transaction that is open on the context, or in a new one.</summary>
    public async Task WriteAsync(AppDbContext db, AuditNote note, CancellationToken ct) =>
        await db.InTransactionAsync(
            async innerCt =>
            {
                var writer = await AuditWriter.OpenAsync(db, innerCt);
                db.Add(writer.Next(time.GetUtcNow().UtcDateTime, note.User ?? user.Identity.Name, note.Action, note.Subject, note.RowId, note.Region, AuditTrail.Describe(note.Details)));
                return await db.SaveRawAsync(acceptAll: true, innerCt);
            },
            ct);
}
