using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports;

/// <summary>The five steps of an import and where this one stands (导入步骤).</summary>
public sealed partial class ImportSteps : ComponentBase
{
    private static readonly string[] Titles = ["选择文件", "识别表头", "核对", "写入", "完成"];

    /// <summary>State of the batch; null while no file is chosen.</summary>
    [Parameter]
    public BatchState? State { get; set; }

    private int Now => State switch
    {
        null => 0,
        BatchState.Waiting or BatchState.Unmatched => 1,
        BatchState.Checking or BatchState.Checked or BatchState.Failed or BatchState.Cancelled => 2,
        BatchState.WaitingToWrite or BatchState.Writing => 3,
        _ => 4,
    };

    private string StateOf(int step) => step < Now || (step == Now && State is BatchState.Done or BatchState.Undone) ? "past" : step == Now ? "now" : "next";
}
