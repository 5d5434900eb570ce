using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>The accounts that a store begins with.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task Production_begins_with_one_administrator_whose_password_is_told_once()
    {
        await using var first = new TestSite { EnvironmentName = Environments.Production, DeletesFolder = false, LogLevel = "Information" };
        using var client = first.Visitor();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/login"));
        Assert.DoesNotContain("demo.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoAccounts.Password, page, StringComparison.Ordinal);
        var users = await first.InStoreAsync(UserIdentity.System, db => db.Users.ToListAsync());
        Assert.Equal(FirstAccounts.AdministratorName, Assert.Single(users).UserName);

        var line = Assert.Single(first.Notice.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var password = Regex.Match(line, "一次性密码 ([A-Za-z0-9-]+)，").Groups[1].Value;
        Assert.DoesNotContain(password, first.Log.Text, StringComparison.Ordinal);
        using var login = await TestSite.PostLoginAsync(client, FirstAccounts.AdministratorName, password);
        Assert.Equal("/account/password", login.Headers.Location?.AbsolutePath);

        await using var second = new TestSite { EnvironmentName = Environments.Production, Folder = first.Folder };
        (await second.Visitor().GetAsync("/login")).Dispose();
        Assert.Equal("", second.Notice.ToString());
    }

    [Fact]
    public async Task Development_shows_its_demo_accounts_and_Production_shuts_them()
    {
        await using var development = new TestSite { DeletesFolder = false };
        var page = WebUtility.HtmlDecode(await development.Visitor().GetStringAsync("/login"));
        Assert.All(DemoAccounts.All, demo => Assert.Contains(demo.UserName, page, StringComparison.Ordinal));
        foreach (var demo in DemoAccounts.All) (await development.LoggedInAsync(demo.UserName)).Dispose();
        Assert.Equal("", development.Notice.ToString());

        await using var production = new TestSite { EnvironmentName = Environments.Production, Folder = development.Folder };
        using var client = production.Visitor();
        foreach (var demo in DemoAccounts.All)
        {
            using var refused = await TestSite.PostLoginAsync(client, demo.UserName, DemoAccounts.Password);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.Contains(FirstAccounts.AdministratorName, production.Notice.ToString(), StringComparison.Ordinal);
    }
}
