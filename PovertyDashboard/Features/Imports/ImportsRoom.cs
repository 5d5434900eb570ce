using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Features.Imports.Undoing;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Imports;

/// <summary>The room of imports (导入).</summary>
public static class ImportsRoom
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        foreach (var step in SampleFiles.Steps) services.AddSingleton(step);
        services.AddSingleton(new NavItem(NavGroup.Tools, "导入", Icons.Material.Outlined.UploadFile, "/imports", 10, Needs: Act.Import));
        services.AddSingleton(new TodoSource("待写入的导入", Icons.Material.Outlined.UploadFile, "/imports", 70, Act.Import, async (provider, _, ct) =>
            await provider.GetRequiredService<ImportDesk>().WaitingAsync(ct))
        { Unit = "个文件" });
        services.AddSingleton<ImportRunner>().AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
        services.AddSingleton<ExportWarmUp>().AddHostedService(provider => provider.GetRequiredService<ExportWarmUp>());
        services.AddSingleton<BatchKeeper>().AddHostedService(provider => provider.GetRequiredService<BatchKeeper>());
        services.AddSingleton(new AuditSubject(nameof(ImportBatch), "导入批次"));
        services.AddSingleton(new AuditSubject(nameof(HeaderName), "列名对应"));
        services.TryAddScoped<LedgerSheets>();
        return services.AddScoped<Importer>().AddScoped<ImportRun>().AddScoped<ImportDesk>().AddScoped<HeaderNames>().AddScoped<RowFields>().AddScoped<LedgerExport>().AddScoped<BatchCopies>().AddScoped<BatchUndo>();
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        ExportEndpoints.Map(routes);
        CopyEndpoint.Map(routes);
    }
}
