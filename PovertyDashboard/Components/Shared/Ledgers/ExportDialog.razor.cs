using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>How the list is taken out (导出): file, and full numbers only with a reason that is recorded.</summary>
public sealed partial class ExportDialog(AddressTexts texts) : ComponentBase
{
    private bool csv;
    private bool full;
    private string reason = "";
    private string? fault;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    /// <summary>What is exported: the page's query or the selected rows.</summary>
    [Parameter, EditorRequired]
    public LedgerQuery Query { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    /// <summary>Address of a workbook of several ledgers, by the reason for full numbers; null where the ledger itself is taken out.</summary>
    [Parameter]
    public Func<string?, string>? Book { get; set; }

    /// <summary>What is asked in the head: how many rows, or which workbook.</summary>
    [Parameter]
    public string Title { get; set; } = "";

    public static async Task OpenAsync(IDialogService dialogs, LedgerView view, LedgerQuery query, IReadOnlyList<Column> columns, long count)
    {
        var parameters = new DialogParameters<ExportDialog> { { d => d.View, view }, { d => d.Query, query }, { d => d.Columns, columns }, { d => d.Title, $"导出 {FigureText.Count(count)} {view.Ledger.Unit}" } };
        await ShowAsync(dialogs, parameters);
    }

    /// <summary>Asks the same for a workbook of several ledgers, of which the view's is the first.</summary>
    public static Task OpenAsync(IDialogService dialogs, LedgerView view, string title, Func<string?, string> book) =>
        ShowAsync(dialogs, new DialogParameters<ExportDialog> { { d => d.View, view }, { d => d.Query, new LedgerQuery() }, { d => d.Columns, [] }, { d => d.Title, title }, { d => d.Book, book } });

    private static async Task ShowAsync(IDialogService dialogs, DialogParameters<ExportDialog> parameters)
    {
        await dialogs.ShowAsync<ExportDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
    }

    /// <summary>As it stands in the address: a reason may name a person.</summary>
    private string? SealedReason => full ? texts.Close(reason.Trim()) : null;

    private string Href => Book?.Invoke(SealedReason) ?? LedgerAddress.Export(View.Ledger, Query, Columns, csv, SealedReason);

    private void Ask() => fault = "导出事由：没有填写。请写明为什么需要完整的号码，例如 上报县扶贫办核对。";
}
