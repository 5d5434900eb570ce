using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Ledgers;

/// <summary>Reading rows that may be deleted (已删除的行): their address says so instead of answering with nothing.</summary>
public static class DeletedRows
{
    /// <summary>Longest reason of a deletion, in characters.</summary>
    public const int MaxReason = 500;

    /// <summary>The row whatever its state and place; whoever shows it checks the scope.</summary>
    public static IQueryable<LedgerRow> ById(AppDbContext db, Ledger ledger, long id) =>
        ledger.Rows(db).WhereBy(QueryCalls.Lambda(ledger.RowType, row => Expression.Equal(Expression.Property(row, nameof(LedgerRow.Id)), Expression.Constant(id)))).IgnoreQueryFilters();

    /// <summary>「这一行已由 张某 于 2020-08-20 09:12 删除，原因：重复登记。」</summary>
    public static async Task<string> DescribeAsync(AppDbContext db, LedgerRow row, CancellationToken ct)
    {
        var reason = row.DeleteReason.Length == 0 ? "" : $"，原因：{row.DeleteReason}";
        return $"这一行已由 {await PersonAsync(db, row.ChangedBy, ct)} 于 {Clock.MinuteOf(row.ChangedAt)} 删除{reason}。";
    }

    /// <summary>The name people know for an account; the account's own name where there is none.</summary>
    public static async Task<string> PersonAsync(AppDbContext db, string account, CancellationToken ct) =>
        await db.Set<AppUser>().Where(u => u.UserName == account && u.DisplayName != "").Select(u => u.DisplayName).FirstOrDefaultAsync(ct) ?? account;
}
