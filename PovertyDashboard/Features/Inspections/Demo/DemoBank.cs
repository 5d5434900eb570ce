namespace PovertyDashboard.Features.Inspections.Demo;

/// <summary>The questions of 2020 (问卷题库): what the page tells is asked (家庭基本情况、政策知晓、扶贫手册填写、帮扶责任人到位), and what such questionnaires ask besides (domain facts section 10).</summary>
internal static class DemoBank
{
    private const string Manual = "扶贫手册", Helper = "帮扶责任人", Policy = "政策知晓";

    public static IEnumerable<Question> Of(long region, int year, string remark) => Rows.Select((q, i) => new Question
    {
        Region = region,
        Year = year,
        Number = i + 1,
        Topic = q.Topic,
        Wording = q.Wording,
        Kind = q.Kind,
        Options = q.Options,
        Bad = q.Bad,
        Category = q.Category,
        FindingKind = q.Finding,
        Ways = q.HomeOnly ? InterviewWay.Home : "",
        IsRequired = q.IsRequired,
        Remark = remark,
    });

    private static IEnumerable<(string Topic, string Wording, string Kind, string Options, string Bad, string Category, string Finding, bool HomeOnly, bool IsRequired)> Rows =>
    [
        ("家庭情况", "家里常住几口人？", QuestionKind.Number, "", "", "", "", false, true),
        ("家庭情况", "哪一年建档、哪一年脱贫，自己知道吗？", QuestionKind.YesNo, "", "否", "政策落实", "政策不知晓", false, true),
        ("家庭情况", "主要致贫原因是什么？", QuestionKind.Multiple, "因病；因残；因学；因灾；缺劳力；缺技术；其他", "", "", "", false, false),
        ("吃穿", "平常吃得饱、能吃到肉蛋奶豆吗？", QuestionKind.YesNo, "", "否", "不愁吃穿", "其他", false, true),
        ("吃穿", "有应季的衣服和被褥吗？", QuestionKind.YesNo, "", "否", "不愁吃穿", "其他", false, true),
        ("饮水", "吃水方便吗，水质好吗？", QuestionKind.Single, "方便，水质好；不方便；水质不好", "不方便；水质不好", "饮水", "饮水不达标", false, true),
        ("教育", "6 至 15 岁的孩子都在上学吗？", QuestionKind.Single, "都在上学；有没上学的；没有学龄孩子", "有没上学的", "教育", "辍学风险", false, true),
        ("医疗", "全家都参加了医保吗？", QuestionKind.YesNo, "", "否", "医疗", "看病负担重", false, true),
        ("医疗", "家庭医生签约了吗，上门服务过吗？", QuestionKind.Single, "签约并服务过；签约没服务过；没签约", "没签约", "医疗", "看病负担重", false, false),
        ("住房", "房子漏雨、有裂缝吗？", QuestionKind.Single, "没有；轻微；严重", "严重", "住房", "住房安全隐患", true, true),
        ("收入", "去年家里主要收入有哪些？", QuestionKind.Multiple, "务工；种养；公益岗；分红；低保养老；其他", "", "", "", false, false),
        (Policy, "知道自己享受哪些扶贫政策吗？", QuestionKind.Single, "清楚；知道一些；不知道", "不知道", "政策落实", "政策不知晓", false, true),
        (Policy, "知道有困难可以找谁、打什么电话反映吗？", QuestionKind.YesNo, "", "否", "政策落实", "政策不知晓", false, true),
        (Manual, "扶贫手册在家里吗？", QuestionKind.YesNo, "", "否", "档案手册", "手册填写不规范", true, true),
        (Manual, "手册填写完整、收入和措施与实际一致吗？", QuestionKind.Single, "完整一致；缺项；与实际不符", "缺项；与实际不符", "档案手册", "手册填写不规范", true, true),
        (Helper, "说得出帮扶责任人是谁吗？", QuestionKind.YesNo, "", "否", "帮扶责任", "帮扶责任人不到位", false, true),
        (Helper, "帮扶责任人多久来一次？", QuestionKind.Single, "每周；每月；很少来；没来过", "很少来；没来过", "帮扶责任", "帮扶责任人不到位", false, true),
        (Helper, "帮扶责任人做了哪些事？", QuestionKind.Text, "", "", "", "", false, false),
        ("公益岗", "公益岗工资按时拿到了吗？", QuestionKind.Single, "按时拿到；拖欠；没有上岗", "拖欠", "项目资金", "补贴未到手", false, false),
        ("项目资金", "村里的项目和资金公示看到过吗？", QuestionKind.YesNo, "", "否", "项目资金", "公示不到位", false, false),
        ("意见建议", "还有什么困难和建议？", QuestionKind.Text, "", "", "", "", false, false),
    ];
}
