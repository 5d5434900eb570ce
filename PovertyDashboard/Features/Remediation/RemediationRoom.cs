using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Remediation.Demo;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The room of the remediation ledger and its close-out (整改台账、销号、清零).</summary>
public static class RemediationRoom
{
    public static IServiceCollection AddRemediation(this IServiceCollection services)
    {
        services.AddLedger(ProblemLedger.Ledger, ProblemMeasures.All, ProblemMeasures.Breakdowns);
        services.AddScoped<ProblemDesk>().AddScoped<BoardReader>();
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "整改台账", Icons.Material.Outlined.AssignmentLate, $"/ledgers/{ProblemLedger.Key}", 20, typeof(OverdueCount)));
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "清零看板", Icons.Material.Outlined.GridOn, ProblemAddress.Board, 30));
        services.AddSingleton(RemediationDemo.Step);
        services.AddSingleton(DemoProblems.Source);
        return services;
    }
}
