using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Settings;

/// <summary>The dated settings as a snapshot; reloaded after one is added.</summary>
public sealed class SettingsDirectory(IServiceScopeFactory scopes)
{
    private volatile IReadOnlyList<Setting> _all = [];

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        _all = await db.Set<Setting>().AsNoTracking().OrderBy(s => s.Key).ThenBy(s => s.EffectiveFrom).ToListAsync(ct);
    }

    /// <summary>The value in force on the day, or null.</summary>
    public string? Text(string key, DateOnly day) => _all.LastOrDefault(s => s.Key == key && s.EffectiveFrom <= day)?.Value;

    public int Number(string key, DateOnly day, int fallback) =>
        int.TryParse(Text(key, day), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : fallback;
}
