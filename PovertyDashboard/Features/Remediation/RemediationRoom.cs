using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Remediation.Acts;
using PovertyDashboard.Features.Remediation.Cells;
using PovertyDashboard.Features.Remediation.Demo;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The room of the remediation ledger and its close-out (整改台账、销号、清零).</summary>
public static class RemediationRoom
{
    public static IServiceCollection AddRemediation(this IServiceCollection services)
    {
        services.AddLedger(ProblemLedger.Ledger, ProblemMeasures.All, ProblemMeasures.Breakdowns);
        services.AddSingleton<RowFollowers>(ProblemFollowers.Of);
        services.AddSingleton(new MovedRowsFit(typeof(Problem), ProblemOpening.RenumberAsync));
        services.AddSingleton(new FixedCodeList(ProblemLedger.State.CodeList!, "状态由办理步骤决定，不能增减。"));
        services.AddSingleton(new AuditSubject(nameof(ProblemStep), "问题办理步骤"));
        services.AddScoped<ProblemDesk>().AddScoped<BoardReader>().AddScoped<ProblemDialogs>();
        services.AddSingleton(Presentation);
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "整改台账", Icons.Material.Outlined.AssignmentLate, $"/ledgers/{ProblemLedger.Key}", 20, typeof(OverdueCount)));
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "清零看板", Icons.Material.Outlined.GridOn, ProblemAddress.Board, 30));
        services.AddSingleton(ProblemSearch.Source);
        foreach (var todo in Todos) services.AddSingleton(todo);
        services.AddSingleton(RemediationDemo.Step);
        services.AddSingleton(DemoProblems.Source);
        return services;
    }

    private static IEnumerable<TodoSource> Todos =>
    [
        TodoSource.Of(ProblemMeasures.Overdue, "逾期的问题", Icons.Material.Outlined.Schedule, 10, Act.Read) with { IsLate = true },
        TodoSource.Of(ProblemMeasures.Waiting, "待交办的问题", Icons.Material.Outlined.Inbox, 20, Act.Write),
        TodoSource.Of(ProblemMeasures.Rectifying, "整改中的问题", Icons.Material.Outlined.Build, 30, Act.Rectify),
        TodoSource.Of(ProblemMeasures.Verifying, "待核验的问题", Icons.Material.Outlined.FactCheck, 40, Act.VerifyClose),
        TodoSource.Of(ProblemMeasures.Extensions, "待审批的延期", Icons.Material.Outlined.MoreTime, 50, Act.VerifyClose),
    ];

    private static LedgerPresentation Presentation => new(ProblemLedger.Key)
    {
        Area = "销号管理",
        AddText = "登记问题",
        EmptyTitle = "还没有发现问题",
        EmptyText = "检查不达标、走访发现、导入台账或登记后，问题显示在这里。",
        Cells = new Dictionary<string, Type>
        {
            [ProblemLedger.State.Key] = typeof(ProblemStateCell),
            [ProblemLedger.DueOn.Key] = typeof(ProblemDeadlineCell),
        },
        RowActions = typeof(ProblemRowActions),
        ActionsForWriters = true,
        RowMenu = typeof(ProblemRowMenu),
        BulkActions = typeof(ProblemBulkActions),
        RowClass = (row, today) => ((Problem)row).IsOverdue(today) ? "overdue" : null,
    };
}
