using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Pages;

/// <summary>One task of the help page (帮助主题).</summary>
/// <param name="Title">What is done.</param>
/// <param name="Needs">The right that it takes.</param>
/// <param name="Steps">How, in order.</param>
public sealed record HelpTopic(string Title, Act Needs, IReadOnlyList<string> Steps);

/// <summary>The words of the help page; a user reads what his rights allow.</summary>
public static class HelpTopics
{
    public static readonly IReadOnlyList<(string Key, string Does)> Keys =
    [
        ("Ctrl K", "查户主、编号、村名或页面"),
        ("Tab", "到下一个按钮或输入框"),
        ("↑ ↓", "在表格里上下移动，回车打开"),
        ("Esc", "关闭对话框或菜单"),
    ];

    private static readonly IReadOnlyList<HelpTopic> All =
    [
        new("看数字", Act.Read,
        [
            "“总览”上的每个数字、条形和图例都可以点，点开就是名单；名单有几行，数字就是几。",
            "顶栏的地区可以缩小到一个县、乡镇或村，所有页面跟着变。",
            "别人一保存，数字和图会自己变；标着“实时”时不用刷新。",
            "数字按“数据截至”那一天计算，各页相同。",
        ]),
        new("查一户", Act.Read,
        [
            "在顶栏搜索里输入户主姓名、户编号或完整的证件号码，选中后打开一户一档。",
            "一户一档列出成员、收入、住房，以及检查、问题等与这户有关的全部记录。",
            "证件号、电话、卡号默认遮住；有权限的账号点眼睛图标看 30 秒，会记入审计。",
        ]),
        new("登记和修改", Act.Write,
        [
            "在台账页点“登记”，按分组填写；带 * 的必须填写，填错的地方下面会说明怎样改。",
            "点一行右边的 ⋮ 再点“修改”。别人先保存了同一行时，会列出两个版本由您选择。",
            "户主与村里的户对不上时标着“未关联”，在 ⋮ 里点“关联户”选定，原来写的名字不变。",
            "删除要写原因，删除后可以在提示条上点“撤销”，也可以在该行的地址页恢复。",
        ]),
        new("导入表格", Act.Import,
        [
            "打开“导入”，选 .xlsx 或 .csv 文件。系统按表头认出台账，不要求列的顺序。",
            "先核对、后写入：每一行标明新增、更新、无变化或不入库，看过后点“写入”。",
            "不入库的行写明了列和原因，在原表改正后再传一次；没有变化的行不会重复入库。",
            "没有现成的表格时，在台账页下载“空表模板”，里面有下拉选项和填写说明。",
        ]),
        new("导出", Act.Export,
        [
            "台账页的“导出”就是当前条件下的全部行，列的顺序和页面一致。",
            "导出的表改好后可以直接再导入，遮住的内容不会改动原值。",
        ]),
        new("逐户检查", Act.Tick,
        [
            "出门前在有信号的地方用手机打开“规范提升”，在活动里点“开始检查”或“继续检查”；电脑上点活动页的“手机检查”。看到“没有信号也能检查”再出发。",
            "逐项点“达标”“不达标”或“不适用”，每点一下先存在手机里，有信号就自动上传；不达标的自动转入整改台账。",
            "没有信号、锁屏、关掉网页都不会丢，恢复后自动再传，也可以点“重试”；提示“请重新登录”的，用原账号登录后自动补传。",
            "别人先改了同一项时，两边的答案都列出来，选“用我的”或“用对方的”；没有存上的写明原因，点“去看”处理。",
            "网址不是 https 的，没有信号时不要关闭或刷新网页。复查在“联网入户页”登记。",
        ]),
        new("整改和销号", Act.VerifyClose,
        [
            "问题的下一步在每行右边：交办、申请核验、销号；⋮ 里有退回、申请延期、挂账。",
            "点问题编号打开问题页，看办理记录，添加整改前、整改后的照片；销号后照片不能再增减。",
            "谁整改谁不能销号；检查方发现的问题由检查方销号。",
            "检查发现的问题销号后，会出现在“待复查”，到户再看一次。",
        ]),
        new("管理账号", Act.Administer,
        [
            "在“账号”里新增人员，选角色和管辖地区；一次性密码只显示一次，请当面交给本人。",
            "人员调离时点“停用”，立即退出登录，他办过的记录保留。",
        ]),
    ];

    public static IEnumerable<HelpTopic> For(UserIdentity user) => All.Where(t => user.May(t.Needs));
}
