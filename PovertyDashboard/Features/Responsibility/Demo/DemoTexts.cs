using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Visits;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>Wordings of 示例 visits and measures of help, as such townships write them; invented.</summary>
internal static class DemoTexts
{
    private static readonly (string Topics, string Content)[] Visits =
    [
        ("政策宣讲,收入核对", "宣讲健康扶贫政策，核对 7 月收入，与手册一致"), ("家庭变化,健康", "家庭成员没有变化，老人按时服药"), ("安全住房饮水,卫生六净", "雨后查看房屋和饮水，屋内院外整洁"),
        ("就学,就业", "了解孩子开学准备和家人务工情况"), ("卫生六净", "一起清理院内杂物，对照六净标准"), ("政策宣讲,诉求", "讲解产业分红政策，户主没有新的诉求"),
    ];

    private static readonly (string Finding, string Category, string Solution)[] Findings =
    [
        ("雨后厨房屋顶有渗水痕迹", "住房", "已报村里联系维修"), ("慢性病卡快到期，还没有换", "医疗", "约好下周代办"), ("水龙头滴漏", "饮水", ""), ("手册 7 月收入没有填", "档案手册", "当场补填一半，余下核对后补"),
    ];

    private static readonly (string Category, string Title, string Unit, string Content, long? Cost, string Effect)[] Aids =
    [
        ("产业扶贫", "光伏收益分红", "村委会", "村级光伏电站收益分配到户", 1_000_00, "增加财产性收入"), ("就业扶贫", "介绍务工", "镇扶贫办", "介绍到附近企业务工", null, "务工收入稳定"),
        ("健康扶贫", "家庭医生签约", "镇卫生院", "签约并每季度上门", null, "慢性病按时用药"), ("教育扶贫", "教育资助", "区教体局", "发放学生资助金", 1_250_00, "孩子正常就学"),
        ("社会帮扶", "走访慰问", "帮扶单位", "送米面油和慰问金", 500_00, ""), ("饮水安全", "管道防冻改造", "镇水利站", "入户水管包保温层", 320_00, "冬季不断水"), ("兜底保障", "纳入低保", "区民政局", "按规定纳入低保，按月发放", null, "基本生活有保障"),
    ];

    /// <summary>A visit on the day; every <paramref name="findingEvery"/>th finds something, 0 for none.</summary>
    public static Visit Visit(Assignment helper, DateOnly day, int i, int findingEvery)
    {
        var (topics, content) = Visits[i % Visits.Length];
        var way = i % 9 == 4 ? VisitWay.Phone : i % 17 == 8 ? VisitWay.Video : VisitWay.Home;
        var visit = new Visit
        {
            Region = helper.Region,
            HouseholdName = helper.HouseholdName,
            HouseholdId = helper.HouseholdId,
            VisitedOn = day,
            Time = i % 2 == 0 ? "09:30" : "15:30",
            Visitor = helper.Helper,
            Way = way,
            Met = i % 4 == 1 ? "家属" : helper.HouseholdName,
            Topics = topics,
            Content = content,
            Signed = way == VisitWay.Home ? i % 13 != 6 : null,
            Remark = DemoPeople.Mark,
        };
        if (findingEvery > 0 && i % findingEvery == findingEvery - 1) (visit.Finding, visit.Category, visit.Solution) = Findings[i / findingEvery % Findings.Length];
        return visit;
    }

    public static AidMeasure Aid(Assignment helper, int i)
    {
        var (category, title, unit, content, cost, effect) = Aids[i % Aids.Length];
        var from = new DateOnly(2020, 1 + ((i + i / Aids.Length) % Aids.Length), 1 + (i % 3 * 10));
        return new AidMeasure
        {
            Region = helper.Region,
            HouseholdName = helper.HouseholdName,
            HouseholdId = helper.HouseholdId,
            Category = category,
            Title = title,
            Unit = unit,
            Content = content,
            Cost = cost,
            StartedOn = from,
            EndedOn = category is "社会帮扶" or "饮水安全" ? from.AddDays(9) : null,
            Effect = effect,
            Signed = i % 5 != 3,
            Remark = DemoPeople.Mark,
        };
    }
}
