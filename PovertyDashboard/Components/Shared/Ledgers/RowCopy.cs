using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Copies of rows (行副本), so that what the page shows stays as it was read while a copy is changed.</summary>
public static class RowCopy
{
    public static LedgerRow Of(Ledger ledger, LedgerRow row)
    {
        var copy = ledger.NewRow();
        foreach (var property in ledger.RowType.GetProperties().Where(p => p is { CanRead: true, CanWrite: true }))
            property.SetValue(copy, property.GetValue(row));
        return copy;
    }
}
