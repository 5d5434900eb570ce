using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Live;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Administration;

/// <summary>One act of an administrator on its way into the store: the whole store is seen, and every step is noted in the same transaction.</summary>
public sealed class AdminAct(AppDbContext db, AuditLog audit, UserIdentity actor, string subject, DateTime utcNow)
{
    public AppDbContext Db { get; } = db;

    /// <summary>Saves what was changed, writes it to the audit trail, and leaves word for every process.</summary>
    /// <param name="row">Gives the id of the changed row, once it is saved.</param>
    public async Task SaveAsync(string action, Func<long> row, long region, IReadOnlyDictionary<string, object?[]> details, CancellationToken ct)
    {
        Db.Add(new Change { Ledger = subject, Region = region, At = utcNow });
        await Db.SaveChangesAsync(ct);
        await audit.WriteAsync(Db, new AuditNote(action, subject) { User = actor.Name, RowId = row(), Region = region, Details = details }, ct);
    }
}

/// <summary>
/// Where administrators change reference data (系统管理): checks the right, works on the whole store in one transaction, and has
/// every page of every process read the change.
/// </summary>
public sealed class AdminDesk(IServiceScopeFactory scopes, CurrentUser user, ReferenceDirectories references, TimeProvider time)
{
    public const string NoRight = "您的账号不能改系统设置。请联系系统管理员。";

    public bool MayAdminister => user.Identity.May(Act.Administer);

    /// <summary>Reads from the whole store; nothing for those without the right.</summary>
    public async Task<T?> ReadAsync<T>(Func<AppDbContext, CancellationToken, Task<T>> read, CancellationToken ct)
        where T : class
    {
        if (!MayAdminister) return null;
        await using var scope = scopes.CreateSystemScope();
        await using var db = await ContextAsync(scope.ServiceProvider, ct);
        return await read(db, ct);
    }

    /// <param name="subject">One of the names of <see cref="ReferenceDirectories"/>.</param>
    /// <param name="change">The act; what it saves before it is refused is taken back.</param>
    public async Task<AdminOutcome> ChangeAsync(string subject, Func<AdminAct, CancellationToken, Task<AdminOutcome>> change, CancellationToken ct)
    {
        if (!MayAdminister) return AdminOutcome.Refused(NoRight);
        await using var scope = scopes.CreateSystemScope();
        await using var db = await ContextAsync(scope.ServiceProvider, ct);
        var act = new AdminAct(db, scope.ServiceProvider.GetRequiredService<AuditLog>(), user.Identity, subject, time.GetUtcNow().UtcDateTime);
        var outcome = await db.InTransactionAsync(innerCt => change(act, innerCt), ct);
        // The other pages follow by the live feed; whoever made the change sees it at once.
        if (outcome.Done) await references.ReloadAsync([subject], ct);
        return outcome;
    }

    private static Task<AppDbContext> ContextAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
}
