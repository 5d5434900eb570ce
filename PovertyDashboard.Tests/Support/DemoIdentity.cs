using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Support;

/// <summary>Who a demo account is once it has logged in: its claims, a helper's own households included.</summary>
internal static class DemoIdentity
{
    public static Task<UserIdentity> OfAsync(TestSite site, string account) => site.AsAsync(UserIdentity.System, async services =>
    {
        var user = await services.GetRequiredService<UserManager<AppUser>>().FindByNameAsync(account);
        return (await services.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync(user!)).ToIdentity();
    });
}
