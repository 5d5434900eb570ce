using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// One version of a checklist (检查表版本). A version is never edited: an edit makes the next one, and old checks keep theirs.
/// It holds in its place and everything below, where no nearer place has a version of its own.
/// </summary>
public sealed class ChecklistTemplate : LedgerRow, IReadableBelow
{
    /// <summary>The checklist that it is a version of, e.g. 六净一规范.</summary>
    public string Family { get; set; } = "";

    /// <summary>Number of the version (版次) within the family, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Names the version in ledgers and sheets: 六净一规范（第 1 版）.</summary>
    public string Title { get; set; } = "";

    /// <summary>Source of the problems it opens (问题来源), text of code list problem-source.</summary>
    public string Source { get; set; } = "";

    /// <summary>Where the wording comes from (依据).</summary>
    public string Basis { get; set; } = "";

    public List<TemplateItem> Items { get; set; } = [];

    public static string TitleOf(string family, int number) => $"{family}（第 {number} 版）";
}

/// <summary>One item of a checklist version (检查项).</summary>
public sealed class TemplateItem : LedgerRow, IReadableBelow
{
    public long TemplateId { get; set; }

    public ChecklistTemplate? Template { get; set; }

    /// <summary>Stays the same through all versions, whatever the item is called; unique among all checklists.</summary>
    public string Code { get; set; } = "";

    /// <summary>Its place in the list, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Upper header in sheets: 六净, 一规范, or the class 达标, 项目, 资料, 问题整改.</summary>
    public string Group { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Other names in sheets, joined by |.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>What must hold (标准).</summary>
    public string Standard { get; set; } = "";

    /// <summary>Weight in the score (权重), 1 to 100.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>Category of the problem that a failure opens (问题类别), text of code list problem-category.</summary>
    public string Category { get; set; } = "";

    /// <summary>Reasons offered when it fails (原因), joined by |.</summary>
    public string Reasons { get; set; } = "";

    /// <summary>Whether a failure needs a photo before the check can be finished.</summary>
    public bool NeedsPhoto { get; set; }

    public IReadOnlyList<string> AliasList => Split(Aliases);

    public IReadOnlyList<string> ReasonList => Split(Reasons);

    private static string[] Split(string joined) => joined.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
