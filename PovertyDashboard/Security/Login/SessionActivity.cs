using System.Collections.Concurrent;
using System.Security.Claims;

namespace PovertyDashboard.Security.Login;

/// <summary>
/// When each login was last used (会话活动). An open page has no cookie to expire, and a live chart moves without anybody
/// there, so pages report real input (session.js) and the circuit asks here whether the login went idle.
/// </summary>
public sealed class SessionActivity(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    public void Begin(string session) => _last[session] = time.GetUtcNow();

    public void Touch(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(UserClaims.Session) is { } session) Begin(session);
    }

    public bool IsIdle(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(UserClaims.Session) is not { } session) return true;
        var now = time.GetUtcNow();
        // Seen for the first time after a restart of the site: begins now.
        if (now - _last.GetOrAdd(session, now) < LoginRules.IdleTime) return false;
        Forget(now);
        return true;
    }

    /// <summary>Drops logins whose open pages have all asked long ago.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, at) in _last)
            if (now - at >= 2 * LoginRules.IdleTime) _last.TryRemove(key, out _);
    }
}
