using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>The user's last imports with their results (导入记录).</summary>
public sealed partial class ImportHistory(LedgerCatalog catalog) : ComponentBase
{
    private const string Refused = "不入库";

    [Parameter]
    public IReadOnlyList<BatchLine>? Batches { get; set; }

    /// <summary>Whether the user can undo the batch.</summary>
    [Parameter, EditorRequired]
    public Func<ImportBatch, bool> MayUndo { get; set; } = default!;

    [Parameter]
    public EventCallback<ImportBatch> OnUndo { get; set; }

    internal static string WordOf(BatchState state) => state switch
    {
        BatchState.Waiting or BatchState.WaitingToWrite => "等待中",
        BatchState.Checking => "核对中",
        BatchState.Checked => "待写入",
        BatchState.Unmatched => "待对应列",
        BatchState.Writing => "写入中",
        BatchState.Done => "已写入",
        BatchState.Cancelled => "已取消",
        BatchState.Undone => "已撤销",
        _ => "没有导入",
    };

    /// <summary>The counts of the columns; none where nothing was counted.</summary>
    private static IEnumerable<(string Word, int? Count)> CountsOf(ImportBatch batch)
    {
        var isCounted = batch.State is BatchState.Checked or BatchState.WaitingToWrite or BatchState.Writing or BatchState.Done or BatchState.Undone;
        foreach (var (word, count) in new[] { ("读取", batch.RowsRead), ("新增", batch.Added), ("更新", batch.Updated), ("无变化", batch.Unchanged), (Refused, batch.Refused) })
            yield return (word, isCounted ? count : null);
    }

    private static string LookOf(BatchState state) => state switch
    {
        BatchState.Done => "closed",
        BatchState.Checked or BatchState.Unmatched => "verify",
        BatchState.Failed => "overdue",
        BatchState.Cancelled or BatchState.Undone => "assign",
        _ => "rectify",
    };
}
