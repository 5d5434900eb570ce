using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>The forms of the unit (套表): bring one, fill one.</summary>
public sealed partial class FormsPage(FormDesk desk, RegionDirectory regions, CurrentUser user, NavigationManager navigation, IDialogService dialogs, Snack snack) : ComponentBase, IDisposable
{
    public const string Address = "/forms";

    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<FormLine>? forms;
    private string refusal = "";

    public static string Of(long form) => string.Create(CultureInfo.InvariantCulture, $"{Address}/{form}");

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync() => forms = await desk.ListAsync(leaving.Token);

    private bool MayKeep => user.Identity.MayKeep();

    private async Task AddAsync(FormUpload.Chosen chosen)
    {
        (var id, refusal) = await desk.AddAsync(chosen.Name, chosen.FileName, chosen.Content, leaving.Token);
        if (refusal.Length == 0) navigation.NavigateTo(Of(id));
    }

    private async Task DeleteAsync(ReportForm form)
    {
        if (!await FormDeletion.AskAsync(dialogs, form)) return;
        var result = await desk.DeleteAsync(form.Id, form.Version, leaving.Token);
        if (result.Refusal.Length > 0) snack.Failed(result.Refusal);
        else snack.Done("删除", 1, "张套表");
        forms = await desk.ListAsync(leaving.Token);
    }
}

/// <summary>What is asked before a form is deleted (删除套表).</summary>
internal static class FormDeletion
{
    public static async Task<bool> AskAsync(IDialogService dialogs, ReportForm form) => (await ConfirmDialog.AskAsync(dialogs, new ConfirmRequest(
        "删除这张套表？", "删除", $"{form.Name}：工作簿和放好的 {FormLayout.Read(form.Layout).Count} 处内容都会删除，台账不受影响。", IsDanger: true))).IsYes;
}
