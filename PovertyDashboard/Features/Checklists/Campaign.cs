using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// A standardise-and-improve campaign (规范提升活动) of a township or a place above it. A check belongs to every campaign
/// whose place holds its household and whose days hold its date, so imported checks count without being assigned.
/// </summary>
public sealed class Campaign : LedgerRow, IReadableBelow, IOfficeRow
{
    /// <summary>The campaign's month (活动月份), yyyymm.</summary>
    public int Month { get; set; }

    public string Title { get; set; } = "";

    /// <summary>First day on which a check counts.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day on which a check counts.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Families of the checklists to be ticked (检查表), joined by commas in list order; each check takes the newest version.</summary>
    public string Families { get; set; } = "";

    /// <summary>Who leads it (组织单位).</summary>
    public string Unit { get; set; } = "";

    /// <summary>实施方案: title and number of the paper; its scan is an attachment.</summary>
    public string PlanTitle { get; set; } = "";

    /// <summary>工作要求 of the plan, one after the other, separated by ；.</summary>
    public string Requirements { get; set; } = "";

    public string Note { get; set; } = "";

    public IReadOnlyList<string> RequirementList => Requirements.Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string> FamilyList => Families.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool Covers(DateOnly day) => StartsOn <= day && day <= EndsOn;
}
