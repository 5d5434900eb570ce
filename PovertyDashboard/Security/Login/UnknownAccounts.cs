using System.Collections.Concurrent;

namespace PovertyDashboard.Security.Login;

/// <summary>
/// Counts failures for names that are no account exactly as Identity counts them for accounts, so that neither
/// the tries left nor a lock tells whether an account exists.
/// </summary>
public sealed class UnknownAccounts(TimeProvider time)
{
    private const int Capacity = 10_000;
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset? LockedUntil)> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts one more failure.</summary>
    /// <returns>The tries left, or the end of the lock.</returns>
    public (int Left, DateTimeOffset? LockedUntil) Fail(string name)
    {
        var now = time.GetUtcNow();
        // Whoever floods the page with invented names must not fill the memory.
        if (_names.Count >= Capacity) _names.Clear();
        var (failures, until) = _names.AddOrUpdate(name, _ => Next(0, null, now), (_, old) => Next(old.Failures, old.LockedUntil, now));
        return (LoginRules.MaxFailures - failures, until);
    }

    private static (int, DateTimeOffset?) Next(int failures, DateTimeOffset? until, DateTimeOffset now)
    {
        if (until > now) return (failures, until);
        return failures + 1 < LoginRules.MaxFailures ? (failures + 1, null) : (0, now + LoginRules.LockTime);
    }
}
