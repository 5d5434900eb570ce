using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>One form (套表): its sheets as they are, a cell is clicked and what goes there is chosen; every change is kept at once.</summary>
public sealed partial class FormPage(
    FormDesk desk, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user, NavigationManager navigation, IDialogService dialogs, Snack snack) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private OpenForm? open;
    private IReadOnlyList<Column> columns = [];
    private IReadOnlyList<Placement> outside = [];
    private IReadOnlyList<string> blockFaults = [];
    private (int Row, int Column)? selected;
    private int at;
    private long shown;
    private bool isMissing;
    private bool isReplacing;
    private string refusal = "";
    private string refusedFile = "";

    [Parameter]
    public long FormId { get; set; }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown == FormId) return;
        shown = FormId;
        await ReadAsync();
        at = Math.Max(0, open?.Sheets.ToList().FindIndex(s => open.Layout.Placements.Any(p => p.Sheet == s.Name)) ?? 0);
        await ReadColumnsAsync();
    }

    private bool MayKeep => user.Identity.MayKeep();

    private FormSheet Sheet => open!.Sheets[Math.Min(at, open.Sheets.Count - 1)];

    private string Subtitle => $"{regions.Tree.NameOf(open!.Form.Region)} · {open.Form.FileName} · 已放 {open.Layout.Count} 处";

    private string Hint => MayKeep ? "点一格，选择填入什么" : "由扶贫办放置内容";

    private Task TurnAsync(int sheet)
    {
        (at, selected) = (sheet, null);
        return ReadColumnsAsync();
    }

    private void Select((int Row, int Column) cell)
    {
        if (MayKeep) selected = cell;
    }

    private async Task ReadAsync()
    {
        open = await desk.OpenAsync(FormId, open, leaving.Token);
        isMissing = open is null;
        outside = open is null ? [] : [.. open.Layout.Placements.Where(p => !open.Sheets.Any(s => s.Name == p.Sheet && p.Row <= s.Rows && p.Column < s.Columns))];
        blockFaults = open is null ? [] : [.. open.Layout.Blocks.Select(b => open.Sheets.FirstOrDefault(s => s.Name == b.Sheet)?.RefusalOfBlock(b.Row)).OfType<string>()];
    }

    private async Task ReadColumnsAsync() => columns = open is null ? [] : await desk.ColumnsAsync(open, Sheet.Name, leaving.Token);

    private async Task SaveAsync(FormLayout layout)
    {
        refusal = (await desk.SaveAsync(FormId, open!.Form.Version, layout, leaving.Token)).Refusal;
        await ReadAsync();
        await ReadColumnsAsync();
    }

    private Task RemoveOutsideAsync() => SaveAsync(outside.Aggregate(open!.Layout, (layout, p) => layout.Without(p.Sheet, p.Row, p.Column)) is var left
        ? left with { Blocks = [.. left.Blocks.Where(b => open.Sheets.Any(s => s.Name == b.Sheet && b.Row <= s.Rows))] } : FormLayout.Empty);

    private async Task ReplaceAsync(FormUpload.Chosen chosen)
    {
        refusedFile = (await desk.ReplaceAsync(FormId, open!.Form.Version, chosen.FileName, chosen.Content, leaving.Token)).Refusal;
        if (refusedFile.Length > 0) return;
        (isReplacing, selected) = (false, null);
        await ReadAsync();
        await ReadColumnsAsync();
        if (outside.Count == 0) snack.Done("换成新版，放好的内容都保留");
        else snack.Warn($"已换成新版，{outside.Count} 处内容落在表样之外。");
    }

    private async Task RenameAsync()
    {
        var asked = new ConfirmRequest("给这张套表改名？", "改名", open!.Form.Name, ReasonLabel: "套表名称", ReasonHint: "写一个好认的名称");
        if (await ConfirmDialog.AskAsync(dialogs, asked) is not { IsYes: true } answer) return;
        refusal = (await desk.RenameAsync(FormId, open.Form.Version, answer.Reason, leaving.Token)).Refusal;
        await ReadAsync();
    }

    private async Task DeleteAsync()
    {
        if (!await FormDeletion.AskAsync(dialogs, open!.Form)) return;
        refusal = (await desk.DeleteAsync(FormId, open.Form.Version, leaving.Token)).Refusal;
        if (refusal.Length > 0) await ReadAsync();
        else navigation.NavigateTo(FormsPage.Address);
    }
}
