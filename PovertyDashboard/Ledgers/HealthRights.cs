using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Who may see what of health ledgers (健康数据权限, ADR 0013): the lists are for offices and leaders, the values for health roles alone;
/// and which other ledgers are for certain users only (督查、线索, ADR 0020).
/// </summary>
public static class HealthRights
{
    /// <summary>Whether the rows of the ledger tell of a person's health.</summary>
    public static bool IsHealth(this Ledger ledger) => ledger.RowType.IsAssignableTo(typeof(IHealthRow));

    /// <summary>The right without which the ledger does not exist for a user, or null where everybody who reads may list it.</summary>
    public static Act? ListedBy(this Ledger ledger) =>
        ledger.IsHealth() ? Act.ListHealth
        : ledger.RowType.IsAssignableTo(typeof(IInspectionRow)) ? Act.ReadInspections
        : ledger.RowType.IsAssignableTo(typeof(IClueRow)) ? Act.KeepClues
        : null;

    /// <summary>Whether the user may see lists and figures of the ledger.</summary>
    public static bool MayList(this UserIdentity user, Ledger ledger) => ledger.ListedBy() is not { } act || user.May(act);

    /// <summary>Who may list the ledger, in a sentence for whoever may not.</summary>
    public static string WhoLists(this Ledger ledger) => ledger.ListedBy() switch
    {
        Act.ListHealth => "义诊登记和随访只对领导、扶贫办和卫生院开放。需要时请联系系统管理员。",
        Act.ReadInspections => "督查检查的名单和答案只对领导、扶贫办、检查人员和纪检开放。需要时请联系系统管理员。",
        _ => "这类台账只对指定的角色开放。需要时请联系系统管理员。",
    };

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
