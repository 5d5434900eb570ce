using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>The part of the room that keeps income by year (年度收入).</summary>
internal static class IncomeServices
{
    public static IServiceCollection AddIncomes(this IServiceCollection services)
    {
        services.AddLedger(IncomeLedger.Ledger, IncomeMeasures.Fixed, IncomeMeasures.Breakdowns);
        services.AddSingleton(provider => IncomeMeasures.BelowLine(provider.GetRequiredService<SettingsDirectory>()));
        services.AddSingleton(provider => IncomeMeasures.Missing(provider.GetRequiredService<SettingsDirectory>()));
        services.AddSingleton(new NavItem(NavGroup.Targets, "年度收入", Icons.Material.Outlined.Payments, $"/ledgers/{IncomeLedger.Key}", 40, Needs: Act.ReadOffice));
        services.AddSingleton(new LedgerPresentation(IncomeLedger.Key)
        {
            Area = "建档立卡",
            AddText = "登记收入",
            EmptyTitle = "这里还没有年度收入",
            EmptyText = "登记或导入收入表后，这里按年度列出每户的四类收入、纯收入和人均纯收入。",
            HouseholdPart = typeof(IncomeFilePart),
        });
        services.AddSingleton(TodoSource.Of(IncomeMeasures.Differing, "收入表与户信息不一致", Icons.Material.Outlined.Difference, 74, Act.Write));
        return services.AddSingleton(Demo.DemoIncomes.Step);
    }
}
