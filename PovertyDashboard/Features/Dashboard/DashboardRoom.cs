using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Dashboard.Reports;
using PovertyDashboard.Features.Dashboard.Screen;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The overview and the big screen (总览与大屏); it knows no other room, only the registered measures.</summary>
public static class DashboardRoom
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<DashboardFigures>().AddSingleton<TileReader>().AddSingleton<ProblemChart>().AddSingleton<ProgressChart>()
            .AddSingleton<SplitChart>().AddSingleton<MonthChart>().AddSingleton<MeasuresChart>().AddSingleton<DailyLines>().AddSingleton<PlacesSheet>().AddSingleton<Attention>()
            .AddSingleton<CardSheets>().AddSingleton<ReportReader>().AddSingleton<PanelReader>().AddScoped<Ticker>().AddScoped<ScreenReader>();
        services.AddSingleton(CardExport.Subject);
        services.AddSingleton(new NavItem(NavGroup.Overview, "总览", Icons.Material.Outlined.Dashboard, "/", 0));
        services.AddSingleton(new NavItem(NavGroup.Overview, "大屏", Icons.Material.Outlined.Tv, "/screen", 1));
        services.AddSingleton(new NavItem(NavGroup.Overview, "周报与月报", Icons.Material.Outlined.Summarize, ReportPage.Week, 2));
        return services;
    }

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        CardExport.Map(routes);
        ReportExport.Map(routes);
    }
}
