namespace PovertyDashboard.Features.Inspections.Demo;

/// <summary>示例 findings about projects, funds and papers of villages (项目、资金、档案问题), as an inspection sees them beside its questionnaire.</summary>
internal static class DemoFindings
{
    private static readonly (string Kind, string Category, string Project, string Text, string Basis)[] Seen =
    [
        ("公示不到位", "项目资金", "收益分配", "收益分配方案只在会上说过，没有张贴公示", "公开栏、会议记录"),
        ("手册填写不规范", "档案手册", "", "抽看的手册里帮扶成效一页没有填", "扶贫手册"),
        ("资产登记不清", "项目资金", "光伏电站", "电站资产没有登记到村集体台账", "资产台账"),
        ("公示不到位", "项目资金", "公益岗", "公益岗人员调整后没有重新公示", "公开栏"),
        ("走访不实", "帮扶责任", "", "走访记录是补写的，日期与群众说的不一致", "走访记录、入户询问"),
        ("资金拨付不及时", "项目资金", "改造提升", "完工验收两个月后还没有付款", "付款凭证"),
    ];

    /// <summary>One finding in each of some villages; the same kind comes back in several.</summary>
    public static IEnumerable<InspectionFinding> Of(Inspection plan, IReadOnlyList<long> villages, int first, DateOnly today) => villages.Take(12).SelectMany((village, i) => i % 5 == 4 ? [] : new[] { One(plan, village, i, first + i - i / 5, today) });

    private static InspectionFinding One(Inspection plan, long village, int i, int number, DateOnly today)
    {
        var (kind, category, project, text, basis) = Seen[i % Seen.Length];
        var day = plan.StartsOn.AddDays(1 + i);
        return new InspectionFinding
        {
            Region = village,
            Plan = plan.Title,
            PlanDate = plan.StartsOn,
            InspectionId = plan.Id,
            Number = number,
            HouseholdName = project,
            FoundOn = day > today ? today : day,
            FoundBy = i % 2 == 0 ? "周某、吴某" : "郑某、冯某",
            Category = category,
            Kind = kind,
            Description = text,
            Basis = basis,
            Source = plan.Source,
            Remark = DemoSurvey.Mark,
        };
    }
}
