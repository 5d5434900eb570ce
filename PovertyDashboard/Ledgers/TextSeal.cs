using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Which texts of a query its addresses hold sealed (封存): the search, and conditions on columns of free text. Codes, days and numbers
/// name nobody and stay readable.
/// </summary>
/// <param name="Texts">Seals and reads texts.</param>
/// <param name="Ledger">The ledger whose columns are asked.</param>
public sealed record TextSeal(AddressTexts Texts, Ledger Ledger)
{
    public string Of(ColumnFilter filter) => IsPlain(filter) ? filter.Value : Texts.Close(filter.Value);

    public string Read(string value) => Texts.Open(value) ?? AddressTexts.Unreadable;

    private bool IsPlain(ColumnFilter filter) =>
        filter.Value == LedgerFilter.Blank
        || Ledger.Columns.Any(c => (c.Key == filter.Column || c.Header == filter.Column) && (c.Kind is ColumnKind.Code or ColumnKind.Codes || c.ValueType != typeof(string)));
}
