using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The addresses of a ledger's page, its row dialog and its files (台账地址).</summary>
public static class LedgerAddress
{
    /// <summary>Names the row whose dialog is open.</summary>
    public const string RowName = "row";

    /// <summary>Value of <see cref="RowName"/> for a row that is being added.</summary>
    public const string NewRow = "new";

    public static string Page(Ledger ledger, LedgerQuery query) => $"/ledgers/{ledger.Key}{query.ToQueryString()}";

    public static string Row(Ledger ledger, LedgerQuery query, LedgerRow row) => ledger.RowHref?.Invoke(row) ?? Edit(ledger, query, row);

    /// <summary>The row's dialog on the page of its ledger.</summary>
    public static string Edit(Ledger ledger, LedgerQuery query, LedgerRow row) => With(Page(ledger, query), RowName, row.Id.ToString(CultureInfo.InvariantCulture));

    public static string Add(Ledger ledger, LedgerQuery query) => With(Page(ledger, query), RowName, NewRow);

    /// <summary>The list as a file, with the columns as they stand on the page; full numbers only with a reason.</summary>
    public static string Export(Ledger ledger, LedgerQuery query, IEnumerable<Column> columns, bool csv = false, string? reason = null)
    {
        var address = With($"/ledgers/{ledger.Key}/export{query.ToQueryString(withPage: false)}", "cols", string.Join(',', columns.Select(c => c.Key)));
        if (csv) address = With(address, "format", "csv");
        return reason is null ? address : With(With(address, "full", "1"), "reason", reason);
    }

    public static string Template(Ledger ledger, LedgerQuery query) =>
        query.Region is { } region ? With($"/ledgers/{ledger.Key}/template", "region", region.ToString(CultureInfo.InvariantCulture)) : $"/ledgers/{ledger.Key}/template";

    public static string Import(Ledger ledger) => $"/imports?ledger={ledger.Key}";

    private static string With(string address, string name, string value) => QueryHelpers.AddQueryString(address, name, value);
}
