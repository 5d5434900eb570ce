using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Proposals;

/// <summary>A proposal of the office (建言献策) and what became of it.</summary>
public sealed class Proposal : LedgerRow, IOfficeRow
{
    public DateOnly RaisedOn { get; set; }

    public string Title { get; set; } = "";

    /// <summary>建议方面, text of code list proposal-field.</summary>
    public string Field { get; set; } = "";

    public string Content { get; set; } = "";

    /// <summary>建议人 or 建议单位.</summary>
    public string Proposer { get; set; } = "";

    /// <summary>是否采纳; null while nobody has decided.</summary>
    public bool? IsAdopted { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>责任人 for carrying it out.</summary>
    public string Owner { get; set; } = "";

    /// <summary>落实措施.</summary>
    public string Steps { get; set; } = "";

    /// <summary>落实时限.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>落实日期.</summary>
    public DateOnly? DoneOn { get; set; }

    public string Result { get; set; } = "";

    public string Remark { get; set; } = "";
}
