using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Security;

/// <summary>Adds to Identity's own claims what the product needs to know of a user at each request.</summary>
public sealed class UserClaimsFactory(
    UserManager<AppUser> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options, IServiceScopeFactory scopes, IEnumerable<HelperHouseholds> helpers, Clock clock)
    : UserClaimsPrincipalFactory<AppUser, IdentityRole<long>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(UserClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(UserClaims.Office, user.Office));
        foreach (var key in user.ScopeKeys()) identity.AddClaim(new Claim(UserClaims.Region, key.ToString(CultureInfo.InvariantCulture)));
        if (user.MustChangePassword) identity.AddClaim(new Claim(UserClaims.MustChangePassword, user.PasswordChangedAt is null ? UserClaims.OneTime : UserClaims.Expired));
        if (identity.HasClaim(identity.RoleClaimType, Roles.Helper)) identity.AddClaim(new Claim(UserClaims.Households, await HouseholdsOfAsync(user.UserName!)));
        return identity;
    }

    /// <summary>The households of today; made anew whenever the claims are, so a hand-over takes effect within a minute.</summary>
    private async Task<string> HouseholdsOfAsync(string account)
    {
        if (helpers.FirstOrDefault() is not { } known) return "";
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return AppUser.JoinKeys(await known(db, account, clock.Today).ToListAsync());
    }
}
