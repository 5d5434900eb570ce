using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>A changed copy of a stored row (改后的行), written only where it says something new.</summary>
internal static class ChangedRow
{
    /// <summary>The write of the copy, or null where nothing but its bookkeeping could differ.</summary>
    public static RowWrite? Of(AppDbContext db, LedgerRow changed, LedgerRow stored)
    {
        var properties = db.Model.FindEntityType(stored.GetType())!.GetProperties().Select(p => p.PropertyInfo).Where(p => p is not null);
        return properties.Any(p => !Equals(p!.GetValue(changed), p.GetValue(stored))) ? new RowWrite(changed, stored) : null;
    }
}
