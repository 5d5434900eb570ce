using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Features.Imports.Undoing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>The page of imports (导入): choose files, look at every row's fate, then write.</summary>
public sealed partial class ImportsPage(
    ImportDesk desk, ImportRunner runner, BatchCopies copies, BatchUndo undo, LedgerCatalog catalog, RegionDirectory regions, NavigationManager navigation, IDialogService dialogs) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<BatchLine>? batches;
    private IReadOnlyList<string> refusals = [];
    private ImportBatch? batch;
    private BatchReport report = BatchReport.Empty;
    private ImportProgress? progress;
    private string refusedUndo = "";
    private bool isMissing;
    private int readings;
    private ChoicesDraft? draft;
    private IReadOnlyDictionary<string, IReadOnlyList<Column>> columns = new Dictionary<string, IReadOnlyList<Column>>();
    private int moves;

    [Parameter]
    public long? BatchId { get; set; }

    /// <summary>Ledger whose page the user came from; empty: recognised by the headers.</summary>
    [SupplyParameterFromQuery]
    public string? Ledger { get; set; }

    private string? Subtitle => batch is null ? "Excel 或 csv，一次可选多个文件" : string.Join(" · ", new[] { TitleOf(batch.Ledger), batch.Region is { } key ? regions.Tree.NameOf(key) : "" }.Where(t => t.Length > 0));

    private string WriteWords => batch is { Accepted: > 0 } b ? $"写入 {b.Accepted} 行（新增 {b.Added}、更新 {b.Updated}）" : "没有要写入的行";

    /// <summary>The user's own batches among those listed.</summary>
    private IEnumerable<long> Own => (batches ?? []).Where(line => line.By.Length == 0).Select(line => line.Batch.Id);

    public void Dispose()
    {
        runner.Moved -= OnMoved;
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override void OnInitialized() => runner.Moved += OnMoved;

    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>Readings overlap, since every move of the queue starts one: an older one never stands over a newer one.</summary>
    private async Task ReadAsync()
    {
        var reading = ++readings;
        moves = runner.Moves;
        var listed = BatchId is null ? await desk.BatchesAsync(leaving.Token) : null;
        var found = BatchId is { } id ? await desk.BatchAsync(id, leaving.Token) : null;
        var choosable = found is { Batch.IsOpen: true } open ? await desk.ColumnsAsync(open.Batch, open.Report, leaving.Token) : columns;
        if (reading != readings) return;
        batches = listed;
        // What is being chosen outlives a reading that brings nothing new.
        if (found?.Batch is not { IsOpen: true } now) draft = null;
        else if (draft is null || now.Id != batch?.Id || found.Value.Report.At != report.At) draft = new ChoicesDraft(ReadingChoices.Read(now.Choices));
        (batch, report, columns) = (found?.Batch, found?.Report ?? BatchReport.Empty, choosable);
        isMissing = BatchId is not null && batch is null;
        progress = batch is null ? null : runner.ProgressOf(batch.Id);
    }

    private async Task HandInAsync(ImportUpload.Files files)
    {
        var refused = new List<string>();
        long first = 0;
        foreach (var (name, content) in files.Contents)
        {
            var (id, refusal) = await desk.HandInAsync(name, content, files.Ledger, files.Region, leaving.Token);
            if (refusal.Length > 0) refused.Add(refusal);
            else if (first == 0) first = id;
        }

        refusals = [.. files.Refusals, .. refused];
        if (first != 0 && files.Contents.Count == 1) navigation.NavigateTo($"/imports/{first}");
        else await ReadAsync();
    }

    private async Task ConfirmAsync()
    {
        await desk.ConfirmAsync(batch!.Id, leaving.Token);
        await ReadAsync();
    }

    private async Task RecheckAsync()
    {
        await desk.RecheckAsync(batch!.Id, leaving.Token);
        await ReadAsync();
    }

    private async Task ChooseAsync(bool remembers)
    {
        await desk.ChooseAsync(batch!.Id, draft!.Build(), remembers, leaving.Token);
        await ReadAsync();
    }

    private void DropChoices() => draft = new ChoicesDraft(draft!.Made);

    private async Task CancelAsync()
    {
        await desk.CancelAsync(batch!.Id, leaving.Token);
        await ReadAsync();
    }

    private async Task UndoAsync(ImportBatch asked)
    {
        var request = new ConfirmRequest(
            $"撤销这次导入的 {asked.Accepted} 行？", "撤销导入", $"{asked.FileName}：新增的 {asked.Added} 行会删除，更新的 {asked.Updated} 行恢复原值。导入之后有人改过的行会列出来，保持不变。",
            IsDanger: true, ReasonLabel: "撤销原因", ReasonHint: "写明为什么撤销，例如 导错了文件");
        if (await ConfirmDialog.AskAsync(dialogs, request) is not { IsYes: true } answer) return;
        (var report, refusedUndo) = await undo.UndoAsync(asked.Id, answer.Reason, leaving.Token);
        if (report is not null && BatchId is null) navigation.NavigateTo($"/imports/{asked.Id}");
        else await ReadAsync();
    }

    private string TitleOf(string ledger) => catalog.Ledger(ledger)?.Title ?? "";

    private void OnMoved() => _ = InvokeAsync(async () =>
    {
        if (leaving.IsCancellationRequested) return;
        // Progress comes often; the rows are read again only when a batch has moved on.
        if (runner.Moves != moves) await ReadAsync();
        else if (batch is not null) progress = runner.ProgressOf(batch.Id);
        StateHasChanged();
    });
}
