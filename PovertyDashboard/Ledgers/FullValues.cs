using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Ledgers;

/// <summary>Shows one full value that is masked elsewhere (查看完整号码); each look is a line of the audit trail.</summary>
public sealed class FullValues(IDbContextFactory<AppDbContext> stores, CurrentUser user, Clock clock)
{
    /// <summary>Whether the user may look at the column's full value: of ledgers that he keeps and of health lists; never at clinical values.</summary>
    public bool MayShow(Ledger ledger, Column column) =>
        column.Sensitivity != Sensitivity.Clinical && user.Identity.MayUnmask(ledger);

    /// <summary>The full text of the column, or null when the user may not see it or the row is gone.</summary>
    public async Task<string?> ShowAsync(Ledger ledger, long id, Column column, CancellationToken ct)
    {
        if (!MayShow(ledger, column)) return null;
        await using var db = await stores.CreateDbContextAsync(ct);
        return await db.InTransactionAsync(async innerCt =>
        {
            if (await DeletedRows.ById(db, ledger, id).AsNoTracking().FirstOrDefaultAsync(innerCt) is not { IsDeleted: false } row) return null;
            if (!user.Identity.Scope.Holds(row)) return null;
            var audit = await AuditWriter.OpenAsync(db, innerCt);
            db.Add(audit.Next(clock.UtcNow, user.Identity.Name, "查看", ledger.Key, id, row.Region, AuditTrail.Describe(new Dictionary<string, object?[]> { [column.Key] = [] })));
            await db.SaveChangesAsync(innerCt);
            return ColumnText.Format(column, column.Get(row));
        }, ct);
    }
}
