using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Settings;

/// <summary>The dated settings as a snapshot (设置); reloaded after one is added.</summary>
public sealed class SettingsDirectory(IServiceScopeFactory scopes)
{
    private readonly AsyncLocal<HashSet<string>?> _asked = new();
    private readonly AsyncLocal<Setting?> _trial = new();
    private volatile IReadOnlyList<Setting> _all = [];

    /// <summary>Every value by key and day; of two values of one day, the later one corrects the earlier.</summary>
    public IReadOnlyList<Setting> All => _all;

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        _all = await db.Set<Setting>().AsNoTracking().OrderBy(s => s.Key).ThenBy(s => s.EffectiveFrom).ThenBy(s => s.Id).ToListAsync(ct);
    }

    /// <summary>The value in force on the day, or null.</summary>
    public string? Text(string key, DateOnly day)
    {
        _asked.Value?.Add(key);
        var stored = _all.LastOrDefault(s => s.Key == key && s.EffectiveFrom <= day);
        // A value on trial is the newest: it wins over all of its day and before.
        if (_trial.Value is { } trial && trial.Key == key && trial.EffectiveFrom <= day && (stored is null || stored.EffectiveFrom <= trial.EffectiveFrom)) return trial.Value;
        return stored?.Value;
    }

    public int Number(string key, DateOnly day, int fallback) =>
        int.TryParse(Text(key, day), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    /// <summary>Whether the reading asks for the setting, so that its outcome may change with it.</summary>
    public bool IsReadBy(string key, Action read)
    {
        _asked.Value = [];
        try
        {
            read();
            return _asked.Value.Contains(key);
        }
        finally
        {
            _asked.Value = null;
        }
    }

    /// <summary>Runs the work as if the value had been added (试算); nobody else sees it.</summary>
    public async Task<T> TryAsync<T>(Setting trial, Func<Task<T>> work)
    {
        _trial.Value = trial;
        try
        {
            return await work();
        }
        finally
        {
            _trial.Value = null;
        }
    }
}
