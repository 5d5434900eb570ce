using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Security.Login;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>How long a login lasts, in requests and in open pages.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Page = "/account/password";
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);
    private readonly StagingSite _site = new();

    public async Task InitializeAsync() => await _site.AddUserAsync("one.leader", Roles.Leader, StagingSite.Hanji);

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_login_in_use_lasts_and_an_idle_one_ends_after_thirty_minutes()
    {
        using var client = await _site.LoggedInAsync("one.leader");
        for (var i = 0; i < 3; i++)
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(14));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
            _site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync(SecurityEndpoints.AlivePath, null)).StatusCode);
        }

        _site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client));
    }

    [Fact]
    public async Task A_page_left_open_that_reconnects_by_itself_does_not_count_as_use()
    {
        using var client = await _site.LoggedInAsync("one.leader");
        for (var i = 0; i < 4; i++)
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(8));
            using var reconnect = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        }

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client));
    }

    [Fact]
    public async Task A_changed_security_stamp_ends_the_login_within_a_minute()
    {
        using var client = await _site.LoggedInAsync("one.leader");
        await _site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>().SetRegionsAsync("one.leader", [StagingSite.Xuying], default));
        _site.Clock.Advance(OneMinute);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client));
    }

    [Fact]
    public async Task A_disabled_user_is_signed_out_within_a_minute()
    {
        using var client = await _site.LoggedInAsync("one.leader");
        await _site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>().DisableAsync("one.leader", default));
        _site.Clock.Advance(OneMinute);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client));
    }

    [Fact]
    public async Task The_claims_survive_the_check_of_the_stamp()
    {
        using var client = await _site.LoggedInAsync("one.leader");
        for (var i = 0; i < 5; i++)
        {
            _site.Clock.Advance(OneMinute);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        }
    }

    [Fact]
    public async Task An_open_page_may_stay_until_its_account_changes_is_disabled_or_goes_idle()
    {
        var stays = await PrincipalAsync();
        Assert.True(await MayStayAsync(stays));

        _site.Clock.Advance(LoginRules.IdleTime);
        Assert.False(await MayStayAsync(stays));

        var fresh = await PrincipalAsync();
        Assert.True(await MayStayAsync(fresh));
        await _site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>().DisableAsync("one.leader", default));
        Assert.False(await MayStayAsync(fresh));
        await _site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>().EnableAsync("one.leader", default));
        Assert.False(await MayStayAsync(fresh));
        Assert.True(await MayStayAsync(await PrincipalAsync()));
    }


    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Page);
        return answer.StatusCode;
    }

    private Task<ClaimsPrincipal> PrincipalAsync() => _site.AsAsync(UserIdentity.System, async services =>
    {
        var users = services.GetRequiredService<UserManager<AppUser>>();
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync((await users.FindByNameAsync("one.leader"))!);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(UserClaims.Session, Guid.NewGuid().ToString("N")));
        return principal;
    });

    private Task<bool> MayStayAsync(ClaimsPrincipal principal) => _site.AsAsync(UserIdentity.Nobody, async services =>
    {
        using var circuit = ActivatorUtilities.CreateInstance<CircuitAuthentication>(services);
        return await circuit.MayStayAsync(principal);
    });
}
