using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>The user's last imports with their results (导入记录).</summary>
public sealed partial class ImportHistory(LedgerCatalog catalog) : ComponentBase
{
    [Parameter]
    public IReadOnlyList<ImportBatch>? Batches { get; set; }

    internal static string WordOf(BatchState state) => state switch
    {
        BatchState.Waiting or BatchState.WaitingToWrite => "等待中",
        BatchState.Checking => "核对中",
        BatchState.Checked => "待写入",
        BatchState.Writing => "写入中",
        BatchState.Done => "已写入",
        BatchState.Cancelled => "已取消",
        _ => "没有导入",
    };

    private static string LookOf(BatchState state) => state switch
    {
        BatchState.Done => "closed",
        BatchState.Checked => "verify",
        BatchState.Failed => "overdue",
        BatchState.Cancelled => "assign",
        _ => "rectify",
    };
}
