using Microsoft.AspNetCore.Identity;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Security.Accounts;

/// <summary>Where the one line with the administrator's one-time password goes: stdout of the site, stderr of a verb.</summary>
public sealed record FirstStartNotice(TextWriter Output);

/// <summary>The roles and accounts that a store begins with (初始账号).</summary>
public static class FirstAccounts
{
    public const string AdministratorName = "admin";

    public static void AddFirstAccounts(this IServiceCollection services, TextWriter notices)
    {
        services.AddSingleton(new FirstStartNotice(notices));
        services.AddSingleton(new SeedStep(10, "Roles", DemoOnly: false, AddRolesAsync));
        services.AddSingleton(new SeedStep(11, "Demo accounts", DemoOnly: true, AddDemoAsync));
        services.AddSingleton(new SeedStep(12, "Administrator", DemoOnly: false, AddAdministratorAsync));
    }

    private static async Task AddRolesAsync(IServiceProvider services, CancellationToken ct)
    {
        var roles = services.GetRequiredService<RoleManager<IdentityRole<long>>>();
        foreach (var name in Roles.Titles.Keys)
            if (!await roles.RoleExistsAsync(name)) AccountDesk.Demand(await roles.CreateAsync(new IdentityRole<long>(name)));
    }

    private static async Task AddDemoAsync(IServiceProvider services, CancellationToken ct)
    {
        var users = services.GetRequiredService<UserManager<AppUser>>();
        foreach (var demo in DemoAccounts.All)
        {
            if (await users.FindByNameAsync(demo.UserName) is not null) continue;
            var user = new AppUser { UserName = demo.UserName, DisplayName = demo.DisplayName, Office = demo.Office, Regions = demo.Region };
            await AddAsync(services, user, DemoAccounts.Password, demo.Role, ct);
        }
    }

    /// <summary>Outside Development: the demo accounts of a store that was made there are shut, and somebody can always log in.</summary>
    private static async Task AddAdministratorAsync(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment()) return;
        await ShutDemoAsync(services, ct);
        var users = services.GetRequiredService<UserManager<AppUser>>();
        var administrators = await users.GetUsersInRoleAsync(Roles.Administrator);
        if (administrators.Any(a => !a.IsDisabled) || await users.FindByNameAsync(AdministratorName) is not null) return;

        var password = OneTimePassword.New();
        var user = new AppUser { UserName = AdministratorName, DisplayName = "系统管理员", MustChangePassword = true };
        await AddAsync(services, user, password, Roles.Administrator, ct);
        await services.GetRequiredService<FirstStartNotice>().Output.WriteLineAsync($"系统管理员账号 {AdministratorName}，一次性密码 {password}，只显示这一次，首次登录须改密码。");
    }

    private static async Task ShutDemoAsync(IServiceProvider services, CancellationToken ct)
    {
        var desk = new AccountDesk(services, UserIdentity.System);
        foreach (var demo in DemoAccounts.All)
        {
            if (await desk.Users.FindByNameAsync(demo.UserName) is not { IsDisabled: false } user) continue;
            user.IsDisabled = true;
            AccountDesk.Demand(await desk.Users.UpdateSecurityStampAsync(user));
            await desk.WriteAsync(AccountAudit.Disable, user, ct);
        }
    }

    private static Task<int> AddAsync(IServiceProvider services, AppUser user, string password, string role, CancellationToken ct)
    {
        var desk = new AccountDesk(services, UserIdentity.System);
        return desk.Db.InTransactionAsync(
            async innerCt =>
            {
                AccountDesk.Demand(await desk.Users.CreateAsync(user, password));
                AccountDesk.Demand(await desk.Users.AddToRoleAsync(user, role));
                await desk.WriteAsync(AccountAudit.Create, user, innerCt);
                return 0;
            },
            ct);
    }
}
