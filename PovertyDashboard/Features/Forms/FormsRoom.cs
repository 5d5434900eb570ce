using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>The room of forms (套表): the upper level's own workbooks, filled from the ledgers.</summary>
public static class FormsRoom
{
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem(NavGroup.Tools, "套表", Icons.Material.Outlined.GridOn, FormsPage.Address, 20, Needs: Act.ReadOffice));
        services.AddSingleton(new AuditSubject(nameof(ReportForm), "套表"));
        services.TryAddScoped<LedgerSheets>();
        return services.AddSingleton(DemoForm.Step).AddScoped<FormDesk>().AddScoped<FormFilling>();
    }

    public static void MapForms(this IEndpointRouteBuilder routes) => FillEndpoint.Map(routes);
}
