using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Security.Login;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>A password grows old, and does not come again soon; both by dated settings.</summary>
public sealed class PasswordAgeTests
{
    private const string Page = SignedInUser.PasswordPath;

    [Fact]
    public async Task The_last_five_passwords_are_refused_and_the_one_before_them_is_free_again()
    {
        await using var site = new StagingSite();
        await site.AddUserAsync("five.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await site.LoggedInAsync("five.leader");
        var passwords = Enumerable.Range(0, 5).Select(n => $"Fresh-Apple-7{n}").Prepend(DemoAccounts.Password).ToList();
        for (var i = 1; i < passwords.Count; i++) Assert.Contains("密码已修改。", await TextAsync(client, passwords[i - 1], passwords[i]), StringComparison.Ordinal);

        Assert.Contains("新密码：最近 5 次用过。请换一个没有用过的。", await TextAsync(client, passwords[5], passwords[1]), StringComparison.Ordinal);
        Assert.Contains("字符种类太少", await TextAsync(client, passwords[5], "onlylowercase"), StringComparison.Ordinal);
        Assert.Contains("密码已修改。", await TextAsync(client, passwords[5], passwords[0]), StringComparison.Ordinal);
        var kept = await site.InStoreAsync(UserIdentity.System, db => db.Set<OldPassword>().ToListAsync());
        Assert.InRange(kept.Count, 4, 6);
        Assert.DoesNotContain(kept, p => passwords.Contains(p.Hash));
    }

    [Fact]
    public async Task A_reset_does_not_make_a_used_password_free()
    {
        await using var site = new StagingSite();
        await site.AddUserAsync("reset.leader", Roles.Leader, StagingSite.Hanji);
        var reset = await site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>().ResetAsync("reset.leader", default));
        using var client = site.Visitor();
        (await TestSite.PostLoginAsync(client, "reset.leader", reset.OneTimePassword!)).Dispose();
        Assert.Contains("一次性密码", await TestSite.TextAsync(await client.GetAsync(Page)), StringComparison.Ordinal);
        Assert.Contains("最近 5 次用过", await TextAsync(client, reset.OneTimePassword!, DemoAccounts.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ninety_days_the_next_login_asks_for_a_new_password()
    {
        await using var site = new StagingSite();
        await site.AddUserAsync("old.leader", Roles.Leader, StagingSite.Hanji);
        using (var first = await site.LoggedInAsync("old.leader")) Assert.Contains("密码已修改。", await TextAsync(first, DemoAccounts.Password, "Fresh-Apple-77"), StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(90));
        Assert.NotEqual(Page, await TargetAsync(site, "old.leader", "Fresh-Apple-77"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var client = site.Visitor();
        using var login = await TestSite.PostLoginAsync(client, "old.leader", "Fresh-Apple-77");
        Assert.Equal(Page, login.Headers.Location?.AbsolutePath);
        Assert.Contains("密码用得太久，已经到期。", await TestSite.TextAsync(await client.GetAsync(Page)), StringComparison.Ordinal);
        using var changed = await TestSite.PostFormAsync(client, Page, "password", Fields("Fresh-Apple-77", "Fresh-Pear-78"));
        Assert.Equal((HttpStatusCode.Found, "/"), (changed.StatusCode, changed.Headers.Location?.AbsolutePath));
        Assert.NotEqual(Page, await TargetAsync(site, "old.leader", "Fresh-Pear-78"));
    }

    [Fact]
    public async Task Nought_days_mean_that_passwords_do_not_grow_old()
    {
        await using var site = new StagingSite();
        await site.InStoreAsync(UserIdentity.System, db =>
        {
            db.Add(new Setting { Key = PasswordAge.DaysKey, Title = "密码有效天数", Value = "0", EffectiveFrom = new DateOnly(2020, 1, 1) });
            return db.SaveChangesAsync();
        });
        await site.Services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
        var old = new AppUser { PasswordChangedAt = new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        Assert.False(await site.AsAsync(UserIdentity.System, s => Task.FromResult(s.GetRequiredService<PasswordAge>().IsExpired(old))));
    }

    private static async Task<string?> TargetAsync(StagingSite site, string user, string password)
    {
        using var client = site.Visitor();
        using var login = await TestSite.PostLoginAsync(client, user, password);
        Assert.Equal(HttpStatusCode.Found, login.StatusCode);
        return login.Headers.Location?.AbsolutePath;
    }

    private static async Task<string> TextAsync(HttpClient client, string old, string fresh)
    {
        using var answer = await TestSite.PostFormAsync(client, Page, "password", Fields(old, fresh));
        return await TestSite.TextAsync(answer);
    }

    private static Dictionary<string, string> Fields(string old, string fresh) => new() { ["Input.Old"] = old, ["Input.New"] = fresh, ["Input.Again"] = fresh };
}
