using Microsoft.AspNetCore.WebUtilities;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Components.Pages;

/// <summary>The rows of the page: the dialog that the address names, deleting, and what others save meanwhile.</summary>
public sealed partial class LedgerPage
{
    private string? openRow;

    private Task OpenAsync(LedgerRow row)
    {
        navigation.NavigateTo(LedgerAddress.Row(ledger!, query, row));
        return Task.CompletedTask;
    }

    private Task EditAsync(LedgerRow row)
    {
        navigation.NavigateTo(LedgerAddress.Edit(ledger!, query, row));
        return Task.CompletedTask;
    }

    /// <summary>Opens or closes the dialog as the address says, so that Back closes it and a link opens it.</summary>
    private async Task ShowRowAsync()
    {
        var asked = QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(LedgerAddress.RowName, out var value) ? value.ToString() : null;
        if (asked == openRow || ledger is null || view is null || missing is not null) return;
        rowDialogs.Close();
        openRow = asked;
        if (asked is null) return;
        var row = await FindAsync(asked);
        if (row is null)
        {
            openRow = null;
            StateHasChanged();
            return;
        }

        _ = InvokeAsync(() => WatchedAsync(async () =>
        {
            var saved = await rowDialogs.OpenAsync(row, view!, presentation);
            if (openRow != asked) return;
            openRow = null;
            navigation.NavigateTo(LedgerAddress.Page(ledger!, query), replace: true);
            if (saved) await ReloadAsync(keepSelection: true);
        }));
    }

    private async Task<LedgerRow?> FindAsync(string asked)
    {
        if (asked == LedgerAddress.NewRow) return ledger!.NewRow();
        if (!long.TryParse(asked, out var id)) return null;
        var (row, why) = await reader.RowAsync(ledger!, id, left.Token);
        (notice, deleted) = (why, row is { IsDeleted: true } ? row : null);
        return why is null ? row : null;
    }

    private Task ExportSelectedAsync() =>
        ExportDialog.OpenAsync(dialogs, view!, new LedgerQuery { Ids = [.. selected.Keys], Sort = query.Sort }, visible, selected.Count);

    private async Task DeleteAsync(LedgerRow row)
    {
        if (await rowDialogs.DeleteAsync(row, view!, left.Token)) await ReloadAsync(keepSelection: false);
    }

    private async Task RestoreAsync()
    {
        if (!await rowDialogs.RestoreAsync(deleted!, view!, left.Token)) return;
        navigation.NavigateTo(LedgerAddress.Page(ledger!, query), replace: true);
        await ReloadAsync(keepSelection: true);
    }

    /// <summary>Reads the same page again after a save that touches it and tints what has changed for a moment.</summary>
    private async Task FollowAsync(LiveBatch batch)
    {
        if (ledger is null || data is null || left.IsCancellationRequested) return;
        var watched = catalog.MeasuresOf(ledger).SelectMany(m => m.DependsOn).Append(ledger.Key).Distinct();
        if (!watched.Any(key => batch.Changes.TryGetValue(key, out var touched) && touched.Any(user.Identity.Scope.Touches))) return;
        changes++;
        var before = data.Page.Rows.ToDictionary(r => r.Id);
        await ReadAsync();
        var cells = data.Page.Rows.Where(r => before.TryGetValue(r.Id, out var old) && old.Version != r.Version)
            .SelectMany(r => visible.Where(c => CellText.Of(c, r, regions.Tree, clock.Today, user.Identity) != CellText.Of(c, before[r.Id], regions.Tree, clock.Today, user.Identity)).Select(c => (r.Id, c.Key))).ToHashSet();
        foreach (var row in data.Page.Rows.Where(r => selected.ContainsKey(r.Id))) selected[row.Id] = row;
        changed = cells;
        StateHasChanged();
        // The next save need not wait until the colour has gone.
        if (cells.Count > 0) _ = FadeAsync(cells);
    }

    private async Task FadeAsync(HashSet<(long Row, string Column)> cells)
    {
        try
        {
            await Task.Delay(Tint, time, left.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (!ReferenceEquals(changed, cells)) return;
        changed = [];
        StateHasChanged();
    }
}
