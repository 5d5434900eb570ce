using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Search box, quick filters and further conditions (筛选栏); whatever is chosen goes into the address.</summary>
public sealed partial class LedgerFilterBar(NavigationManager navigation, IDialogService dialogs, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(350);
    private IReadOnlyList<Column> quick = [];
    private string searchHint = "";
    private string search = "";
    private string shown = "";
    private CancellationTokenSource typing = new();

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerQuery Query { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerSettings Settings { get; set; } = default!;

    [Parameter]
    public EventCallback<LedgerSettings> OnSettings { get; set; }

    public void Dispose()
    {
        typing.Cancel();
        typing.Dispose();
    }

    protected override void OnParametersSet()
    {
        quick = [.. Ledger.Columns.Where(c => c is { QuickFilter: true, Member: not null })];
        searchHint = string.Join('、', Ledger.Columns.Where(c => c is { Searchable: true, Member: not null }).Select(c => c.Header));
        // What is being typed stays, unless the address has moved on by other means.
        if (Query.Search == shown) return;
        search = shown = Query.Search;
    }

    private async Task SearchAsync(string? text)
    {
        search = text ?? "";
        await typing.CancelAsync();
        typing.Dispose();
        typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, time, typing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (search.Trim() == Query.Search) return;
        // One entry of the history for one search, however many keys it took.
        var replace = Query.Search.Length > 0;
        shown = search.Trim();
        Go(Query with { Search = shown, Cursor = "" }, replace);
    }

    private async Task MoreAsync()
    {
        var parameters = new DialogParameters<ConditionsDialog> { { d => d.Ledger, Ledger }, { d => d.Filters, Query.Filters } };
        var dialog = await dialogs.ShowAsync<ConditionsDialog>("更多条件", parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true });
        if (await dialog.Result is { Canceled: false, Data: IReadOnlyList<ColumnFilter> filters }) Go(Query with { Filters = filters, Cursor = "" });
    }

    private Task GoAsync(LedgerQuery query)
    {
        Go(query);
        return Task.CompletedTask;
    }

    private void Go(LedgerQuery query, bool replace = false) => navigation.NavigateTo(LedgerAddress.Page(Ledger, query), new NavigationOptions { ReplaceHistoryEntry = replace });
}
