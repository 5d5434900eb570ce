using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>The kinds of movements (变动类型), texts of code list movement-kind.</summary>
public static class MovementKind
{
    public const string Identified = "新识别";
    public const string MovedIn = "迁入";
    public const string MovedOut = "迁出";
    public const string Born = "出生";
    public const string Died = "死亡";
    public const string Split = "分户";
    public const string Merged = "并户";
    public const string Relapsed = "返贫";
    public const string RiskCleared = "风险消除";

    /// <summary>Those of a person; 迁入 and 迁出 may also be of a whole household.</summary>
    public static bool IsOfPerson(string kind) => kind is Born or Died or Split;

    /// <summary>Those of a whole household.</summary>
    public static bool IsOfHousehold(string kind) => kind is Identified or Merged or Relapsed or RiskCleared;

    /// <summary>Those that name a second household.</summary>
    public static bool HasOther(string kind) => kind is Split or Merged;
}

/// <summary>
/// A dated fact of a household or person (人口变动): recorded all year round, applied to the household and its members from its date on,
/// so that figures of earlier days stay as they were.
/// </summary>
public sealed class Movement : LedgerRow, INumberedRow, IOfficeRow
{
    /// <summary>变动对象 of a movement of the whole household.</summary>
    public const string Whole = "全户";

    /// <summary>变动类型, text of code list movement-kind.</summary>
    public string Kind { get; set; } = "";

    public DateOnly HappenedOn { get; set; }

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string HouseholdNumber { get; set; } = "";

    /// <summary>变动对象: the person's name, or 全户.</summary>
    public string Subject { get; set; } = Whole;

    public string IdNumber { get; set; } = "";

    /// <summary>与户主关系 of somebody who joins.</summary>
    public string Relation { get; set; } = "";

    /// <summary>相关户编号: the household that is split off, or that this one goes into.</summary>
    public string OtherNumber { get; set; } = "";

    /// <summary>变动原因 and 去向 in words.</summary>
    public string Reason { get; set; } = "";

    /// <summary>依据: certificate, decision, notice.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>登记人.</summary>
    public string Recorder { get; set; } = "";

    public string Remark { get; set; } = "";

    public bool IsWhole => Subject == Whole;
}
