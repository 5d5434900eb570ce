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
        _tree = new RegionTree(await db.Set<Region>().AsNoTracking().ToListAsync(ct));
    }
}
