using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PovertyDashboard.Data;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Security.Login;

/// <summary>What came of a login: the account, or a sentence why not.</summary>
public sealed record LoginOutcome(AppUser? User, string Message = "");

/// <summary>Login, logout and change of one's own password (登录), each audited. Only for HTTP requests: it sets the cookie.</summary>
public sealed class LoginService(
    SignInManager<AppUser> signIn, UserManager<AppUser> users, UnknownAccounts unknown, LoginTurns turns, SessionActivity activity, PasswordAge age, AuditLog audit, Clock clock, IHttpContextAccessor http)
{
    private const int MaxName = 64;

    public async Task<LoginOutcome> LoginAsync(string name, string password, CancellationToken ct)
    {
        name = name.Trim();
        if (name.Length > MaxName) name = name[..MaxName];
        using var turn = await turns.TakeAsync(name, ct);
        if (await users.FindByNameAsync(name) is not { } user) return await FailUnknownAsync(name, password, ct);
        if (await CheckAsync(user, password, LoginRules.Failed) is { } refusal)
        {
            await WriteAsync(AccountAudit.FailedLogin, user.UserName!, user.Id, ct);
            return new LoginOutcome(null, refusal);
        }

        if (user.IsDisabled)
        {
            await WriteAsync(AccountAudit.FailedLogin, user.UserName!, user.Id, ct);
            return new LoginOutcome(null, LoginRules.Disabled);
        }

        if (!user.MustChangePassword && age.IsExpired(user))
        {
            user.MustChangePassword = true;
            AccountDesk.Demand(await users.UpdateAsync(user));
        }

        await SignInAsync(user, Guid.NewGuid().ToString("N"));
        await WriteAsync(AccountAudit.Login, user.UserName!, user.Id, ct);
        return new LoginOutcome(user);
    }

    public async Task LogoutAsync(CancellationToken ct)
    {
        if (http.HttpContext?.User.Identity is { IsAuthenticated: true, Name: { } name }) await WriteAsync(AccountAudit.Logout, name, 0, ct);
        await signIn.SignOutAsync();
    }

    /// <summary>Changes the password of the signed-in user; a wrong old password counts like a failed login.</summary>
    public async Task<LoginOutcome> ChangePasswordAsync(ClaimsPrincipal principal, string old, string password, CancellationToken ct)
    {
        if (await users.GetUserAsync(principal) is not { } user) return new LoginOutcome(null, LoginRules.IdleNotice);
        using var turn = await turns.TakeAsync(user.UserName!, ct);
        if (await CheckAsync(user, old, LoginRules.WrongOldPassword) is { } refusal)
        {
            await WriteAsync(AccountAudit.FailedPasswordChange, user.UserName!, user.Id, ct);
            return new LoginOutcome(null, refusal);
        }

        if (password == old) return new LoginOutcome(null, "新密码：与原密码相同。请换一个新的。");
        if (await age.RepeatFaultAsync(user, password, ct) is { } repeated) return new LoginOutcome(null, repeated);
        var kept = await age.KeepAsync(user, ct);
        (user.MustChangePassword, user.PasswordChangedAt) = (false, clock.UtcNow);
        var changed = await users.ChangePasswordAsync(user, old, password);
        if (!changed.Succeeded)
        {
            age.Release(kept);
            return new LoginOutcome(null, changed.Errors.First().Description);
        }

        await SignInAsync(user, principal.FindFirstValue(UserClaims.Session) ?? Guid.NewGuid().ToString("N"));
        await WriteAsync(AccountAudit.PasswordChange, user.UserName!, user.Id, ct);
        return new LoginOutcome(user);
    }

    /// <summary>Why the password is not accepted, or null; counts failures and locks.</summary>
    private async Task<string?> CheckAsync(AppUser user, string password, Func<int, string> wrong)
    {
        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.Succeeded) return null;
        return result.IsLockedOut && user.LockoutEnd is { } until ? LoginRules.Locked(until) : wrong(LoginRules.MaxFailures - user.AccessFailedCount);
    }

    private async Task<LoginOutcome> FailUnknownAsync(string name, string password, CancellationToken ct)
    {
        // As long as for an account: the time must not tell either.
        var stranger = new AppUser { UserName = name };
        users.PasswordHasher.VerifyHashedPassword(stranger, LoginTurns.SomeHash, password);
        var (left, until) = unknown.Fail(name);
        // Somebody may have typed the password into the field of the name.
        await WriteAsync(AccountAudit.FailedLogin, $"未知账号 {name[..Math.Min(2, name.Length)]}***", 0, ct);
        return new LoginOutcome(null, until is { } end ? LoginRules.Locked(end) : LoginRules.Failed(left));
    }

    private Task SignInAsync(AppUser user, string session)
    {
        activity.Begin(session);
        return signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(UserClaims.Session, session)]);
    }

    private Task WriteAsync(string action, string account, long id, CancellationToken ct) =>
        audit.WriteAsync(
            new AuditNote(action, AccountAudit.Subject)
            {
                User = account,
                RowId = id,
                Details = new Dictionary<string, object?[]> { ["来源"] = [null, http.HttpContext?.Connection.RemoteIpAddress?.ToString()] },
            },
            ct);
}
