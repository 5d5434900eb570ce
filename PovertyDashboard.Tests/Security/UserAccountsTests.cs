using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

public sealed class UserAccountsTests(StagingSite site) : IClassFixture<StagingSite>
{
    private static readonly UserIdentity Administrator = new("test.admin", "测试管理员", [Roles.Administrator], RegionScope.Nothing);

    [Fact]
    public async Task A_new_account_has_its_roles_regions_and_a_one_time_password()
    {
        var outcome = await RunAsync(a => a.CreateAsync(New("made.wang"), default));
        Assert.True(outcome.Done, outcome.Message);
        var account = await FindAsync("made.wang");
        Assert.Equal(("王同志", "韩集镇扶贫办", true, false), (account.DisplayName, account.Office, account.MustChangePassword, account.IsDisabled));
        Assert.Equal([Roles.Inspector, Roles.Staff], account.Roles);
        Assert.Equal([StagingSite.Xuying, StagingSite.Hanji], account.Regions);
        Assert.Null(account.LastLogin);
        (await site.LoggedInAsync("made.wang", outcome.OneTimePassword!)).Dispose();
        Assert.NotNull((await FindAsync("made.wang")).LastLogin);
    }

    [Theory]
    [InlineData("ab", "王同志", "staff", 371590115000, "长度不对")]
    [InlineData("王同志甲", "王同志", "staff", 371590115000, "请用字母、数字")]
    [InlineData("bad.name", "", "staff", 371590115000, "姓名：没有填写")]
    [InlineData("bad.role", "王同志", "boss", 371590115000, "角色：没有“boss”")]
    [InlineData("bad.place", "王同志", "staff", 123, "地区：没有“123”")]
    [InlineData("bad.empty", "王同志", "staff", 0, "地区：没有选择")]
    [InlineData("bad.admin", "王同志", "administrator", 371590115000, "系统管理员不看业务数据")]
    [InlineData("bad.both", "王同志", "administrator,staff", 371590115000, "不能同时有业务角色")]
    public async Task A_wrong_account_is_refused_with_its_reason(string userName, string name, string roles, long region, string reason)
    {
        var outcome = await RunAsync(a => a.CreateAsync(new NewAccount(userName, name, "", roles.Split(','), region == 0 ? [] : [region]), default));
        Assert.False(outcome.Done);
        Assert.Null(outcome.OneTimePassword);
        Assert.Contains(reason, outcome.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await ListAsync(), a => a.UserName == userName);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await RunAsync(a => a.CreateAsync(New("twice.wang"), default));
        var outcome = await RunAsync(a => a.CreateAsync(New("TWICE.wang"), default));
        Assert.Equal((false, "账号：“TWICE.wang”已经有了。请换一个。"), (outcome.Done, outcome.Message));
    }

