namespace PovertyDashboard.Features.Imports;

/// <summary>The room of imports (导入).</summary>
public static class ImportsRoom
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddScoped<Importer>().AddScoped<ImportRun>();
}
