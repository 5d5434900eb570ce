using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Administration.Codes;

/// <summary>The code lists with their texts (代码表): add, order, other spellings, retire; for administrators only.</summary>
public sealed partial class CodeListsPage(CodeListService service, LiveFeed feed, IDialogService dialogs, ISnackbar snackbar) : ComponentBase, IDisposable
{
    private const string Address = "/admin/code-lists";

    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
    private IReadOnlyList<CodeListInfo> lists = [];
    private IReadOnlyList<AdminHistoryLine> history = [];
    private CodeListInfo? list;
    private IDisposable? subscription;
    private string find = "";

    /// <summary>Key of the shown list; the first without one.</summary>
    [SupplyParameterFromQuery(Name = "list")]
    private string? Asked { get; set; }

    private IReadOnlyList<CodeListInfo> Found => [.. lists.Where(l => Holds(l.Title) || l.Entries.Any(e => Holds(e.Text) || Holds(e.Aliases)))];

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => batch.Touches([ReferenceDirectories.OfCodeLists]) ? InvokeAsync(FollowAsync) : Task.CompletedTask);
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string HrefOf(CodeListInfo one) => $"{Address}?list={Uri.EscapeDataString(one.Key)}";

    private bool Holds(string text) => text.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task ReadAsync()
    {
        lists = service.List();
        list = lists.FirstOrDefault(l => Asked is null || l.Key == Asked);
        history = list is null ? [] : await service.HistoryAsync(list.Key, CancellationToken.None);
    }

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ShowAsync(CodeEntry? entry)
    {
        var parameters = new DialogParameters<CodeDialog> { { d => d.List, list! }, { d => d.Entry, entry } };
        var dialog = await dialogs.ShowAsync<CodeDialog>(null, parameters, Form);
        if (await dialog.Result is { Canceled: false, Data: AdminOutcome outcome }) await TellAsync(outcome);
    }

    private async Task RetireAsync(CodeEntry entry)
    {
        if (!entry.Retired)
        {
            var rows = await service.CountUsesAsync(entry, CancellationToken.None);
            var kept = rows == 0 ? "还没有行用到它。" : $"已有 {rows:#,0} 行用着它，这些行不变。";
            var request = new ConfirmRequest($"停用“{entry.Text}”？", "停用", $"{kept}停用后，登记和导入新行时不能再选它；以后可以再启用。", IsDanger: true);
            if (!(await ConfirmDialog.AskAsync(dialogs, request)).IsYes) return;
        }

        await TellAsync(await service.RetireAsync(entry.List, entry.Id, !entry.Retired, CancellationToken.None));
    }

    private async Task MoveAsync(CodeEntry entry, bool up)
    {
        var outcome = await service.MoveAsync(entry.List, entry.Id, up, CancellationToken.None);
        if (outcome.Done) await ReadAsync();
        else await TellAsync(outcome);
    }

    private async Task TellAsync(AdminOutcome outcome)
    {
        snackbar.Add(outcome.Message, outcome.Done ? Severity.Success : Severity.Error);
        await ReadAsync();
    }
}
