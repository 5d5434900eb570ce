using Microsoft.EntityFrameworkCore;

namespace PovertyDashboard.Data;

/// <summary>Makes the next links of the audit chain inside a write transaction.</summary>
internal sealed class AuditWriter
{
    private string _last;

    private AuditWriter(string last) => _last = last;

    /// <summary>Must be called inside the write transaction: the last hash may not change before commit.</summary>
    public static async Task<AuditWriter> OpenAsync(AppDbContext db, CancellationToken ct) =>
        new(await db.Audit.AsNoTracking().OrderByDescending(a => a.Id).Select(a => a.Hash).FirstOrDefaultAsync(ct) ?? "");

    public AuditEntry Next(DateTime at, string user, string action, string subject, long rowId, long region, string details)
    {
        var entry = new AuditEntry { At = at, User = user, Action = action, Subject = subject, RowId = rowId, Region = region, Details = details };
        _last = entry.Hash = AuditTrail.HashOf(_last, entry);
        return entry;
    }
}
