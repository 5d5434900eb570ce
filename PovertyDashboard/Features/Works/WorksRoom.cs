using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Demo;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Pages;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Works;

/// <summary>The room of improvement works with their sketches (六净一规范、小路) and of the audit of labour and material in the home (双提升审计).</summary>
public static class WorksRoom
{
    private const string Area = "改造提升", AuditArea = "双提升审计";

    public static IServiceCollection AddWorks(this IServiceCollection services)
    {
        services.AddLedger(WorkLedger.Batches).AddLedger(WorkLedger.Ledger, WorkMeasures.Measures, WorkMeasures.Breakdowns);
        services.AddLedger(WorkLineLedger.Ledger, WorkLineMeasures.Fixed, WorkLineMeasures.Breakdowns);
        services.AddSingleton<Measure>(provider => WorkLineMeasures.OverPrice(provider.GetRequiredService<SettingsDirectory>()));
        services.AddSingleton<Measure>(provider => WorkLineMeasures.Doubtful(provider.GetRequiredService<SettingsDirectory>()));
        services.AddLedger(AuditLedger.Ledger, AuditLedger.Measures, AuditLedger.Breakdowns);
        foreach (var condition in WorkMeasures.Conditions) services.AddSingleton(condition);
        services.AddSingleton<RowFollowers>((db, _, row) => row is Work ? [db.Set<WorkSketch>().Where(s => s.WorkId == row.Id)] : []).AddSingleton(new AuditSubject(nameof(WorkSketch), "草图"));
        foreach (var (list, why) in FixedLists) services.AddSingleton(new FixedCodeList(list, why));
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        foreach (var item in Entries) services.AddSingleton(item);
        foreach (var todo in Todos) services.AddSingleton(todo);
        services.AddSingleton(GuidePrices.Guard).AddSingleton(WorksFacts.Step).AddSingleton(WorksExamples.Step);
        foreach (var source in DemoWorks.Sources) services.AddSingleton(source);
        return services.AddScoped<WorksReader>().AddScoped<HomeReader>().AddScoped<AuditDesk>().AddScoped<AuditSheet>().AddScoped<SketchDesk>();
    }

    public static void MapWorks(this IEndpointRouteBuilder routes) => WorksEndpoints.Map(routes);

    /// <summary>Texts that the rules act upon.</summary>
    private static IEnumerable<(string List, string Why)> FixedLists =>
    [
        (WorkLedger.State.CodeList!, "完工由程序计数，不能增减。"), (WorkLineLedger.Kind.CodeList!, "工日和指导价按它判断，不能增减。"), (AuditLedger.Conclusion.CodeList!, "定案由程序按它判断，不能增减。"),
    ];

    private static IEnumerable<NavItem> Entries =>
    [
        new(NavGroup.VillageAndRectification, "改造提升", Icons.Material.Outlined.HomeRepairService, WorkAddress.All, 16, Needs: Act.ReadWorks),
        new(NavGroup.VillageAndRectification, "用工用料", Icons.Material.Outlined.ReceiptLong, $"/ledgers/{WorkLineLedger.Key}", 17, Needs: Act.ReadWorks),
        new(NavGroup.VillageAndRectification, "双提升审计", Icons.Material.Outlined.Gavel, AuditAddress.All, 18, Needs: Act.ReadWorks),
    ];

    private static IEnumerable<TodoSource> Todos =>
    [
        TodoSource.Of(WorkMeasures.Late, "逾期未完工的改造", Icons.Material.Outlined.EventBusy, 17, Act.Write) with { IsLate = true },
        new("待定案的户", Icons.Material.Outlined.Gavel, $"/ledgers/{WorkLineLedger.Key}?measure={WorkLineMeasures.OpenHomes.Key}", 40, Act.Audit, TodoSource.Of(WorkLineMeasures.OpenHomes, "", "", 0, Act.Audit).Count) { Unit = "户" },
        TodoSource.Of(AuditLedger.Papers, "待补审计资料的户", Icons.Material.Outlined.Description, 42, Act.Write),
    ];

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(WorkLedger.Key)
        {
            Area = Area,
            AddText = "登记改造",
            EmptyTitle = "这里还没有改造提升",
            EmptyText = "登记或导入改造项目后，这里列出每户的小路、小水楼、草图和进度。",
            Cells = new Dictionary<string, Type> { [WorkLedger.State.Key] = typeof(WorkStateCell), [WorkLedger.Sketch.Key] = typeof(SketchCell) },
            RowClass = (row, today) => row is Work { DoneOn: null } work && work.DueOn < today ? "overdue" : null,
            HouseholdPart = typeof(SketchesPart),
        },
        new(WorkLedger.BatchesKey) { Area = Area, AddText = "登记批次", EmptyTitle = "这里还没有施工批次", EmptyText = "社区统一集中施工的，登记批次后，这里列出施工队和计划。" },
        new(WorkLineLedger.Key)
        {
            Area = AuditArea,
            AddText = "登记用工用料",
            EmptyTitle = "这里还没有用工用料",
            EmptyText = "登记或导入社区申报的用工用料清单后，这里列出每一条的申报、核定、核减和疑点。",
            Cells = new Dictionary<string, Type> { [WorkLineLedger.Name.Key] = typeof(DoubtCell) },
            MayEdit = (row, _) => !((WorkLine)row).IsFixed,
            HouseholdPart = typeof(AuditPart),
        },
        new(AuditLedger.Key)
        {
            Area = AuditArea,
            AddHref = AuditAddress.All,
            MayAdd = false,
            MayEdit = (_, _) => false,
            EmptyTitle = "这里还没有审计",
            EmptyText = "审计组入户定案，或导入以前的审计后，这里列出每户的合计和结论。",
            Cells = new Dictionary<string, Type> { [AuditLedger.Conclusion.Key] = typeof(ConclusionCell) },
        },
    ];
}
