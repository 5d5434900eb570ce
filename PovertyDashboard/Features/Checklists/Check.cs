using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The results of an item (检查结果); an empty text means not checked yet.</summary>
public static class CheckResult
{
    public const string None = "";
    public const string Passed = "达标";
    public const string Failed = "不达标";
    public const string NotApplicable = "不适用";

    public static readonly IReadOnlyList<string> All = [Passed, Failed, NotApplicable];
}

/// <summary>A check of one household against one version of a checklist on one day (检查).</summary>
public sealed class Check : LedgerRow, IHouseholdRow, IOfficeRow
{
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public long TemplateId { get; set; }

    /// <summary>Title of the version, as it stands in sheets.</summary>
    public string TemplateTitle { get; set; } = "";

    public DateOnly CheckedOn { get; set; }

    public string Inspector { get; set; } = "";

    /// <summary>检查单位.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Source of the problems it opens (检查性质): 自查, 排查走访, 上级督查 …</summary>
    public string Source { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>The day on which the inspector finished it (完成日期); null while it goes on and for imported checks.</summary>
    public DateOnly? FinishedOn { get; set; }

    /// <summary>Sum of the weights of the items that hold.</summary>
    public int PassedWeight { get; set; }

    /// <summary>Sum of the weights of the items that hold or fail.</summary>
    public int ApplicableWeight { get; set; }

    public int PassedCount { get; set; }

    public int FailedCount { get; set; }

    public int NotApplicableCount { get; set; }

    /// <summary>The answers; null where they were not loaded, so that stored counts are left alone then.</summary>
    public List<CheckAnswer>? Answers { get; set; }

    /// <summary>The versions that a sheet's columns know; not stored, see <see cref="CheckColumns"/>.</summary>
    internal IReadOnlyList<ChecklistTemplate> Known { get; set; } = [];

    /// <summary>Whether the sheet names the version itself; not stored.</summary>
    internal bool NamesVersion { get; set; }

    public int AnsweredCount => PassedCount + FailedCount + NotApplicableCount;
}

/// <summary>The answer to one item of a check (检查明细): a row of its own, so that each tick has its version and its audit entry.</summary>
public sealed class CheckAnswer : LedgerRow, IRowPart, IOfficeRow
{
    public long CheckId { get; set; }

    public Check? Check { get; set; }

    public long ItemId { get; set; }

    /// <summary>Code of the item; with the check's id it names the origin of a problem.</summary>
    public string ItemCode { get; set; } = "";

    /// <summary>Number, name, weight and category as they stand in the version.</summary>
    public int ItemNumber { get; set; }

    public string ItemName { get; set; } = "";

    public int Weight { get; set; } = 1;

    public string Category { get; set; } = "";

    /// <summary>One of <see cref="CheckResult"/>.</summary>
    public string Result { get; set; } = CheckResult.None;

    /// <summary>Chosen reasons (原因), joined by 、; for 不适用 why it does not apply.</summary>
    public string Reasons { get; set; } = "";

    public string Note { get; set; } = "";

    public IReadOnlyList<string> ReasonList => Reasons.Split('、', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes over what the version says about the item.</summary>
    public CheckAnswer About(TemplateItem item)
    {
        ItemId = item.Id;
        ItemCode = item.Code;
        ItemNumber = item.Number;
        ItemName = item.Name;
        Weight = item.Weight;
        Category = item.Category;
        return this;
    }
}
