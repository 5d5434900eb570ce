using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Undoing;

/// <summary>A row that a batch has written (待撤销的行): as it stands now, and what the batch has done to it.</summary>
/// <param name="Current">The row with its parts, as stored.</param>
/// <param name="IsNew">Whether the batch brought it in.</param>
/// <param name="Version">Its version when the batch had ended.</param>
/// <param name="Former">What the batch took away, newest first.</param>
internal sealed record UndoRow(LedgerRow Current, bool IsNew, int Version, IReadOnlyList<string> Former)
{
    /// <summary>Why it is left as it is; null while it is to be undone.</summary>
    public string? Left { get; set; }

    public (Type, long) Key => (Current.GetType(), Current.Id);

    public bool IsTouched => Current.Version != Version;

    /// <summary>The row's state before the batch: marked as deleted, or with its former values.</summary>
    public LedgerRow Before(AppDbContext db, RowCopier copier, string reason)
    {
        var row = copier.Copy(Current);
        if (IsNew) (row.IsDeleted, row.DeleteReason) = (true, reason);
        else foreach (var former in Former) FormerValues.Restore(db.Model.FindEntityType(row.GetType())!, row, former);
        return row;
    }
}
