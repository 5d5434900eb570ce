using MudBlazor;

namespace PovertyDashboard.Components.Shared;

/// <summary>How a state looks (状态样式): the class of its chip, the Material icon and, where the ledger's word is long, a shorter one.</summary>
/// <param name="Tone">assign, rectify, verify, closed, overdue or outlined.</param>
/// <param name="Icon">An outlined Material icon, or none.</param>
/// <param name="Word">The word shown instead of the ledger's.</param>
public sealed record StatusLook(string Tone, string? Icon, string? Word = null)
{
    private static readonly StatusLook Unknown = new("assign", null);

    private static readonly StatusLook InWork = new("rectify", Icons.Material.Outlined.Build, "整改中");
    private static readonly StatusLook ToVerify = new("verify", Icons.Material.Outlined.FactCheck, "待核验");
    private static readonly StatusLook Met = new("closed", Icons.Material.Outlined.CheckCircle);
    private static readonly StatusLook NotMet = new("overdue", Icons.Material.Outlined.HighlightOff);

    private static readonly Dictionary<string, StatusLook> Looks = new()
    {
        ["待交办"] = new("assign", Icons.Material.Outlined.Inbox),
        ["整改中"] = InWork,
        ["已交办"] = InWork,
        ["已交办(整改中)"] = InWork,
        ["待核验"] = ToVerify,
        ["已整改待核验"] = ToVerify,
        ["已销号"] = new("closed", Icons.Material.Outlined.CheckCircle),
        ["逾期"] = new("overdue", Icons.Material.Outlined.Schedule),
        ["延期"] = new("outlined", null),
        ["挂账"] = new("outlined", null),
        ["未关联"] = new("outlined", Icons.Material.Outlined.LinkOff),
        ["达标"] = Met,
        ["已达标"] = Met,
        ["不达标"] = NotMet,
        ["未达标"] = NotMet,
        ["不适用"] = new("assign", Icons.Material.Outlined.Remove),
        ["未检查"] = new("outlined", null),
        ["新增"] = new("closed", Icons.Material.Outlined.AddCircleOutline),
        ["更新"] = new("verify", Icons.Material.Outlined.Edit),
        ["无变化"] = new("assign", Icons.Material.Outlined.DragHandle),
        ["不入库"] = new("overdue", Icons.Material.Outlined.Block),
        ["待上传"] = new("verify", Icons.Material.Outlined.CloudUpload),
        ["已上传"] = new("closed", Icons.Material.Outlined.CloudDone),
    };

    /// <summary>The look of a state; a word it does not know is grey without an icon.</summary>
    public static StatusLook Of(string word) => Looks.GetValueOrDefault(word, Unknown);
}
