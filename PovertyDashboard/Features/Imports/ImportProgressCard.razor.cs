using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports;

/// <summary>How far a running import is (导入进度).</summary>
public sealed partial class ImportProgressCard : ComponentBase
{
    [Parameter, EditorRequired]
    public ImportBatch Batch { get; set; } = default!;

    [Parameter]
    public ImportProgress? Progress { get; set; }

    /// <summary>Batches that wait in the queue.</summary>
    [Parameter]
    public int Ahead { get; set; }

    private double? Percent => Progress is { Total: > 0 } p ? 100.0 * p.Done / p.Total : null;

    private string Words => Progress switch
    {
        { Total: > 0 } p => $"{p.Phase} {p.Done:#,0} / {p.Total:#,0} 行",
        { } p => $"正在{p.Phase}……",
        null when Ahead > 0 => $"排队中，还有 {Ahead} 个文件在等。全站一次只导入一个文件。",
        _ => "正在打开文件……",
    };
}
