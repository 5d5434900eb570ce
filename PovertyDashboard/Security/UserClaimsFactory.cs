using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PovertyDashboard.Security;

/// <summary>Adds to Identity's own claims what the product needs to know of a user at each request.</summary>
public sealed class UserClaimsFactory(UserManager<AppUser> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser, IdentityRole<long>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(UserClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(UserClaims.Office, user.Office));
        foreach (var key in user.ScopeKeys()) identity.AddClaim(new Claim(UserClaims.Region, key.ToString(CultureInfo.InvariantCulture)));
        if (user.MustChangePassword) identity.AddClaim(new Claim(UserClaims.MustChangePassword, user.PasswordChangedAt is null ? UserClaims.OneTime : UserClaims.Expired));
        return identity;
    }
}
