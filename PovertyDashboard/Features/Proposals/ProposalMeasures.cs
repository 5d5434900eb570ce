using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Proposals;

/// <summary>The measures of proposals (建言献策指标).</summary>
public static class ProposalMeasures
{
    private static readonly Ledger<Proposal> Ledger = ProposalLedger.Ledger;

    private static readonly RowMeasure<Proposal> Raised = new("proposals.raised", "提出建议", Ledger, (_, day) => p => p.RaisedOn <= day) { HasHistory = true };

    private static readonly RowMeasure<Proposal> Adopted = new("proposals.adopted", "已采纳", Ledger, (_, day) => p => p.RaisedOn <= day && p.IsAdopted == true) { Good = GoodDirection.Up };

    private static readonly RowMeasure<Proposal> Done = new("proposals.done", "已落实", Ledger, (_, day) => p => p.DoneOn <= day) { Good = GoodDirection.Up, HasHistory = true };

    public static readonly RowMeasure<Proposal> Undecided = new("proposals.undecided", "待答复", Ledger, (_, day) => p => p.RaisedOn <= day && p.IsAdopted == null) { Good = GoodDirection.Down };

    public static readonly RowMeasure<Proposal> Late = new("proposals.late", "逾期未落实", Ledger, (_, day) => p => p.IsAdopted == true && p.DoneOn == null && p.DueOn < day) { Good = GoodDirection.Down };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Raised, Adopted, Undecided, Done, Late,
        new RowMeasure<Proposal>("proposals.declined", "未采纳", Ledger, (_, _) => p => p.IsAdopted == false),
        new RatioMeasure("proposals.adoption-rate", "建议采纳率", Adopted, Raised) { Good = GoodDirection.Up, IsChip = false },
        new RatioMeasure("proposals.done-rate", "建议落实率", Done, Adopted) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("proposals.by-field", Raised, [ProposalLedger.Field]), new("proposals.adopted-by-field", Adopted, [ProposalLedger.Field])];
}
