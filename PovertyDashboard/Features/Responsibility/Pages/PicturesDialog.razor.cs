using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The pictures of a row (照片、扫描件): a helper's photo, the scan of a pledge, photos of a measure of help.</summary>
public sealed partial class PicturesDialog : ComponentBase
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public AttachmentOwner Owner { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string Note { get; set; } = "";

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>Opens the pictures of the row; who may save it may add and remove them.</summary>
    public static async Task ShowAsync(IDialogService dialogs, LedgerView view, LedgerRow row, string title, string note)
    {
        var parameters = new DialogParameters<PicturesDialog>
        {
            { d => d.Owner, new AttachmentOwner(view.Ledger.Key, row.Id) }, { d => d.Title, title }, { d => d.Note, note }, { d => d.CanEdit, view.Ledger.MayEdit(view.User) && view.User.Scope.Contains(row.Region) },
        };
        var dialog = await dialogs.ShowAsync<PicturesDialog>(null, parameters, Options);
        await dialog.Result;
    }
}
