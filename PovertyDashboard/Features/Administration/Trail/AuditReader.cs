using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>One entry of the audit trail as administrators read it (审计记录).</summary>
/// <param name="At">Local time.</param>
/// <param name="Row">Number of the row; 0 where the act was on none.</param>
public sealed record AuditLine(long Id, DateTime At, string User, string Action, string Subject, long Row, string Place, IReadOnlyList<AuditValue> Values);

/// <summary>A page of the trail, the newest first, with the borders of its neighbours.</summary>
public sealed record AuditPageResult(IReadOnlyList<AuditLine> Lines, int Total, long? Older, long? Newer);

/// <summary>Searches the audit trail for administrators (审计查询): pages by keyset, so that the last costs no more than the first.</summary>
public sealed class AuditReader(AdminDesk desk, AuditWords words, ChainWatch chain, IServiceScopeFactory scopes)
{
    public const int Size = 50;

    public async Task<AuditPageResult> PageAsync(AuditQuery query, CancellationToken ct) =>
        await desk.ReadAsync(
            async (db, innerCt) =>
            {
                var entries = query.Apply(db.Audit.AsNoTracking());
                var total = await entries.CountAsync(innerCt);
                if (query.At != 0 && await db.Audit.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.At, innerCt) is { } border) entries = Beyond(entries, border, query.Newer);
                entries = query.Newer ? entries.OrderBy(a => a.At).ThenBy(a => a.Id) : entries.OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
                var found = await entries.Take(Size + 1).ToListAsync(innerCt);
                var more = found.Count > Size;
                if (more) found.RemoveAt(Size);
                if (query.Newer) found.Reverse();
                return new AuditPageResult(
                    [.. found.Select(LineOf)], total,
                    found.Count > 0 && (query.Newer || more) ? found[^1].Id : null, found.Count > 0 && (query.Newer ? more : query.At != 0) ? found[0].Id : null);
            },
            ct) ?? new AuditPageResult([], 0, null, null);

    /// <summary>Every entry of the query, the newest first, streamed.</summary>
    public async IAsyncEnumerable<AuditLine> StreamAsync(AuditQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (!desk.MayAdminister) yield break;
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        await foreach (var entry in query.Apply(db.Audit.AsNoTracking()).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).AsAsyncEnumerable().WithCancellation(ct)) yield return LineOf(entry);
    }

    /// <summary>Names of accounts, to choose from.</summary>
    public async Task<IReadOnlyList<string>> UsersAsync(CancellationToken ct) =>
        await desk.ReadAsync(async (db, innerCt) => await db.Users.OrderBy(u => u.UserName).Select(u => u.UserName!).ToListAsync(innerCt), ct) ?? [];

    /// <summary>The state of the hash chain, walked anew where asked or where the last walk is some time ago; null without the right.</summary>
    public async Task<AuditChainState?> ChainAsync(bool again, CancellationToken ct) => desk.MayAdminister ? await chain.StateAsync(again).WaitAsync(ct) : null;

    /// <summary>The plain bound lets the index of the instants serve; the other one settles entries of the same instant.</summary>
    private static IQueryable<AuditEntry> Beyond(IQueryable<AuditEntry> entries, AuditEntry border, bool newer) => newer
        ? entries.Where(a => a.At >= border.At && (a.At > border.At || a.Id > border.Id))
        : entries.Where(a => a.At <= border.At && (a.At < border.At || a.Id < border.Id));

    private AuditLine LineOf(AuditEntry entry) => new(
        entry.Id, Clock.ToLocal(entry.At), entry.User, entry.Action, words.SubjectOf(entry.Subject), entry.RowId, words.PlaceOf(entry.Region), words.ValuesOf(entry));
}
