using Microsoft.EntityFrameworkCore.Metadata;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>What both write paths (EF and BulkWriter) do with a row: stamp it, describe it, name its ledger.</summary>
internal static class RowChange
{
    private static readonly HashSet<string> Bookkeeping =
    [
        nameof(LedgerRow.Id), nameof(LedgerRow.Version), nameof(LedgerRow.ChangedAt), nameof(LedgerRow.ChangedBy),
    ];

    /// <summary>A new row needs no details: later changes keep their old values, so the first ones can be told.</summary>
    public static Dictionary<string, object?[]> NoDetails => [];

    /// <summary>新增 is said by the writer; an update is a deletion, a restoration or a change.</summary>
    public static string ActionOf(bool wasDeleted, bool isDeleted) => (wasDeleted, isDeleted) switch { (false, true) => "删除", (true, false) => "恢复", _ => "修改" };

    public static void Stamp(LedgerRow row, LedgerCatalog catalog, UserIdentity user, DateTime utcNow)
    {
        catalog.Derive(row, user);
        row.Version++;
        row.ChangedAt = utcNow;
        row.ChangedBy = user.Name;
    }

    /// <summary>The name under which a row type stands in the audit trail and in the change feed.</summary>
    public static string SubjectOf(Type rowType, LedgerCatalog catalog) => catalog.LedgerOf(rowType)?.Key ?? rowType.Name;

    /// <summary>Why the user may not save the row, or null.</summary>
    public static string? Refusal(LedgerRow row, long storedRegion, UserIdentity user, LedgerCatalog catalog)
    {
        if (!user.Scope.Contains(row.Region) || !user.Scope.Contains(storedRegion)) return "这一行不在您的管辖范围内，没有保存。";
        if (!user.Scope.Holds(row)) return "这一户不是您包的户，没有保存。请选择自己包的户；包户有变动时，请扶贫办先办理交接。";
        var writers = catalog.LedgerOf(row.GetType())?.Writers ?? [Act.Write, Act.Tick, Act.VerifyClose, Act.Rectify, Act.Audit];
        return user.MayAny(writers) ? null : "您的账号只能查看，不能修改。";
    }

    /// <summary>Properties with a changed value as audit details; sensitive columns are masked, and everything of a confidential row.</summary>
    public static Dictionary<string, object?[]> Differences(IEntityType type, LedgerCatalog catalog, Func<IProperty, object?> before, Func<IProperty, object?> after)
    {
        var sensitive = catalog.LedgerOf(type.ClrType)?.Columns.Where(c => c.Sensitivity != Sensitivity.None).ToDictionary(c => c.Key, c => c.Sensitivity) ?? [];
        var changes = new Dictionary<string, object?[]>();
        foreach (var property in type.GetProperties())
        {
            if (Bookkeeping.Contains(property.Name)) continue;
            var (old, now) = (before(property), after(property));
            if (Equals(old, now) || (IsBlank(old) && IsBlank(now))) continue;
            if (type.ClrType.IsAssignableTo(typeof(IClueRow))) changes[property.Name] = [Mask.Withheld, Mask.Withheld];
            else changes[property.Name] = sensitive.TryGetValue(property.Name, out var s) ? [Mask.Value(s, old), Mask.Value(s, now)] : [old, now];
        }

        return changes;
    }

    private static bool IsBlank(object? value) => value is null or "" or false or 0L or 0;
}
