using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Security.Accounts;

/// <summary>Accounts as administrators and the verb keep them (账号管理): each change is checked, audited and signs the user out.</summary>
public sealed class UserAccounts(IServiceScopeFactory scopes, CurrentUser current, RegionDirectory regions, TimeProvider time)
{
    private const string NoRight = "您的账号不能管理账号。";

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct)
    {
        if (!current.Identity.May(Act.Administer)) return [];
        await using var scope = scopes.CreateScopeFor(current.Identity);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var roles = await db.UserRoles.Join(db.Roles, u => u.RoleId, r => r.Id, (u, r) => new { u.UserId, r.Name }).ToListAsync(ct);
        var rolesOf = roles.ToLookup(r => r.UserId, r => r.Name!);
        var logins = await db.Audit.Where(a => a.Subject == AccountAudit.Subject && a.Action == AccountAudit.Login)
            .GroupBy(a => a.User).Select(g => new { g.Key, Last = g.Max(a => a.At) }).ToDictionaryAsync(g => g.Key, g => g.Last, ct);
        var now = time.GetUtcNow();
        var users = await db.Users.AsNoTracking().OrderBy(u => u.NormalizedUserName).ThenBy(u => u.Id).ToListAsync(ct);
        return
        [
            .. users.Select(u => new Account(
                u.UserName!, u.DisplayName, u.Office, [.. rolesOf[u.Id].Order(StringComparer.Ordinal)], u.ScopeKeys(), u.IsDisabled, u.MustChangePassword,
                u.LockoutEnd > now ? u.LockoutEnd.Value.UtcDateTime : null, logins.TryGetValue(u.UserName!, out var last) ? last : null)),
        ];
    }

    public Task<AccountOutcome> CreateAsync(NewAccount asked, CancellationToken ct) => InTransactionAsync(
        async (desk, innerCt) =>
        {
            var account = asked with { UserName = asked.UserName.Trim(), DisplayName = asked.DisplayName.Trim(), Office = asked.Office.Trim() };
            var fault = AccountRules.NameFault(account.UserName, account.DisplayName, account.Office) ?? AccountRules.RightsFault(account.Roles, account.Regions, regions.Tree);
            if (fault is not null) return AccountOutcome.Refused(fault);
            var password = OneTimePassword.New();
            var user = new AppUser
            {
                UserName = account.UserName,
                DisplayName = account.DisplayName,
                Office = account.Office,
                Regions = AppUser.JoinKeys(account.Regions),
                MustChangePassword = true,
            };
            var created = await desk.Users.CreateAsync(user, password);
            if (!created.Succeeded) return AccountOutcome.Refused(created.Errors.First().Description);
            AccountDesk.Demand(await desk.Users.AddToRolesAsync(user, account.Roles.Distinct()));
            await desk.WriteAsync(AccountAudit.Create, user, innerCt, ("姓名", null, user.DisplayName), ("角色", null, Titles(account.Roles)), ("地区", null, user.Regions));
            return new AccountOutcome(true, $"已新建账号 {user.UserName}。请把一次性密码告诉本人，首次登录须改密码。", password);
        },
        ct);

    /// <summary>Gives the roles instead of those the account has; the places stay as they are.</summary>
    public Task<AccountOutcome> SetRolesAsync(string userName, IReadOnlyList<string> roles, CancellationToken ct) => SetRightsAsync(userName, roles, null, ct);

    /// <summary>Gives the places instead of those the account has; the roles stay as they are.</summary>
    public Task<AccountOutcome> SetRegionsAsync(string userName, IReadOnlyList<long> keys, CancellationToken ct) => SetRightsAsync(userName, null, keys, ct);

    /// <summary>Gives roles and places instead of those the account has; null leaves them as they are.</summary>
    public Task<AccountOutcome> SetRightsAsync(string userName, IReadOnlyList<string>? roles, IReadOnlyList<long>? keys, CancellationToken ct) => ChangeAsync(
        userName,
        async (desk, user, innerCt) =>
        {
            var oldRoles = await desk.Users.GetRolesAsync(user);
            IReadOnlyList<string> newRoles = roles is null ? [.. oldRoles] : [.. roles.Distinct()];
            // Places of a business role mean nothing to an administrator, and the other way round.
            var newKeys = keys ?? (newRoles.Contains(Roles.Administrator) ? [] : user.ScopeKeys());
            if (AccountRules.RightsFault(newRoles, newKeys, regions.Tree) is { } fault) return AccountOutcome.Refused(fault);
            if (!newRoles.Contains(Roles.Administrator) && await desk.LossFaultAsync(user) is { } loss) return AccountOutcome.Refused(loss);
            var (oldKeys, joined) = (user.Regions, AppUser.JoinKeys(newKeys));
            AccountDesk.Demand(await desk.Users.RemoveFromRolesAsync(user, oldRoles.Except(newRoles)));
            AccountDesk.Demand(await desk.Users.AddToRolesAsync(user, newRoles.Except(oldRoles)));
            user.Regions = joined;
            AccountDesk.Demand(await desk.Users.UpdateSecurityStampAsync(user));
            await desk.WriteAsync(AccountAudit.Rights, user, innerCt, ("角色", Titles(oldRoles), Titles(newRoles)), ("地区", oldKeys, joined));
            return new AccountOutcome(true, $"已修改账号 {user.UserName} 的角色和地区。本人须重新登录。");
        },
        ct);

    /// <summary>A one-time password instead of the forgotten one; a lock ends.</summary>
    public Task<AccountOutcome> ResetAsync(string userName, CancellationToken ct) => ChangeAsync(
        userName,
        async (desk, user, innerCt) =>
        {
            var password = OneTimePassword.New();
            (user.MustChangePassword, user.PasswordChangedAt) = (true, null);
            await desk.Age.KeepAsync(user, innerCt);
            AccountDesk.Demand(await desk.Users.RemovePasswordAsync(user));
            AccountDesk.Demand(await desk.Users.AddPasswordAsync(user, password));
            AccountDesk.Demand(await desk.Users.SetLockoutEndDateAsync(user, null));
            AccountDesk.Demand(await desk.Users.ResetAccessFailedCountAsync(user));
            await desk.WriteAsync(AccountAudit.Reset, user, innerCt);
            return new AccountOutcome(true, $"已重置账号 {user.UserName} 的密码。请把一次性密码告诉本人，下次登录须改密码。", password);
        },
        ct);

    public Task<AccountOutcome> DisableAsync(string userName, CancellationToken ct) => ChangeAsync(
        userName,
        async (desk, user, innerCt) =>
        {
            if (user.IsDisabled) return new AccountOutcome(true, $"账号 {user.UserName} 已经停用。");
            if (await desk.LossFaultAsync(user) is { } loss) return AccountOutcome.Refused(loss);
            user.IsDisabled = true;
            AccountDesk.Demand(await desk.Users.UpdateSecurityStampAsync(user));
            await desk.WriteAsync(AccountAudit.Disable, user, innerCt);
            return new AccountOutcome(true, $"已停用账号 {user.UserName}。已登录的页面一分钟内退出。");
        },
        ct);

    public Task<AccountOutcome> EnableAsync(string userName, CancellationToken ct) => ChangeAsync(
        userName,
        async (desk, user, innerCt) =>
        {
            if (!user.IsDisabled) return new AccountOutcome(true, $"账号 {user.UserName} 没有停用。");
            user.IsDisabled = false;
            AccountDesk.Demand(await desk.Users.UpdateSecurityStampAsync(user));
            await desk.WriteAsync(AccountAudit.Enable, user, innerCt);
            return new AccountOutcome(true, $"已启用账号 {user.UserName}。");
        },
        ct);

    private static string Titles(IEnumerable<string> roles) => string.Join("、", roles.Select(r => Roles.Titles.GetValueOrDefault(r, r)));

    private Task<AccountOutcome> ChangeAsync(string userName, Func<AccountDesk, AppUser, CancellationToken, Task<AccountOutcome>> change, CancellationToken ct) => InTransactionAsync(
        async (desk, innerCt) => await desk.Users.FindByNameAsync(userName.Trim()) is { } user
            ? await change(desk, user, innerCt)
            : AccountOutcome.Refused($"账号：没有“{userName.Trim()}”。请核对账号名。"),
        ct);

    /// <summary>In a scope of its own: an open page must not keep one context, with rows that have since changed.</summary>
    private async Task<AccountOutcome> InTransactionAsync(Func<AccountDesk, CancellationToken, Task<AccountOutcome>> work, CancellationToken ct)
    {
        if (!current.Identity.May(Act.Administer)) return AccountOutcome.Refused(NoRight);
        await using var scope = scopes.CreateScopeFor(current.Identity);
        var desk = new AccountDesk(scope.ServiceProvider, current.Identity);
        return await desk.Db.InTransactionAsync(innerCt => work(desk, innerCt), ct);
    }
}
