using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>The part of the room that records movements of households and people (人口变动).</summary>
internal static class MovementServices
{
    public static IServiceCollection AddMovements(this IServiceCollection services)
    {
        services.AddLedger(MovementLedger.Ledger, MovementMeasures.Measures, MovementMeasures.Breakdowns);
        services.AddSingleton(new FixedCodeList(MovementLedger.Kind.CodeList!, "变动怎样写入户和成员，由程序按它判断，不能增减。"));
        services.AddSingleton(new NavItem(NavGroup.Targets, "人口变动", Icons.Material.Outlined.SwapHoriz, $"/ledgers/{MovementLedger.Key}", 50, Needs: Act.ReadOffice));
        services.AddSingleton(new LedgerPresentation(MovementLedger.Key)
        {
            Area = "建档立卡",
            AddText = "登记变动",
            EmptyTitle = "这里还没有人口变动",
            EmptyText = "登记出生、死亡、迁入、迁出、分户、并户、新识别、返贫、风险消除后，这里按日期列出，并写入户和成员。",
            HouseholdPart = typeof(MovementFilePart),
        });
        services.AddSingleton(TodoSource.Of(MovementMeasures.Unregistered, "出生、迁入未登记成员", Icons.Material.Outlined.PersonAdd, 73, Act.Write));
        return services.AddSingleton(Demo.DemoMovements.Step);
    }
}
