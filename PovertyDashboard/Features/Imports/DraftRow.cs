using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A row of a sheet on its way into the store: what is given, what is wrong, and the row made of it.</summary>
public sealed class DraftRow(int number, LedgerRow row)
{
    public int Number { get; } = number;

    /// <summary>The row with the given values alone; once matched, a changed copy of the stored row.</summary>
    public LedgerRow Row { get; set; } = row;

    public LedgerRow? Stored { get; set; }

    /// <summary>The values that the sheet gives, until they stand in the row.</summary>
    public GivenValues Given { get; set; } = GivenValues.None;

    /// <summary>Stored rows that may be the same person under another number; the user is asked.</summary>
    public IReadOnlyList<AlikeRow> Alike { get; set; } = [];

    public List<Fault> Faults { get; } = [];

    public List<CellChange> Changes { get; } = [];

    public bool IsRefused => Faults.Count > 0;

    /// <summary>Whether the row is new or changes a stored one.</summary>
    public bool IsToWrite => !IsRefused && (Stored is null || Changes.Count > 0);

    public void Refuse(string header, string fault) => Faults.Add(new Fault(header, RowValidation.Sentence(header, fault)));

    public void Apply()
    {
        foreach (var (column, value) in Given.All) column.Set!(Row, value);
    }
}
