using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Households.Screenings.Pages;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>The part of the room that screens households (两不愁三保障摸排).</summary>
internal static class ScreeningParts
{
    public static IServiceCollection AddScreenings(this IServiceCollection services)
    {
        services.AddLedger(ScreeningLedger.Ledger, ScreeningMeasures.Fixed, ScreeningMeasures.Breakdowns);
        services.AddSingleton(provider => ScreeningMeasures.Stale(provider.GetRequiredService<SettingsDirectory>()));
        services.AddSingleton(new FixedCodeList(ScreeningItem.ResultList, "转整改和达标率按它判断，不能增减。"));
        foreach (var list in new[] { "water-grade", "water-quality", "safe-dwelling" }) services.AddSingleton(new FixedCodeList(list, "摸排结果由程序按它判断，不能增减。"));
        services.AddSingleton(new NavItem(NavGroup.Targets, "摸排", Icons.Material.Outlined.HomeWork, "/screening", 30, Needs: Act.ReadOffice));
        services.AddSingleton(new NavItem(NavGroup.Targets, "摸排台账", Icons.Material.Outlined.Rule, $"/ledgers/{ScreeningLedger.Key}", 32, Needs: Act.ReadOffice));
        services.AddSingleton(new LedgerPresentation(ScreeningLedger.Key)
        {
            Area = "两不愁三保障",
            AddText = "入户摸排",
            AddHref = "/screening",
            EmptyTitle = "这里还没有摸排",
            EmptyText = "在摸排工作台账里逐户填写，或导入摸排表后，这里列出每户的七项结果和依据。",
            HouseholdPart = typeof(ScreeningFilePart),
        });
        services.AddSingleton(TodoSource.Of(ScreeningMeasures.Unscreened, "还没有摸排的户", Icons.Material.Outlined.HomeWork, 68, Act.Write));
        services.AddSingleton(TodoSource.Of(HouseholdLedger.Ledger, "households.screen-stale", "摸排过期的户", Icons.Material.Outlined.Update, 72, Act.Write));
        services.AddSingleton(new TodoSource("摸排问题待复查", Icons.Material.Outlined.Replay, $"/rechecks?ledger={ScreeningLedger.Key}", 61, Act.Tick, async (provider, _, ct) => await provider.GetRequiredService<RecheckDesk>().CountAsync(ScreeningLedger.Key, ct)) { Unit = "项" });
        services.TryAddScoped<RecheckDesk>();
        return services.AddSingleton(Demo.DemoScreenings.Step).AddScoped<ScreeningDesk>().AddScoped<ScreeningBook>();
    }
}
