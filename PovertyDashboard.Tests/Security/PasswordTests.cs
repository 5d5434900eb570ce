using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Security.Login;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

public sealed class PasswordTests(StagingSite site) : IClassFixture<StagingSite>
{
    private const string Fresh = "Fresh-Apple-77";
    private const string Page = SignedInUser.PasswordPath;

    [Theory]
    [InlineData("Short-1", "只有 7 个字符")]
    [InlineData("onlylowercase", "字符种类太少")]
    [InlineData("lower123456789", "字符种类太少")]
    [InlineData("Hanji.Wang-2020", "含有账号名")]
    [InlineData("My-Password-9", "含有常见密码")]
    [InlineData("Xy-123456-zz", "含有常见密码")]
    public void A_weak_password_is_refused_with_its_reason(string password, string reason) =>
        Assert.Contains(reason, PasswordRules.Fault(password, "hanji.wang"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Green-Tea-2020")]
    [InlineData("茶叶green-2020")]
    public void A_good_password_is_accepted(string password) => Assert.Null(PasswordRules.Fault(password, "hanji.wang"));

    [Fact]
    public void One_time_passwords_keep_the_rules_and_differ()
    {
        var made = Enumerable.Range(0, 200).Select(_ => OneTimePassword.New()).ToList();
        Assert.All(made, p => Assert.Null(PasswordRules.Fault(p, "")));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public async Task A_changed_password_replaces_the_old_one_and_ends_other_logins()
    {
        await site.AddUserAsync("change.leader", Roles.Leader, StagingSite.Hanji);
        using var here = await site.LoggedInAsync("change.leader");
        using var elsewhere = await site.LoggedInAsync("change.leader");
        using var answer = await ChangeAsync(here, DemoAccounts.Password, Fresh);
        Assert.Contains("密码已修改。", await TestSite.TextAsync(answer), StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(elsewhere));
        using var visitor = site.Visitor();
        using var old = await TestSite.PostLoginAsync(visitor, "change.leader", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        (await site.LoggedInAsync("change.leader", Fresh)).Dispose();
        var actions = await site.InStoreAsync(UserIdentity.System, db => db.Audit.Where(a => a.User == "change.leader").Select(a => a.Action).ToListAsync());
        Assert.Contains(AccountAudit.PasswordChange, actions);
    }

    [Fact]
    public async Task Wrong_old_unequal_unchanged_and_weak_passwords_are_refused_in_Chinese()
    {
        await site.AddUserAsync("keep.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await site.LoggedInAsync("keep.leader");
        Assert.Contains("原密码：不对。请重新输入，还可以再试 4 次。", await TextAsync(client, "Wrong-Old-77", Fresh), StringComparison.Ordinal);
        Assert.Contains("与新密码不一样", await TextAsync(client, DemoAccounts.Password, Fresh, Fresh + "x"), StringComparison.Ordinal);
        Assert.Contains("与原密码相同", await TextAsync(client, DemoAccounts.Password, DemoAccounts.Password), StringComparison.Ordinal);
        Assert.Contains("字符种类太少", await TextAsync(client, DemoAccounts.Password, "onlylowercase"), StringComparison.Ordinal);
        Assert.Contains("重复的字符太多", await TextAsync(client, DemoAccounts.Password, "Aa1Aa1Aa1Aa1"), StringComparison.Ordinal);
        (await site.LoggedInAsync("keep.leader")).Dispose();
    }

    [Fact]
    public async Task A_one_time_password_opens_nothing_but_the_change_of_password()
    {
        var outcome = await site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>()
            .CreateAsync(new NewAccount("new.leader", "新同志", "韩集镇", [Roles.Leader], [StagingSite.Hanji]), default));
        using var client = site.Visitor();
        using var login = await TestSite.PostLoginAsync(client, "new.leader", outcome.OneTimePassword!, "/imports");
        Assert.Equal(Page, login.Headers.Location?.AbsolutePath);

        using var other = await client.GetAsync("/imports");
        Assert.Equal((HttpStatusCode.Found, Page), (other.StatusCode, other.Headers.Location?.OriginalString));
        using var circuit = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, circuit.StatusCode);

        using var changed = await ChangeAsync(client, outcome.OneTimePassword!, Fresh);
        Assert.Equal("/", changed.Headers.Location?.AbsolutePath);
        using var free = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
        using var again = await TestSite.PostLoginAsync(site.Visitor(), "new.leader", outcome.OneTimePassword!);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string old, string fresh, string? again = null) =>
        TestSite.PostFormAsync(client, Page, "password", new() { ["Input.Old"] = old, ["Input.New"] = fresh, ["Input.Again"] = again ?? fresh });

    private static async Task<string> TextAsync(HttpClient client, string old, string fresh, string? again = null)
    {
        using var answer = await ChangeAsync(client, old, fresh, again);
        return await TestSite.TextAsync(answer);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Page);
        return answer.StatusCode;
    }
}
