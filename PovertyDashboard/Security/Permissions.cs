namespace PovertyDashboard.Security;

/// <summary>What a user may do to a kind of row or with the product (权限).</summary>
public enum Act
{
    /// <summary>See rows and figures.</summary>
    Read,

    /// <summary>Add and change rows through pages and forms.</summary>
    Write,

    /// <summary>Soft-delete and restore rows.</summary>
    Delete,

    /// <summary>Bring in files.</summary>
    Import,

    /// <summary>Take masked ledgers out as files.</summary>
    Export,

    /// <summary>Take full IDs, phones and cards out, with a reason, recorded.</summary>
    ExportFull,

    /// <summary>See one full value for a moment, recorded.</summary>
    Unmask,

    /// <summary>Tick checklist items.</summary>
    Tick,

    /// <summary>Record visits to households and measures of help (走访、帮扶措施).</summary>
    Visit,

    /// <summary>Report a problem as rectified.</summary>
    Rectify,

    /// <summary>Verify and close problems, decide extensions.</summary>
    VerifyClose,

    /// <summary>Approve or send back wage sheets that others have made.</summary>
    ApproveWages,

    /// <summary>Verify labour and material in the home and conclude audits (双提升审计).</summary>
    Audit,

    /// <summary>Users, regions, settings, code lists.</summary>
    Administer,

    /// <summary>See the lists and figures of health ledgers (义诊登记、随访), with the measured values withheld.</summary>
    ListHealth,

    /// <summary>See blood pressure, glucose, history and advice of a person (健康数值).</summary>
    ReadHealth,

    /// <summary>Add and change health records and follow-ups.</summary>
    WriteHealth,

    /// <summary>See the office's own books: posts and wages, incomes and distributions, visits, checks, proposals.</summary>
    ReadOffice,

    /// <summary>See works at homes, their lines and audits (改造提升、双提升审计).</summary>
    ReadWorks,

    /// <summary>See inspections: who was drawn, what people answered, what was found (督查检查).</summary>
    ReadInspections,

    /// <summary>Make plans, draw samples and keep the bank of questions.</summary>
    PlanInspections,

    /// <summary>Record interviews, answers and findings of inspections, and take second looks at them.</summary>
    Inspect,

    /// <summary>See and keep confidential clues (问题线索).</summary>
    KeepClues,
}

/// <summary>
/// The matrix of roles and acts: leaders read and approve wage sheets (ADR 0014), inspectors tick and verify close-outs, helpers and
/// village cadres record visits and report problems as rectified (ADR 0016), staff do the rest, a person's health values
/// are for the clinic alone (ADR 0013), inspections are closed to those who are inspected, clues are for discipline alone (ADR 0020), and the clinic and the audit group
/// meet households, problems and the books of their own work (ADR 0022).
/// </summary>
public static class Permissions
{
    private static readonly Dictionary<string, HashSet<Act>> Matrix = new()
    {
        [Roles.Leader] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.ListHealth, Act.ApproveWages, Act.ReadInspections],
        [Roles.Staff] =
        [
            Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Write, Act.Delete, Act.Import, Act.Export, Act.ExportFull, Act.Unmask, Act.Tick, Act.Visit, Act.Rectify, Act.VerifyClose, Act.ListHealth, Act.ApproveWages,
            Act.ReadInspections, Act.PlanInspections, Act.Inspect,
        ],
        [Roles.Inspector] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.Tick, Act.VerifyClose, Act.ReadInspections, Act.Inspect],
        [Roles.Clinic] = [Act.Read, Act.Delete, Act.Import, Act.Export, Act.ExportFull, Act.Unmask, Act.ListHealth, Act.ReadHealth, Act.WriteHealth],
        [Roles.Helper] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.Visit, Act.Rectify],
        [Roles.Cadre] = [Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Export, Act.Visit, Act.Rectify],
        [Roles.Auditor] = [Act.Read, Act.ReadWorks, Act.Export, Act.Audit],
        [Roles.Discipline] =
        [
            Act.Read, Act.ReadOffice, Act.ReadWorks, Act.Delete, Act.Import, Act.Export, Act.ExportFull, Act.Unmask, Act.VerifyClose, Act.ReadInspections, Act.PlanInspections, Act.Inspect, Act.KeepClues,
        ],
        [Roles.Administrator] = [Act.Administer],
    };

    public static bool May(this UserIdentity user, Act act) =>
        user.IsSystem || user.RoleNames.Any(r => Matrix.TryGetValue(r, out var acts) && acts.Contains(act));

    /// <summary>Whether the user may save a row of a type that is written by the given acts (any of them is enough).</summary>
    public static bool MayAny(this UserIdentity user, IEnumerable<Act> acts) => acts.Any(user.May);
}
