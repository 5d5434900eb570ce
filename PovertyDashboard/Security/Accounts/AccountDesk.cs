using Microsoft.AspNetCore.Identity;
using PovertyDashboard.Data;

namespace PovertyDashboard.Security.Accounts;

/// <summary>What one change to accounts works with: Identity's store and the audit trail on the same context.</summary>
internal sealed class AccountDesk(IServiceProvider services, UserIdentity actor)
{
    private readonly AuditLog _audit = services.GetRequiredService<AuditLog>();

    public AppDbContext Db { get; } = services.GetRequiredService<AppDbContext>();

    public UserManager<AppUser> Users { get; } = services.GetRequiredService<UserManager<AppUser>>();

    public PasswordAge Age { get; } = services.GetRequiredService<PasswordAge>();

    /// <summary>For steps that cannot be refused any more: the transaction is rolled back.</summary>
    public static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
    }

    public Task WriteAsync(string action, AppUser user, CancellationToken ct, params (string What, object? Old, object? Now)[] changes)
    {
        var details = new Dictionary<string, object?[]> { ["账号"] = [user.UserName, user.UserName] };
        foreach (var (what, old, now) in changes) details[what] = [old, now];
        return _audit.WriteAsync(Db, new AuditNote(action, AccountAudit.Subject) { RowId = user.Id, Details = details }, ct);
    }

    /// <summary>Why the account may not lose its rights: nobody shuts himself out, and somebody must be able to administer.</summary>
    public async Task<string?> LossFaultAsync(AppUser user)
    {
        if (string.Equals(user.UserName, actor.Name, StringComparison.OrdinalIgnoreCase)) return "不能停用自己，也不能去掉自己的系统管理员角色。请由另一位系统管理员来做。";
        if (!await Users.IsInRoleAsync(user, Roles.Administrator)) return null;
        var administrators = await Users.GetUsersInRoleAsync(Roles.Administrator);
        return administrators.Any(a => !a.IsDisabled && a.Id != user.Id) ? null : "这是唯一可用的系统管理员。请先新建另一个系统管理员。";
    }
}
