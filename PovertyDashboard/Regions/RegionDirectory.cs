using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Regions;

/// <summary>Holds the current <see cref="RegionTree"/>; reloaded after Administration changes a place.</summary>
public sealed class RegionDirectory(IServiceScopeFactory scopes)
{
    private volatile RegionTree _tree = new([]);

    public RegionTree Tree => _tree;

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        _tree = await ReadAsync(db, ct);
    }

    /// <summary>The places as they stand in the store; inside a write transaction the snapshot in memory may be older.</summary>
    public static async Task<RegionTree> ReadAsync(AppDbContext db, CancellationToken ct) => new(await db.Set<Region>().AsNoTracking().ToListAsync(ct));
}
