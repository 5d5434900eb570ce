using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>What every row of a ledger carries: its place, version, last change and soft-delete mark.</summary>
public abstract class LedgerRow
{
    public long Id { get; set; }

    /// <summary>Key of the owning node of the region tree: usually a village (村).</summary>
    public long Region { get; set; }

    /// <summary>1 when added, one more with each saved change; the optimistic lock of the row.</summary>
    public int Version { get; set; }

    /// <summary>UTC instant of the last change.</summary>
    public DateTime ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public bool IsDeleted { get; set; }

    /// <summary>Why the row was deleted (删除原因); empty while it stands.</summary>
    public string DeleteReason { get; set; } = "";
}

/// <summary>A row that names a household (户主): the name as written stays, the link is set when exactly one household matches.</summary>
public interface IHouseholdRow
{
    long Region { get; }

    string HouseholdName { get; set; }

    long? HouseholdId { get; set; }
}

/// <summary>A row that is a household itself (户).</summary>
public interface IHousehold;

/// <summary>A row that belongs to one household by its id (家庭成员).</summary>
public interface IHouseholdMember
{
    long HouseholdId { get; }
}

/// <summary>A part of another row (照片、检查明细、办理步骤), which is met through that row alone.</summary>
public interface IRowPart;

/// <summary>A row that is owned by an upper node (a township's campaign) and may be read by users of the places below it.</summary>
public interface IReadableBelow;

/// <summary>
/// A row that tells of a person's health (健康记录). Only users with the right to list health rows meet it at all;
/// for others the store answers as if there were none.
/// </summary>
public interface IHealthRow;

/// <summary>A row of an inspection (督查检查): who was drawn, what people answered, what was found; closed to those who are inspected.</summary>
public interface IInspectionRow;

/// <summary>A confidential row (问题线索): for the discipline role alone, in no page, list, figure, search or trail of others.</summary>
public interface IClueRow;

/// <summary>
/// A row of the office's own books (岗位和工资、收入和分配、走访、检查、建议): closed to those who come from outside for one work,
/// the clinic and the audit group.
/// </summary>
public interface IOfficeRow;

/// <summary>A row of works at homes and of their audit (改造提升、双提升审计): for the office and the audit group, not for the clinic.</summary>
public interface IWorksRow;

/// <summary>A fault of one field or of the whole row, in a sentence for its user.</summary>
/// <param name="Column">Header of the column, or empty for the row.</param>
/// <param name="Message">「列：what is wrong. 请 + what to do.」</param>
public readonly record struct Fault(string Column, string Message)
{
    /// <summary>The fault of a sentence that begins with its column.</summary>
    public static Fault Of(string sentence)
    {
        var at = sentence.IndexOf('：', StringComparison.Ordinal);
        return new Fault(at < 0 ? "" : sentence[..at], sentence);
    }
}

/// <summary>What cross-field rules may know beside the row.</summary>
/// <param name="Today">The as-of date of the store.</param>
/// <param name="User">Who saves.</param>
public sealed record RowContext(DateOnly Today, UserIdentity User);
