using Microsoft.EntityFrameworkCore;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Checklists.Demo;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The room of campaigns, checklists and checks (规范提升).</summary>
public static class ChecklistsRoom
{
    public static IServiceCollection AddChecklists(this IServiceCollection services)
    {
        services.AddLedger(CheckLedger.Ledger, CheckMeasures.OfChecks);
        services.AddLedger(ChecklistLedgers.Answers, [CheckMeasures.AnsweredItems, CheckMeasures.FailedItems], [CheckMeasures.FailuresByItem]);
        services.AddLedger(ChecklistLedgers.Campaigns).AddLedger(ChecklistLedgers.Items);
        services.AddLedger(ChecklistLedgers.Rechecks, [CheckMeasures.RechecksWaiting, CheckMeasures.RechecksOverdue]);
        services.AddSingleton(CheckMeasures.Checked).AddSingleton(CheckMeasures.Unchecked);
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "规范提升", Icons.Material.Outlined.Checklist, "/checklists", 10));
        services.AddSingleton(new NavItem(NavGroup.VillageAndRectification, "检查台账", Icons.Material.Outlined.FactCheck, "/ledgers/checks", 15));
        services.AddSingleton(new SeedStep(50, "Checklist templates", DemoOnly: false, async (provider, ct) =>
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
            await TemplateSeed.LoadAsync(db, provider.GetRequiredService<RegionDirectory>().Tree, provider.GetRequiredService<CodeListDirectory>(), ct);
        }));
        services.AddSingleton(DemoCampaigns.Step).AddSingleton(DemoChecks.Step);
        return services.AddScoped<CheckService>().AddScoped<CheckSheets>().AddScoped<RecheckService>().AddScoped<CampaignReader>().AddScoped<TemplateService>();
    }
}
