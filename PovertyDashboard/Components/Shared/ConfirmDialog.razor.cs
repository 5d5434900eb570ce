using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Components.Shared;

/// <summary>What is asked before an act (确认).</summary>
/// <param name="Title">The act, the thing and the count, such as 销号这 1 件问题？</param>
/// <param name="Verb">The button, which repeats the act: 销号.</param>
/// <param name="Subject">The thing by number and name.</param>
/// <param name="IsDanger">Outlined red, for what takes something away.</param>
/// <param name="ReasonLabel">The field that asks why, or none.</param>
/// <param name="ReasonHint">What to write, such as 写明看到的情况.</param>
/// <param name="IsReasonRequired">Whether the act needs a reason.</param>
public sealed record ConfirmRequest(string Title, string Verb, string? Subject = null, bool IsDanger = false, string? ReasonLabel = null, string? ReasonHint = null, bool IsReasonRequired = true);

/// <summary>What the user answered.</summary>
public sealed record ConfirmAnswer(bool IsYes, string Reason);

/// <summary>Asks before an act (确认框); the button repeats the act, never 确定 alone.</summary>
public sealed partial class ConfirmDialog : ComponentBase
{
    private readonly string titleId = $"confirm-{Guid.NewGuid():N}";
    private string reason = "";
    private bool isMissing;

    [Parameter, EditorRequired]
    public ConfirmRequest Request { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private string ReasonId => titleId + "-reason";

    private string ErrorId => titleId + "-error";

    /// <summary>Asks and waits for the answer; closing by Escape or beside the dialog is a no.</summary>
    public static async Task<ConfirmAnswer> AskAsync(IDialogService dialogs, ConfirmRequest request)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { d => d.Request, request } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = true };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(null, parameters, options);
        var result = await dialog.Result;
        return result is { Canceled: false, Data: string reason } ? new ConfirmAnswer(true, reason) : new ConfirmAnswer(false, "");
    }

    private void Type(string? typed)
    {
        reason = typed ?? "";
        if (isMissing) isMissing = string.IsNullOrWhiteSpace(reason);
    }

    private void Confirm()
    {
        isMissing = Request.ReasonLabel is not null && Request.IsReasonRequired && string.IsNullOrWhiteSpace(reason);
        if (!isMissing) Dialog.Close(DialogResult.Ok(reason.Trim()));
    }
}
