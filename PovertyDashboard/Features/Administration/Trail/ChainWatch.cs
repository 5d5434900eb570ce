using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>Walks along the audit chain in the background (审计链核对), one walk at a time for the whole site, and keeps what it found.</summary>
public sealed class ChainWatch(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private Task<AuditChainState>? _walk;

    public Task<AuditChainState> StateAsync(bool again)
    {
        lock (_lock)
        {
            var isRunning = _walk is { IsCompleted: false };
            // The walk does not wait in the circuit that asked: reading SQLite blocks its thread.
            if (!isRunning && (again || _walk is not { IsCompletedSuccessfully: true } || IsOld)) _walk = Task.Run(WalkAsync);
            return _walk!;
        }
    }

    private bool IsOld => _last is null || time.GetUtcNow().UtcDateTime - _last.At > Fresh;

    private AuditChainState? _last;

    private async Task<AuditChainState> WalkAsync()
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return _last = await AuditChain.WalkAsync(db, time.GetUtcNow().UtcDateTime, CancellationToken.None);
    }
}
