using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Administration.DataDictionary;

/// <summary>What stands in each ledger (数据字典), read from the declarations by which pages, sheets and imports work; for everybody, without data.</summary>
public sealed partial class DictionaryPage(LedgerCatalog catalog, CodeListDirectory codes, CurrentUser user, NavigationManager navigation) : ComponentBase
{
    public const string Address = "/admin/dictionary";

    /// <summary>Who may read it: whoever works with ledgers, and administrators.</summary>
    public static readonly IReadOnlyList<Act> Readers = [Act.Read, Act.Administer];

    private Ledger? ledger;
    private string find = "";

    /// <summary>Key of the shown ledger; the first without one.</summary>
    [SupplyParameterFromQuery(Name = "ledger")]
    private string? Asked { get; set; }

    private IReadOnlyList<Column> Shown => [.. ledger!.Columns.Where(c => new[] { c.Header, c.Group ?? "", DictionaryWords.NoteOf(c) }.Concat(c.Aliases).Any(Holds))];

    private IReadOnlyList<Measure> Figures => [.. catalog.MeasuresOf(ledger!).Where(m => Holds(m.Title))];

    protected override void OnParametersSet() =>
        ledger = !user.Identity.MayAny(Readers) ? null : catalog.Ledgers.FirstOrDefault(l => Asked is null || l.Key == Asked);

    private static string Under(Column column) => string.Join("；", new[] { column.Group, column.Aliases.Count > 0 ? $"也写作 {string.Join("、", column.Aliases.Distinct())}" : null }.OfType<string>());

    private static string FillOf(Column column) => (column.Required, column.IsKey) switch
    {
        (true, true) => "必填，识别列",
        (true, false) => "必填",
        (false, true) => "识别列",
        _ => "",
    };

    private bool Holds(string text) => text.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase);

    private void Choose(ChangeEventArgs change) => navigation.NavigateTo($"{Address}?ledger={Uri.EscapeDataString((string?)change.Value ?? "")}");
}
