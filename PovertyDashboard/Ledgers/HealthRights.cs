using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>Who may see what of health ledgers (健康数据权限, ADR 0013): the lists are for offices and leaders, the values for health roles alone.</summary>
public static class HealthRights
{
    /// <summary>Whether the rows of the ledger tell of a person's health.</summary>
    public static bool IsHealth(this Ledger ledger) => ledger.RowType.IsAssignableTo(typeof(IHealthRow));

    /// <summary>Whether the user may see lists and figures of the ledger.</summary>
    public static bool MayList(this UserIdentity user, Ledger ledger) => !ledger.IsHealth() || user.May(Act.ListHealth);

    /// <summary>What of the column is withheld from the user: health roles see health in full.</summary>
    public static Sensitivity HiddenFrom(this Column column, UserIdentity user) =>
        column.Sensitivity is Sensitivity.Health or Sensitivity.Clinical && user.May(Act.ReadHealth) ? Sensitivity.None : column.Sensitivity;

    /// <summary>Whether the value is masked in forms and differences: whoever writes clinical values may read them.</summary>
    public static bool IsMaskedInForms(this Column column) => column.Sensitivity is not (Sensitivity.None or Sensitivity.Clinical);

    /// <summary>Whether the user may take full values out of the ledger, with a reason: of the ledgers that he keeps.</summary>
    public static bool MayExportFull(this UserIdentity user, Ledger ledger) => user.May(Act.ExportFull) && user.MayAny(ledger.Writers);

    /// <summary>
    /// The query without conditions and orders by which withheld values could be guessed (收缩压 180..).
    /// Conditions on code lists stay: figures are split by them, and their lists are open.
    /// </summary>
    public static LedgerQuery AllowedTo(this LedgerQuery query, Ledger ledger, UserIdentity user)
    {
        var hidden = ledger.Columns.Where(c => IsGuessable(c, user)).SelectMany(c => new[] { c.Key, c.Header }).ToHashSet();
        if (hidden.Count == 0) return query;
        return query with { Filters = [.. query.Filters.Where(f => !hidden.Contains(f.Column))], Sort = hidden.Contains(query.Sort.TrimStart('-')) ? "" : query.Sort };
    }

    /// <summary>Whether an order or a range would tell the withheld value.</summary>
    public static bool IsGuessable(Column column, UserIdentity user) =>
        column.HiddenFrom(user) == Sensitivity.Clinical && column.Kind is not (ColumnKind.Code or ColumnKind.Codes or ColumnKind.YesNo);
}
