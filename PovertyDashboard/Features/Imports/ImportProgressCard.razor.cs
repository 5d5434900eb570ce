using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports;

/// <summary>How far a running import is (导入进度).</summary>
public sealed partial class ImportProgressCard : ComponentBase
{
    [Parameter, EditorRequired]
    public ImportBatch Batch { get; set; } = default!;

    [Parameter]
    public ImportProgress? Progress { get; set; }

    /// <summary>Which one in the line it is; 1 is under way.</summary>
    [Parameter]
    public int Place { get; set; }

    private double? Percent => Progress is { Total: > 0 } p ? 100.0 * p.Done / p.Total : null;

    private string Words => Progress is { } progress ? WordsOf(progress)
        : Place > 1 ? $"排队中，排在第 {Place} 位，前面还有 {Place - 1} 个文件。全站一次只导入一个文件，轮到时自动开始。"
        : "正在打开文件……";

    /// <summary>e.g. 核对 1,024 / 20,000 行.</summary>
    internal static string WordsOf(ImportProgress progress) =>
        progress.Total > 0 ? $"{progress.Phase} {progress.Done:#,0} / {progress.Total:#,0} 行" : $"正在{progress.Phase}……";
}
