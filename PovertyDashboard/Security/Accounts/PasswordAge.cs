using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Security.Accounts;

/// <summary>
/// How long a password lasts and how soon it may come again (密码期限), both dated settings. GB/T 22239-2019 asks for regular change
/// without numbers; 90 days and five passwords are what assessors usually expect.
/// </summary>
public sealed class PasswordAge(AppDbContext db, IPasswordHasher<AppUser> hasher, SettingsDirectory settings, Clock clock)
{
    /// <summary>Setting: days after which a password must be changed (密码有效天数); 0 for never.</summary>
    public const string DaysKey = "password.max-days";

    /// <summary>Setting: how many of the last passwords may not be taken again (不能重复的密码个数).</summary>
    public const string HistoryKey = "password.history";

    private const int DefaultDays = 90, DefaultHistory = 5;

    private int Remembered => Math.Max(1, settings.Number(HistoryKey, clock.Today, DefaultHistory));

    /// <summary>Whether the user's own password has grown too old; one-time passwords and accounts of the demo have no age.</summary>
    public bool IsExpired(AppUser user) =>
        settings.Number(DaysKey, clock.Today, DefaultDays) is > 0 and var days && user.PasswordChangedAt is { } since && clock.UtcNow - since > TimeSpan.FromDays(days);

    /// <summary>Why the password may not be taken again, or null; the present one counts as the last.</summary>
    public async Task<string?> RepeatFaultAsync(AppUser user, string password, CancellationToken ct)
    {
        var used = await OldOf(user).Take(Remembered - 1).Select(p => p.Hash).ToListAsync(ct);
        if (user.PasswordHash is { } present) used.Insert(0, present);
        return used.Any(hash => hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed) ? $"新密码：最近 {Remembered} 次用过。请换一个没有用过的。" : null;
    }

    /// <summary>Remembers the present password with the next save, and forgets those that no longer count. Ask before it is replaced.</summary>
    public async Task<OldPassword?> KeepAsync(AppUser user, CancellationToken ct)
    {
        if (user.PasswordHash is not { } present) return null;
        db.RemoveRange(await OldOf(user).Skip(Remembered).ToListAsync(ct));
        var kept = new OldPassword { UserId = user.Id, Hash = present, ReplacedAt = clock.UtcNow };
        db.Add(kept);
        return kept;
    }

    /// <summary>The new password was not taken: the present one stays, and is not remembered as an old one.</summary>
    public void Release(OldPassword? kept)
    {
        if (kept is not null) db.Entry(kept).State = EntityState.Detached;
    }

    private IQueryable<OldPassword> OldOf(AppUser user) => db.Set<OldPassword>().Where(p => p.UserId == user.Id).OrderByDescending(p => p.Id);
}
