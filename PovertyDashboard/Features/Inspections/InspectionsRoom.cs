using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Inspections.Demo;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The room of inspections (督查检查): plans, reproducible samples, questions, interviews, findings, recurring kinds and confidential clues.</summary>
public static class InspectionsRoom
{
    private const string Area = "督查检查";

    public static IServiceCollection AddInspections(this IServiceCollection services)
    {
        services.AddLedger(InspectionLedger.Ledger, SurveyMeasures.OfPlans);
        services.AddLedger(QuestionLedger.Ledger, SurveyMeasures.OfQuestions);
        services.AddLedger(SampleLedger.Ledger, SurveyMeasures.OfSamples);
        services.AddLedger(InterviewLedger.Ledger, InterviewMeasures.All, InterviewMeasures.Breakdowns);
        services.AddLedger(AnswerLedger.Ledger, SurveyMeasures.OfAnswers, SurveyMeasures.AnswerBreakdowns);
        services.AddLedger(FindingLedger.Ledger, SurveyMeasures.OfFindings, SurveyMeasures.FindingBreakdowns);
        services.AddLedger(ClueLedger.Ledger);
        services.AddSingleton<RowFollowers>((db, _, row) => InspectionLedger.FollowersOf(db, row));
        foreach (var (list, why) in FixedLists) services.AddSingleton(new FixedCodeList(list, why));
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        foreach (var item in Entries) services.AddSingleton(item);
        foreach (var todo in Todos) services.AddSingleton(todo);
        services.AddSingleton(InspectionFacts.Step).AddSingleton(InspectionExamples.Step);
        foreach (var source in DemoInspections.Sources) services.AddSingleton(source);
        return services.AddScoped<SamplingDesk>().AddScoped<SampleKeeper>().AddScoped<PlanReader>().AddScoped<InspectionFigures>().AddScoped<InterviewDesk>().AddScoped<RecurringReader>();
    }

    /// <summary>Texts that the rules act upon.</summary>
    private static IEnumerable<(string List, string Why)> FixedLists =>
    [
        (SampleLedger.Kind.CodeList!, "抽取方式由抽样产生，不能增减。"), (SampleLedger.State.CodeList!, "抽样户的状态由程序判断，不能增减。"), (QuestionLedger.Kind.CodeList!, "答案按题型核对，不能增减。"),
        (InterviewLedger.Way.CodeList!, "入户和电话分开统计，不能增减。"), (InterviewLedger.Class.CodeList!, "错退率、漏评率按户别计算，不能增减。"), (InterviewLedger.WithResults.CodeList!, "满意率按这些档次计算，不能增减。"),
        (InterviewLedger.Approval.CodeList!, "认可度按这些档次计算，不能增减。"),
    ];

    private static IEnumerable<NavItem> Entries =>
    [
        new(NavGroup.Supervision, "督查检查", Icons.Material.Outlined.Policy, InspectionAddress.Overview, 10, Needs: Act.ReadInspections),
        new(NavGroup.Supervision, "倾向性问题", Icons.Material.Outlined.TrendingUp, InspectionAddress.Recurring, 12, Needs: Act.ReadInspections),
        new(NavGroup.Supervision, "问题线索", Icons.Material.Outlined.Lock, $"/ledgers/{ClueLedger.Key}", 14, Needs: Act.KeepClues),
    ];

    private static IEnumerable<TodoSource> Todos =>
        [TodoSource.Of(SurveyMeasures.Late, "到期还没访谈的抽样户", Icons.Material.Outlined.PersonSearch, 18, Act.Inspect) with { IsLate = true }];

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(InspectionLedger.Key) { Area = Area, AddText = "登记督查", EmptyTitle = "这里还没有督查计划", EmptyText = "登记督查计划后，在计划页抽样、访谈、登记问题。" },
        new(QuestionLedger.Key) { Area = Area, AddText = "登记题目", EmptyTitle = "这里还没有题目", EmptyText = "登记或导入当年的题库后，访谈页按题号提问。" },
        new(SampleLedger.Key) { Area = Area, AddText = "补登抽样户", EmptyTitle = "这里还没有抽样户", EmptyText = "在督查页抽样后，这里按序号列出每一户和访谈情况。" },
        new(InterviewLedger.Key) { Area = Area, AddText = "登记访谈", EmptyTitle = "这里还没有访谈", EmptyText = "入户或打电话访谈后，这里列出每一户的满意度和认可情况。" },
        new(AnswerLedger.Key) { Area = Area, AddText = "登记答案", EmptyTitle = "这里还没有答案", EmptyText = "在访谈页答题，或导入答案后，这里逐题列出。" },
        new(FindingLedger.Key) { Area = Area, AddText = "登记问题", EmptyTitle = "这里还没有发现问题", EmptyText = "督查发现的问题登记后转入整改台账，整改、核验、销号在那里办理。" },
        new(ClueLedger.Key) { Area = "只有纪检可见", AddText = "登记线索", EmptyTitle = "这里还没有线索", EmptyText = "督查和信访中收到的问题线索登记在这里，其他角色看不到。" },
    ];
}
