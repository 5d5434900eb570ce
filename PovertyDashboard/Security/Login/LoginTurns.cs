using Microsoft.AspNetCore.Identity;

namespace PovertyDashboard.Security.Login;

/// <summary>
/// One login at a time for one name: guesses sent side by side would otherwise read the same count of failures
/// and get more tries than the lock allows.
/// </summary>
public sealed class LoginTurns
{
    /// <summary>The hash that a name without account is checked against.</summary>
    public static readonly string SomeHash = new PasswordHasher<AppUser>().HashPassword(new AppUser(), Guid.NewGuid().ToString());

    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> TakeAsync(string name, CancellationToken ct)
    {
        var lane = _lanes[(uint)StringComparer.OrdinalIgnoreCase.GetHashCode(name) % (uint)_lanes.Length];
        await lane.WaitAsync(ct);
        return new Turn(lane);
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
