using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data.Seeding;

/// <summary>A demo step that the store has behind it, or what the store was begun as (已完成的初始步骤).</summary>
public sealed class FinishedStep
{
    /// <summary>Name of the <see cref="SeedStep"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>UTC instant.</summary>
    public DateTime At { get; set; }
}

/// <summary>
/// Fills a store at start (初始数据). Reference steps run at every start; demo steps only in a store that was begun as a demo,
/// and until each is finished: a first start that was interrupted goes on where it stopped.
/// </summary>
internal static class SeedRun
{
    private const string AsDemo = "Begun as a demo store", AsPlain = "Begun without demo data";

    public static async Task FillAsync(IServiceProvider services, bool withDemo, CancellationToken ct)
    {
        var finished = await FinishedAsync(services, ct);
        if (finished.Count == 0) finished.Add(await FinishAsync(services, withDemo ? AsDemo : AsPlain, ct));
        var isDemo = withDemo && finished.Contains(AsDemo);
        foreach (var step in services.GetServices<SeedStep>().OrderBy(s => s.Order).Where(s => !s.DemoOnly || (isDemo && !finished.Contains(s.Name))))
        {
            await using (var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope()) await step.RunAsync(scope.ServiceProvider, ct);
            if (step.DemoOnly) await FinishAsync(services, step.Name, ct);
        }
    }

    private static async Task<HashSet<string>> FinishedAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return await db.Set<FinishedStep>().Select(s => s.Name).ToHashSetAsync(ct);
    }

    private static async Task<string> FinishAsync(IServiceProvider services, string name, CancellationToken ct)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        db.Add(new FinishedStep { Name = name, At = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(ct);
        return name;
    }
}
