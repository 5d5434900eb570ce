using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>Everything that hangs on one household (一户一档).</summary>
/// <param name="Household">The household.</param>
/// <param name="Members">Its members, the head first.</param>
/// <param name="Place">Where it stands among the households of its village.</param>
/// <param name="Linked">The ledgers whose rows can name a household, with the number of rows that name this one.</param>
/// <param name="Events">The newest rows of those ledgers, newest first.</param>
/// <param name="Open">Problems not closed (未销号).</param>
/// <param name="Overdue">Those past their deadline (逾期).</param>
public sealed record HouseholdFile(
    Household Household, IReadOnlyList<Member> Members, FilePlace Place, IReadOnlyList<LinkedLedger> Linked, IReadOnlyList<FileEvent> Events, int Open, int Overdue)
{
    /// <summary>Those who have died or moved away (已离开), the last first.</summary>
    public IReadOnlyList<Member> Gone { get; init; } = [];

    public Member? Head => Members.FirstOrDefault(m => m.Relation == HouseholdFileReader.HeadRelation) ?? (Members.Count > 0 ? Members[0] : null);

    /// <summary>Rows of all linked ledgers.</summary>
    public int LinkedCount => Linked.Sum(l => l.Count);
}

/// <summary>The place of a household in its village, by name (第 3 户，共 27 户).</summary>
public sealed record FilePlace(int Position, int Count, long? Previous, long? Next);

/// <summary>A ledger with rows of the household.</summary>
public sealed record LinkedLedger(Ledger Ledger, int Count);

/// <summary>One row of a linked ledger on the time line (时间线).</summary>
/// <param name="Day">Its date; the day of its last change where its ledger has none.</param>
/// <param name="Text">What it says, in a few words without personal numbers or illness.</param>
public sealed record FileEvent(DateOnly Day, Ledger Ledger, LedgerRow Row, string Text);

/// <summary>What stands at an address: the file, or a deleted household with the sentence that says so, or neither.</summary>
public sealed record FileAnswer(HouseholdFile? File, Household? Deleted, string? Why)
{
    public static readonly FileAnswer Missing = new(null, null, null);
}
