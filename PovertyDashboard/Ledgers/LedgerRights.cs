using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Who may see what of which ledger (台账权限): health lists are for offices and leaders, their values for health roles alone (ADR 0013);
/// which other ledgers are for certain users only (督查、线索, ADR 0020; 本办台账、改造审计, ADR 0022); and what may be asked of values that are withheld.
/// </summary>
public static class LedgerRights
{
    /// <summary>Whether the rows of the ledger tell of a person's health.</summary>
    public static bool IsHealth(this Ledger ledger) => ledger.RowType.IsAssignableTo(typeof(IHealthRow));

    /// <summary>The right without which the ledger does not exist for a user, or null where everybody who reads may list it.</summary>
    public static Act? ListedBy(this Ledger ledger) =>
        ledger.IsHealth() ? Act.ListHealth
        : ledger.RowType.IsAssignableTo(typeof(IInspectionRow)) ? Act.ReadInspections
        : ledger.RowType.IsAssignableTo(typeof(IClueRow)) ? Act.KeepClues
        : ledger.RowType.IsAssignableTo(typeof(IOfficeRow)) ? Act.ReadOffice
        : ledger.RowType.IsAssignableTo(typeof(IWorksRow)) ? Act.ReadWorks
        : null;

    /// <summary>Whether the user may see lists and figures of the ledger.</summary>
    public static bool MayList(this UserIdentity user, Ledger ledger) => ledger.ListedBy() is not { } act || user.May(act);

    /// <summary>Whether the user may see the measure: it reads no ledger that is closed to him, else his list would not be what the figure counts.</summary>
    public static bool MayRead(this UserIdentity user, Measure measure, LedgerCatalog catalog) => catalog.LedgersOf(measure).All(user.MayList);

    /// <summary>Who may list the ledger, in a sentence for whoever may not.</summary>
    public static string WhoLists(this Ledger ledger) => ledger.ListedBy() switch
    {
        Act.ListHealth => "义诊登记和随访只对领导、扶贫办和卫生院开放。需要时请联系系统管理员。",
        Act.ReadInspections => "督查检查的名单和答案只对领导、扶贫办、检查人员和纪检开放。需要时请联系系统管理员。",
        Act.ReadOffice => "这个台账不对卫生院和审计组开放。需要时请联系系统管理员。",
        Act.ReadWorks => "改造提升和双提升审计不对卫生院开放。需要时请联系系统管理员。",
        _ => "这类台账只对指定的角色开放。需要时请联系系统管理员。",
    };

    /// <summary>What of the column is withheld from the user: health roles see health in full.</summary>
    public static Sensitivity HiddenFrom(this Column column, UserIdentity user) =>
        column.Sensitivity is Sensitivity.Health or Sensitivity.Clinical && user.May(Act.ReadHealth) ? Sensitivity.None : column.Sensitivity;

    /// <summary>Whether the value is masked in forms and differences: whoever writes clinical values may read them.</summary>
    public static bool IsMaskedInForms(this Column column) => column.Sensitivity is not (Sensitivity.None or Sensitivity.Clinical);

    /// <summary>Whether the user may take full values out of the ledger, with a reason: of the ledgers that he keeps.</summary>
    public static bool MayExportFull(this UserIdentity user, Ledger ledger) => user.May(Act.ExportFull) && ledger.IsKeptBy(user);

    /// <summary>Whether the user may look at full numbers of the ledger: of ledgers that he keeps, and of health lists.</summary>
    public static bool MayUnmask(this UserIdentity user, Ledger ledger) => user.May(Act.Unmask) && user.MayList(ledger) && (ledger.IsHealth() || ledger.IsKeptBy(user));

    /// <summary>
    /// The query without conditions and orders by which withheld values could be guessed (收缩压 180.., 银行卡号 622). Conditions on code lists
    /// stay: figures are split by them, and their lists are open; so do a number that is asked for as a whole, and the question where there is none.
    /// </summary>
    public static LedgerQuery AllowedTo(this LedgerQuery query, Ledger ledger, UserIdentity user)
    {
        var hidden = ledger.Columns.Where(c => ledger.IsGuessable(c, user)).SelectMany(c => new[] { (Name: c.Key, c.Sensitivity), (Name: c.Header, c.Sensitivity) }).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Sensitivity);
        if (hidden.Count == 0) return query;
        return query with
        {
            Filters = [.. query.Filters.Where(f => !hidden.TryGetValue(f.Column, out var of) || IsHarmless(of, f.Value))],
            Sort = hidden.ContainsKey(query.Sort.TrimStart('-')) ? "" : query.Sort,
        };
    }

    /// <summary>Whether an order, a range or a part would tell the withheld value.</summary>
    public static bool IsGuessable(this Ledger ledger, Column column, UserIdentity user) => column.HiddenFrom(user) switch
    {
        Sensitivity.Clinical => column.Kind is not (ColumnKind.Code or ColumnKind.Codes or ColumnKind.YesNo),
        Sensitivity.Identity or Sensitivity.Phone or Sensitivity.Bank => !user.MayUnmask(ledger),
        _ => false,
    };

    private static bool IsHarmless(Sensitivity sensitivity, string value) => sensitivity switch
    {
        Sensitivity.Identity => value == LedgerFilter.Blank || value.Length is 15 or >= 18,
        Sensitivity.Phone => value == LedgerFilter.Blank || value.Length >= 11,
        Sensitivity.Bank => value == LedgerFilter.Blank,
        _ => false,
    };
}
