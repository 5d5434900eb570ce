using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Demo;

/// <summary>What an 示例 problem says: its category, the finding, the remedy and what was done.</summary>
internal sealed record Example(string Category, string Description, string Remedy, string Result);

/// <summary>Wordings of the 示例 problems of the demo store, as such townships write them; invented, without real persons.</summary>
internal static class ExampleProblems
{
    public static readonly IReadOnlyList<Example> All =
    [
        new("户容户貌", "院内杂物堆放，影响通行", "帮扶责任人与户主一起清理，定点存放农具", "杂物已清理，农具上架存放"),
        new("档案手册", "扶贫手册收入页未填", "帮扶责任人入户核实后补填", "已按核实收入补填，户主签字"),
        new("住房", "北屋后墙有裂缝，雨天渗水", "村里联系施工队修补并做防水", "裂缝已修补，做了防水层"),
        new("医疗", "慢性病卡到期未换", "帮扶责任人代办换卡", "新卡已领取并交给户主"),
        new("户容户貌", "厨房油污、垃圾未及时清", "保洁员协助清理，约定每周检查", "灶台和地面已清洁，垃圾日清"),
        new("饮水", "水管接头渗漏，未装防冻", "供水站更换接头并包防冻层", "接头已更换，防冻层已装"),
        new("信息数据", "家庭人口数与成员登记不符", "核对户口本后更正系统信息", "系统信息已更正，与户口本一致"),
        new("帮扶责任", "本周走访记录缺户主签字", "帮扶责任人入户补签并说明情况", "已入户补签"),
        new("政策落实", "残疾人护理补贴未到账", "与残联、银行核对账号后补发", "账号已更正，补贴已到账"),
        new("收入", "7 月公益岗工资未登记", "核对工资发放表后补登", "已按发放表补登"),
        new("户容户貌", "卧室墙皮脱落", "纳入“双提升”一并粉刷", "墙面已粉刷"),
        new("教育", "教育资助未登记发放日期", "与学校核对后补登", "发放日期已补登"),
        new("住房", "门窗玻璃破损 2 块", "村里统一采购更换", "玻璃已更换"),
        new("医疗", "家庭医生签约未续签", "卫生院上门续签", "已续签，服务手册交给户主"),
        new("档案手册", "手册缺帮扶责任人签字", "帮扶责任人补签并逐页核对", "已补签，其他页无缺项"),
        new("户容户貌", "厕所无照明", "村电工接线装灯", "照明已装好"),
        new("项目资金", "大棚租金收据未入档", "向合作社索取收据复印件归档", "收据已归档"),
        new("不愁吃穿", "换季被褥不足", "民政救助棉被两床", "棉被已送到户"),
        new("饮水", "冬季水管无保温", "统一包保温层", "保温层已包好"),
        new("作风", "反映问题后三天没有回复", "村“两委”当面说明并公开联系电话", "已当面回复，公开了联系电话"),
        new("户容户貌", "院内小路破损约 6 米", "纳入小路硬化统一施工", "小路已硬化"),
        new("信息数据", "务工信息未更新", "电话核实后更新系统", "务工地点和月数已更新"),
    ];

    private static readonly string[] Sources =
        [ProblemSource.SelfCheck, "排查走访", ProblemSource.SelfCheck, "上级督查", "排查走访", ProblemSource.SelfCheck, "系统疑点", ProblemSource.SelfCheck, "审计", "排查走访", "信访", "纪委", "巡察"];

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"];

    public static Example Of(int index) => All[index % All.Count];

    public static string SourceOf(int index) => Sources[index % Sources.Length];

    public static string PersonOf(int index) => Surnames[index % Surnames.Length] + "某";
}
