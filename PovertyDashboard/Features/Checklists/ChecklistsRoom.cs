using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Checklists.Demo;
using PovertyDashboard.Features.Checklists.Field;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The room of campaigns, checklists and checks (规范提升).</summary>
public static class ChecklistsRoom
{
    public static IServiceCollection AddChecklists(this IServiceCollection services)
    {
        services.AddLedger(CheckLedger.Ledger, CheckMeasures.OfChecks);
        services.AddLedger(ChecklistLedgers.Answers, [CheckMeasures.AnsweredItems, CheckMeasures.FailedItems], [CheckMeasures.FailuresByItem]);
        services.AddLedger(ChecklistLedgers.Campaigns).AddLedger(ChecklistLedgers.Items);
        services.AddLedger(ChecklistLedgers.Trainings, [CheckMeasures.Trainings, CheckMeasures.Trained]);
        services.AddLedger(ChecklistLedgers.Rechecks, [CheckMeasures.RechecksWaiting, CheckMeasures.RechecksOverdue]);
        services.AddLedger(MonthLedgers.SignIns, MonthMeasures.OfSignIns, [MonthMeasures.AskedByClass, MonthMeasures.SignedByClass]);
        services.AddLedger(MonthLedgers.Rounds, MonthMeasures.OfRounds);
        services.AddSingleton(MonthMeasures.Supervised).AddSingleton(MonthMeasures.Unsupervised);
        foreach (var list in new[] { ChecklistCodes.Families, ChecklistCodes.Items }) services.AddSingleton(new FixedCodeList(list, "名称取自检查表，请在检查表页增减。"));
        services.AddSingleton(new FixedCodeList(ChecklistLedgers.Result.CodeList!, "检查的三种答案固定。"));
        services.AddSingleton(new AuditSubject(nameof(ChecklistTemplate), "检查表"));
        services.AddSingleton(CheckMeasures.Checked).AddSingleton(CheckMeasures.Unchecked);
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "规范提升", Icons.Material.Outlined.Checklist, "/checklists", 10, Needs: Act.ReadOffice));
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "检查台账", Icons.Material.Outlined.FactCheck, "/ledgers/checks", 15, Needs: Act.ReadOffice));
        services.AddSingleton(TodoSource.Of(CheckMeasures.RechecksOverdue, "逾期的复查", Icons.Material.Outlined.EventBusy, 12, Act.Tick) with { IsLate = true });
        services.AddSingleton(TodoSource.Of(CheckMeasures.RechecksWaiting, "待复查的项目", Icons.Material.Outlined.Replay, 60, Act.Tick));
        services.AddSingleton(TodoSource.Of(MonthMeasures.Late, "过期未到村的督导", Icons.Material.Outlined.EventBusy, 14, Act.Tick) with { IsLate = true });
        services.AddSingleton(TodoSource.Of(MonthMeasures.Unvisited, "待督导的村", Icons.Material.Outlined.Tour, 65, Act.Tick));
        services.AddSingleton(new SeedStep(50, "Checklist templates", DemoOnly: false, async (provider, ct) =>
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
            await TemplateSeed.LoadAsync(db, provider.GetRequiredService<RegionDirectory>().Tree, provider.GetRequiredService<CodeListDirectory>(), ct);
        }));
        services.AddSingleton(DemoCampaigns.Step).AddSingleton(DemoChecks.Step).AddSingleton(DemoMonth.Step);
        foreach (var source in MoreCampaigns.Sources.Concat(MoreChecks.Sources).Append(MoreMonth.Source)) services.AddSingleton(source);
        services.TryAddScoped<RecheckDesk>();
        return services.AddScoped<CheckService>().AddScoped<CheckSheets>().AddScoped<CampaignReader>().AddScoped<TemplateService>()
            .AddScoped<RoundService>().AddScoped<TrainingService>().AddScoped<CheckPhotos>().AddScoped<RoundReader>();
    }

    public static void MapChecklists(this IEndpointRouteBuilder routes) => FieldEndpoints.Map(routes);

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(CheckLedger.Ledger.Key)
        {
            Area = "规范提升",
            AddText = "开始检查",
            AddHref = "/checklists",
            EmptyTitle = "这里还没有检查",
            EmptyText = "检查人员按活动逐户勾选，或导入检查表后，这里列出每一次检查。",
        },
        new(ChecklistLedgers.Campaigns.Key)
        {
            Area = "规范提升",
            AddText = "登记活动",
            EmptyTitle = "这里还没有规范提升活动",
            EmptyText = "登记活动后，检查人员可以逐户检查。",
        },
        new(ChecklistLedgers.Trainings.Key)
        {
            Area = "规范提升",
            AddText = "登记培训",
            EmptyTitle = "这里还没有培训",
            EmptyText = "登记培训的日期、地点和签到后，这里列出各次培训。",
        },
        new(MonthLedgers.SignIns.Key) { Area = "规范提升", AddText = "登记人员", EmptyTitle = "这里还没有签到", EmptyText = "登记或导入培训的参加人员后，这里列出谁签到、谁没到。" },
        new(MonthLedgers.Rounds.Key) { Area = "规范提升", AddText = "安排督导", AddHref = "/checklists/rounds", EmptyTitle = "这里还没有督导安排", EmptyText = "安排一轮督导后，这里列出每个村的计划和到村情况。" },
        new(ChecklistLedgers.Answers.Key) { Area = "规范提升", EmptyTitle = "这里还没有检查明细", EmptyText = "检查人员勾选后，这里列出每一项的结果。" },
        new(ChecklistLedgers.Rechecks.Key) { Area = "规范提升", EmptyTitle = "这里没有复查", EmptyText = "检查发现的问题销号后，这里列出要再看一次的项目。" },
    ];
}
