using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The dialog of one row of any ledger (台账对话框): its column groups are the sections, one input for each kind of column.</summary>
public sealed partial class LedgerDialog(
    LedgerEditor editor, IDialogService dialogs, IDbContextFactory<AppDbContext> stores, CodeListDirectory codes, Clock clock, IEnumerable<LedgerPresentation> presentations) : ComponentBase
{
    private IReadOnlyList<Column> columns = [];
    private LedgerForm? form;
    private string who = "";
    private string? refusal;
    private bool mayEdit;
    private bool busy;
    private bool leaving;
    private bool closed;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>The row as read; Id 0 for a new one.</summary>
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private LedgerPresentation? Presentation => presentations.FirstOrDefault(p => p.Ledger == View.Ledger.Key);

    private string Title => Row.Id == 0 ? Presentation?.AddText ?? $"登记 · {View.Ledger.Title}" : View.Ledger.NameOf(Row);

    private string Stamp => $"{View.Ledger.Title} · 第 {Row.Version} 版 · {who} {Clock.MinuteOf(Row.ChangedAt)} 保存";

    private bool IsDirty => !closed && form?.IsDirty == true;

    private ColumnParser Parser => new(codes.Current, clock.Today);

    protected override async Task OnInitializedAsync()
    {
        mayEdit = View.Ledger.MayEdit(View.User) && (Row.Id == 0 || View.User.Scope.Contains(Row.Region)) && (Presentation?.MayEdit?.Invoke(Row, View.User) ?? true);
        await using var db = await stores.CreateDbContextAsync(CancellationToken.None);
        columns = await View.Ledger.AllColumnsAsync(db, Row.Region, CancellationToken.None);
        who = await DeletedRows.PersonAsync(db, Row.ChangedBy, CancellationToken.None);
        form = new LedgerForm(View.Ledger, columns, Row);
        if (Row.Id == 0 && form.Place is { Place: { } level } && View.Query.Region is { } region && Regions.RegionKey.LevelOf(region) == level) form.Region = region;
    }

    private void Check(FormField field) => LedgerForm.Check(field, Parser);

    private async Task SaveAsync()
    {
        if (busy || form is null) return;
        (busy, refusal) = (true, null);
        try
        {
            if (form.Build(Parser, codes.Current, clock.Today) is { } row) await SendAsync(row, Row.Version);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task SendAsync(LedgerRow row, int versionSeen)
    {
        switch (await editor.SaveAsync(View.Ledger, row, versionSeen, CancellationToken.None))
        {
            case RowSaved saved:
                Close(saved.Row);
                break;
            case RowInvalid invalid:
                form!.PutFaults(invalid.Faults);
                break;
            case RowConflict conflict when await MergeAsync(row, conflict) is { } merged:
                await SendAsync(merged, conflict.Current.Version);
                break;
            case RowConflict conflict:
                refusal = $"没有保存：{conflict.Who} {Clock.ToLocal(conflict.When).ToString("HH:mm", CultureInfo.InvariantCulture)} 改过这一行。您填写的内容还在，再次保存时可以看差异。";
                break;
            case RowRefused refused:
                refusal = refused.Sentence;
                break;
            default:
                break;
        }
    }

    private async Task<LedgerRow?> MergeAsync(LedgerRow mine, RowConflict conflict)
    {
        var parameters = new DialogParameters<ConflictDialog>
        {
            { d => d.Ledger, View.Ledger }, { d => d.Columns, columns }, { d => d.Original, Row }, { d => d.Mine, mine }, { d => d.Conflict, conflict },
        };
        var dialog = await dialogs.ShowAsync<ConflictDialog>("有人先保存了", parameters, new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false });
        return await dialog.Result is { Canceled: false, Data: LedgerRow merged } ? merged : null;
    }

    private async Task DeleteAsync()
    {
        if (IsDirty)
        {
            leaving = true;
            return;
        }

        Close(null);
        await View.DeleteAsync(Row);
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? LeaveAsync() : Task.CompletedTask;

    private Task LeaveAsync()
    {
        if (IsDirty) leaving = true;
        else Close(null);
        return Task.CompletedTask;
    }

    private void Drop() => Close(null);

    private void Close(LedgerRow? saved)
    {
        closed = true;
        if (saved is null) Dialog.Cancel();
        else Dialog.Close(DialogResult.Ok(saved));
    }

    /// <summary>Back, or a link elsewhere, with unsaved text: stay and ask.</summary>
    private void Guard(LocationChangingContext context)
    {
        if (!IsDirty) return;
        context.PreventNavigation();
        leaving = true;
        StateHasChanged();
    }
}
