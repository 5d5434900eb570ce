using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>
/// What a room adds to the shared page of its ledger (台账展示): cells, row and bulk actions or a dialog of its own. Registered as
/// <c>services.AddSingleton(new LedgerPresentation("problems") { … })</c>; a ledger without one is shown by its columns alone.
/// </summary>
/// <param name="Ledger">Key of the ledger.</param>
public sealed record LedgerPresentation(string Ledger)
{
    /// <summary>The system that the ledger belongs to, in grey beside the title (销号管理).</summary>
    public string? Area { get; init; }

    /// <summary>Words of the button that adds a row (登记问题); null for 登记.</summary>
    public string? AddText { get; init; }

    /// <summary>Address that the button opens instead of the dialog.</summary>
    public string? AddHref { get; init; }

    /// <summary>Whether rows are added by hand at all.</summary>
    public bool MayAdd { get; init; } = true;

    /// <summary>What is missing while the ledger is empty (8 月还没有义诊登记) and what will stand there.</summary>
    public string? EmptyTitle { get; init; }

    public string? EmptyText { get; init; }

    /// <summary>Column key → component that shows the value instead of its text; parameters <c>LedgerRow Row</c>, <c>Column Column</c>, <c>LedgerView View</c>.</summary>
    public IReadOnlyDictionary<string, Type> Cells { get; init; } = new Dictionary<string, Type>();

    /// <summary>Component in the last column (操作): the verb of the next step; parameters <c>LedgerRow Row</c>, <c>LedgerView View</c>. 修改 and 删除 follow it under ⋮.</summary>
    public Type? RowActions { get; init; }

    /// <summary>Whether <see cref="RowActions"/> are for those alone who may save rows: then readers have no empty column.</summary>
    public bool ActionsForWriters { get; init; }

    /// <summary>Component with the room's menu entries, before 修改 and 删除 under ⋮; parameters as above.</summary>
    public Type? RowMenu { get; init; }

    /// <summary>Component in the footer while rows are selected; parameters <c>IReadOnlyList&lt;LedgerRow&gt; Rows</c>, <c>LedgerView View</c>.</summary>
    public Type? BulkActions { get; init; }

    /// <summary>Component beside the toolbar's buttons; parameter <c>LedgerView View</c>.</summary>
    public Type? Toolbar { get; init; }

    /// <summary>Component above the ledger's rows on the household file (values over time); parameters <c>long Household</c>, <c>LedgerView View</c>.</summary>
    public Type? HouseholdPart { get; init; }

    /// <summary>Dialog instead of <c>LedgerDialog</c>, opened through the dialog service; parameters <c>LedgerRow Row</c> (Id 0 for a new one), <c>LedgerView View</c>.</summary>
    public Type? Dialog { get; init; }

    /// <summary>CSS class of a row, e.g. <c>overdue</c> for the red edge.</summary>
    public Func<LedgerRow, DateOnly, string?>? RowClass { get; init; }

    /// <summary>Whether the shared dialog may change this row; else it only shows it. Rights and scope are checked besides.</summary>
    public Func<LedgerRow, UserIdentity, bool>? MayEdit { get; init; }
}

/// <summary>What the parts of a room may ask of the page that shows them (台账视图).</summary>
/// <param name="Ledger">The ledger that is shown.</param>
/// <param name="Query">What the page shows.</param>
/// <param name="Today">The as-of date.</param>
/// <param name="User">Who looks.</param>
/// <param name="OpenAsync">Opens the row's own page or its dialog.</param>
/// <param name="EditAsync">Opens the row's dialog, also where it has a page of its own.</param>
/// <param name="DeleteAsync">Asks for a reason, deletes the row and offers 撤销.</param>
/// <param name="ReloadAsync">Reads rows and counts again and drops the selection.</param>
public sealed record LedgerView(
    Ledger Ledger, LedgerQuery Query, DateOnly Today, UserIdentity User,
    Func<LedgerRow, Task> OpenAsync, Func<LedgerRow, Task> EditAsync, Func<LedgerRow, Task> DeleteAsync, Func<Task> ReloadAsync);
