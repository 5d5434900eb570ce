using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Administration;

/// <summary>The room of the system's administrators (系统管理).</summary>
public static class AdministrationRoom
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton(new NavItem(NavGroup.Tools, "账号", Icons.Material.Outlined.ManageAccounts, "/admin/users", 80, Needs: Act.Administer));
}
