using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Administration.Codes;
using PovertyDashboard.Features.Administration.DataDictionary;
using PovertyDashboard.Features.Administration.DatedSettings;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Features.Administration.Trail;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;

namespace PovertyDashboard.Features.Administration;

/// <summary>The room of the system's administrators (系统管理): accounts, places, settings, code lists, the data dictionary and the audit trail.</summary>
public static class AdministrationRoom
{
    /// <summary>The page of accounts.</summary>
    public const string Users = "/admin/users";

    private static readonly IReadOnlyList<AuditSubject> Subjects =
    [
        new(AccountAudit.Subject, "账号"), new(ReferenceDirectories.OfRegions, "区划"), new(ReferenceDirectories.OfSettings, "设置"), new(ReferenceDirectories.OfCodeLists, "代码表"),
        DictionaryExport.Subject, AuditExport.Subject,
    ];

    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<AdminDesk>().AddScoped<RegionService>().AddScoped<RegionMoves>().AddScoped<SettingService>().AddScoped<CodeListService>().AddScoped<AuditReader>();
        services.AddSingleton<SettingEffects>().AddSingleton<AuditWords>().AddSingleton<ChainWatch>();
        foreach (var subject in Subjects) services.AddSingleton(subject);
        // The menu stays short: the other pages open from the cards.
        services.AddSingleton(new NavItem(NavGroup.Tools, "系统管理", Icons.Material.Outlined.Settings, AdminPage.Address, 80, Needs: Act.Administer));
        services.AddSingleton(new NavItem(NavGroup.Tools, "账号", Icons.Material.Outlined.ManageAccounts, Users, 81, Needs: Act.Administer));
        return services;
    }

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        DictionaryExport.Map(routes);
        AuditExport.Map(routes);
    }
}
