using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>Holds the current <see cref="CodeLists"/>; reloaded after an entry changes.</summary>
public sealed class CodeListDirectory(IServiceScopeFactory scopes)
{
    private volatile CodeLists _current = new([]);

    public CodeLists Current => _current;

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        _current = new CodeLists(await db.Set<CodeEntry>().AsNoTracking().ToListAsync(ct));
    }
}
