using MudBlazor;
using MudBlazor.Services;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Components.Shared.Search;

namespace PovertyDashboard.Components.Layout;

/// <summary>What the pages' frame and shared components need (界面服务).</summary>
public static class ShellServices
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSingleton(new AppBarPart(AppBarSlot.Region, typeof(RegionBar)));
        services.AddSingleton(new AppBarPart(AppBarSlot.Search, typeof(SearchBar)));
        services.AddSingleton(new AppBarPart(AppBarSlot.Actions, typeof(HelpLink), 10));
        return services.AddControls();
    }

    /// <summary>MudBlazor with Chinese texts, and the product's own helpers for pages.</summary>
    public static IServiceCollection AddControls(this IServiceCollection services)
    {
        services.AddMudServices(config =>
        {
            config.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            config.SnackbarConfiguration.PreventDuplicates = false;
            config.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
        });
        services.AddSingleton<MudLocalizer, ControlTexts>();
        // The texts are Chinese whatever the culture of the machine.
        services.AddLocalizationInterceptor(provider =>
            new DefaultLocalizationInterceptor(provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<MudLocalizer>()) { IgnoreDefaultEnglish = true });
        services.AddScoped<Snack>();
        return services;
    }
}