    [Fact]
    public async Task Rights_are_replaced_and_checked_together()
    {
        await RunAsync(a => a.CreateAsync(New("rights.wang"), default));
        Assert.True((await RunAsync(a => a.SetRolesAsync("rights.wang", [Roles.Leader], default))).Done);
        Assert.True((await RunAsync(a => a.SetRegionsAsync("rights.wang", [StagingSite.Zhangzhai], default))).Done);
        var account = await FindAsync("rights.wang");
        Assert.Equal([Roles.Leader], account.Roles);
        Assert.Equal([StagingSite.Zhangzhai], account.Regions);

        Assert.True((await RunAsync(a => a.SetRolesAsync("rights.wang", [Roles.Administrator], default))).Done);
        Assert.Empty((await FindAsync("rights.wang")).Regions);
        Assert.Contains("地区：没有选择", (await RunAsync(a => a.SetRolesAsync("rights.wang", [Roles.Leader], default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_replaces_the_password_and_ends_a_lock()
    {
        await site.AddUserAsync("reset.wang", Roles.Staff, StagingSite.Hanji);
        using var client = site.Visitor();
        for (var i = 0; i < 5; i++) (await TestSite.PostLoginAsync(client, "reset.wang", "Not-The-Right-1")).Dispose();
        var outcome = await RunAsync(a => a.ResetAsync("reset.wang", default));
        (await site.LoggedInAsync("reset.wang", outcome.OneTimePassword!)).Dispose();
        Assert.True((await FindAsync("reset.wang")).MustChangePassword);
    }

    [Fact]
    public async Task Nobody_shuts_himself_out_and_one_administrator_remains()
    {
        await site.AddUserAsync(Administrator.Name, Roles.Administrator);
        Assert.Contains("不能停用自己", (await RunAsync(a => a.DisableAsync(Administrator.Name, default))).Message, StringComparison.Ordinal);
        Assert.Contains("不能停用自己", (await RunAsync(a => a.SetRightsAsync(Administrator.Name, [Roles.Staff], [StagingSite.Hanji], default))).Message, StringComparison.Ordinal);

        foreach (var other in (await ListAsync()).Where(a => a.Roles.Contains(Roles.Administrator) && a.UserName != Administrator.Name))
            Assert.True((await RunAsync(a => a.DisableAsync(other.UserName, default))).Done);
        var last = await site.AsAsync(UserIdentity.CommandLine("tester"), s => s.GetRequiredService<UserAccounts>().DisableAsync(Administrator.Name, default));
        Assert.Contains("唯一可用的系统管理员", last.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_is_audited_under_the_administrator_without_passwords()
    {
        var created = await RunAsync(a => a.CreateAsync(New("trace.wang"), default));
        var reset = await RunAsync(a => a.ResetAsync("trace.wang", default));
        await RunAsync(a => a.SetRegionsAsync("trace.wang", [StagingSite.Xuying], default));
        await RunAsync(a => a.DisableAsync("trace.wang", default));
        await RunAsync(a => a.EnableAsync("trace.wang", default));
        var entries = await site.InStoreAsync(UserIdentity.System, db => db.Audit.Where(a => a.Details.Contains("trace.wang")).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([AccountAudit.Create, AccountAudit.Reset, AccountAudit.Rights, AccountAudit.Disable, AccountAudit.Enable], entries.Select(e => e.Action));
        Assert.All(entries, e => Assert.Equal(Administrator.Name, e.User));
        Assert.DoesNotContain(entries, e => e.Details.Contains(created.OneTimePassword!, StringComparison.Ordinal) || e.Details.Contains(reset.OneTimePassword!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Roles.Leader)]
    [InlineData(Roles.Staff)]
    [InlineData(Roles.Inspector)]
    public async Task Only_an_administrator_may_keep_accounts(string role)
    {
        var user = new UserIdentity($"no.{role}", "测试", [role], RegionScope.Of([StagingSite.Hanji]));
        var outcome = await site.AsAsync(user, s => s.GetRequiredService<UserAccounts>().CreateAsync(New($"by.{role}"), default));
        Assert.Equal((false, "您的账号不能管理账号。"), (outcome.Done, outcome.Message));
        Assert.Empty(await site.AsAsync(user, s => s.GetRequiredService<UserAccounts>().ListAsync(default)));
    }

    private static NewAccount New(string userName) => new(userName, "王同志", "韩集镇扶贫办", [Roles.Staff, Roles.Inspector], [StagingSite.Hanji, StagingSite.Xuying]);

    private Task<AccountOutcome> RunAsync(Func<UserAccounts, Task<AccountOutcome>> act) => site.AsAsync(Administrator, s => act(s.GetRequiredService<UserAccounts>()));

    private Task<IReadOnlyList<Account>> ListAsync() => site.AsAsync(Administrator, s => s.GetRequiredService<UserAccounts>().ListAsync(default));

    private async Task<Account> FindAsync(string userName) => Assert.Single(await ListAsync(), a => a.UserName == userName);
}
