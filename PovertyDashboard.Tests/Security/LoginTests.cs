using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Security.Login;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

public sealed class LoginTests(StagingSite site) : IClassFixture<StagingSite>
{
    private const string Wrong = "Not-The-Right-1";

    [Fact]
    public async Task A_page_without_login_leads_to_the_login_page_and_back()
    {
        await site.AddUserAsync("back.leader", Roles.Leader, StagingSite.Hanji);
        using var client = site.Visitor();
        using var refused = await client.GetAsync("/imports?region=371590115000");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Equal("/login?returnUrl=%2Fimports%3Fregion%3D371590115000", refused.Headers.Location?.PathAndQuery);

        using var answer = await TestSite.PostLoginAsync(client, "back.leader", DemoAccounts.Password, "/imports?region=371590115000");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/imports?region=371590115000", answer.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/login")]
    public void A_foreign_return_address_becomes_the_overview(string url) => Assert.Equal("/", ReturnUrl.Local(url));

    [Fact]
    public async Task The_cookie_is_closed_to_scripts_and_other_sites()
    {
        await site.AddUserAsync("cookie.leader", Roles.Leader, StagingSite.Hanji);
        using var client = site.Visitor();
        using var answer = await TestSite.PostLoginAsync(client, "cookie.leader", DemoAccounts.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("poverty-login=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Logins_failures_and_logouts_are_audited_in_the_hash_chain()
    {
        await site.AddUserAsync("audit.leader", Roles.Leader, StagingSite.Hanji);
        using var client = site.Visitor();
        using var failed = await TestSite.PostLoginAsync(client, "audit.leader", Wrong);
        using var done = await TestSite.PostLoginAsync(client, "audit.leader", DemoAccounts.Password);
        using var left = await PostLogoutAsync(client);
        var entries = await site.InStoreAsync(UserIdentity.System, db => db.Audit.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([AccountAudit.FailedLogin, AccountAudit.Login, AccountAudit.Logout], entries.Where(e => e.User == "audit.leader").Select(e => e.Action));
        Assert.DoesNotContain(entries, e => e.Details.Contains(Wrong, StringComparison.Ordinal));
        var previous = "";
        foreach (var entry in entries)
        {
            Assert.Equal(AuditTrail.HashOf(previous, entry), entry.Hash);
            previous = entry.Hash;
        }
    }

    [Fact]
    public async Task Five_failures_lock_for_fifteen_minutes_and_an_unknown_account_answers_alike()
    {
        await site.AddUserAsync("lock.leader", Roles.Leader, StagingSite.Hanji);
        var known = await MessagesAsync("lock.leader", 6);
        Assert.Equal(known.Select(WithoutTime), (await MessagesAsync("no.such.account", 6)).Select(WithoutTime));
        Assert.Equal("账号或密码不对。请重新输入，还可以再试 4 次。", known[0]);
        Assert.Equal("账号或密码不对。请重新输入，还可以再试 1 次。", known[3]);
        Assert.StartsWith("账号或密码连续 5 次不对，已锁定到 ", known[4], StringComparison.Ordinal);
        Assert.Equal(known[4], known[5]);

        using var client = site.Visitor();
        using var locked = await TestSite.PostLoginAsync(client, "lock.leader", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        // Identity counts the lock by the machine's clock.
        var user = await site.InStoreAsync(UserIdentity.System, db => db.Users.SingleAsync(u => u.UserName == "lock.leader"));
        Assert.InRange(user.LockoutEnd!.Value - TimeProvider.System.GetUtcNow(), LoginRules.LockTime - TimeSpan.FromMinutes(1), LoginRules.LockTime);

        await site.AsAsync(UserIdentity.System, async services =>
        {
            var users = services.GetRequiredService<UserManager<AppUser>>();
            return await users.SetLockoutEndDateAsync((await users.FindByNameAsync("lock.leader"))!, TimeProvider.System.GetUtcNow());
        });
        using var free = await TestSite.PostLoginAsync(client, "lock.leader", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.Found, free.StatusCode);
    }

    [Fact]
    public void An_unknown_account_may_be_tried_again_after_the_lock()
    {
        var unknown = new UnknownAccounts(site.Clock);
        Assert.Equal([4, 3, 2, 1], Enumerable.Range(0, 4).Select(_ => unknown.Fail("nobody").Left));
        Assert.Equal(site.Clock.GetUtcNow() + LoginRules.LockTime, unknown.Fail("NOBODY").LockedUntil);
        site.Clock.Advance(LoginRules.LockTime + TimeSpan.FromSeconds(1));
        Assert.Equal((4, null), unknown.Fail("nobody"));
    }

    [Fact]
    public async Task Guesses_sent_side_by_side_get_no_more_tries()
    {
        await site.AddUserAsync("side.leader", Roles.Leader, StagingSite.Hanji);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => MessagesAsync("side.leader", 1)));
        using var client = site.Visitor();
        using var locked = await TestSite.PostLoginAsync(client, "side.leader", DemoAccounts.Password);
        Assert.Contains("已锁定到", await TestSite.TextAsync(locked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_account_is_told_so_only_with_its_password()
    {
        await site.AddUserAsync("gone.leader", Roles.Leader, StagingSite.Hanji);
        await site.AsAsync(UserIdentity.System, services => services.GetRequiredService<UserAccounts>().DisableAsync("gone.leader", default));
        Assert.Equal("账号或密码不对。请重新输入，还可以再试 4 次。", (await MessagesAsync("gone.leader", 1))[0]);
        using var client = site.Visitor();
        using var refused = await TestSite.PostLoginAsync(client, "gone.leader", DemoAccounts.Password);
        Assert.Contains(LoginRules.Disabled, await TestSite.TextAsync(refused), StringComparison.Ordinal);
        using var page = await client.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_Chinese()
    {
        using var client = site.Visitor();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "login", ["Input.User"] = "x", ["Input.Password"] = "y" });
        using var answer = await client.PostAsync("/login", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请返回上一页，重新打开后再试。", await TestSite.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logout_needs_its_token_and_ends_the_login()
    {
        await site.AddUserAsync("out.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await site.LoggedInAsync("out.leader");
        using var empty = new FormUrlEncodedContent([]);
        using var forged = await client.PostAsync("/logout", empty);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var still = await client.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);

        using var left = await PostLogoutAsync(client);
        Assert.Equal("/login", left.Headers.Location?.OriginalString);
        using var page = await client.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
    }

    [Fact]
    public async Task A_script_without_login_gets_a_status_instead_of_a_page()
    {
        using var client = site.Visitor();
        client.DefaultRequestHeaders.Accept.Clear();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "empty");
        using var answer = await client.GetAsync("/_blazor");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var alive = await client.PostAsync(SecurityEndpoints.AlivePath, null);
        Assert.Equal(HttpStatusCode.Unauthorized, alive.StatusCode);
    }

    private static string WithoutTime(string message) => Regex.Replace(message, "[0-9]{2}:[0-9]{2}", "HH:mm");

    private static async Task<HttpResponseMessage> PostLogoutAsync(HttpClient client)
    {
        var token = TestSite.TokenOf(await client.GetStringAsync("/account/password"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        return await client.PostAsync("/logout", form);
    }

    private async Task<List<string>> MessagesAsync(string user, int tries)
    {
        using var client = site.Visitor();
        var messages = new List<string>();
        for (var i = 0; i < tries; i++)
        {
            using var answer = await TestSite.PostLoginAsync(client, user, Wrong);
            messages.Add(Regex.Match(await TestSite.TextAsync(answer), "账号或密码[^<]+。").Value);
        }

        return messages;
    }
}
