namespace PovertyDashboard.Features.Imports;

/// <summary>The room of imports (导入).</summary>
public static class ImportsRoom
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        foreach (var step in SampleFiles.Steps) services.AddSingleton(step);
        return services.AddScoped<Importer>().AddScoped<ImportRun>();
    }
}
