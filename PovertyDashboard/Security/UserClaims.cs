using System.Globalization;
using System.Security.Claims;

namespace PovertyDashboard.Security;

/// <summary>The claims of a signed-in user (用户声明), and the one place that makes a <see cref="UserIdentity"/> of them.</summary>
public static class UserClaims
{
    /// <summary>The name shown to people (姓名).</summary>
    public const string DisplayName = "display_name";

    /// <summary>The unit shown below it (单位), such as 镇扶贫办.</summary>
    public const string Office = "office";

    /// <summary>Key of one subtree of the user's scope; one claim for each.</summary>
    public const string Region = "region";

    /// <summary>Ids of the households that a helper answers for, joined by commas; without it he has none.</summary>
    public const string Households = "households";

    /// <summary>Present while the user must choose a new password before anything else; says why.</summary>
    public const string MustChangePassword = "must_change_password";

    /// <summary>Why a new password is due: the present one is for one login, or has grown too old.</summary>
    public const string OneTime = "one_time", Expired = "expired";

    /// <summary>Names one sign-in on one device, so that idleness is counted for it alone.</summary>
    public const string Session = "session";

    /// <summary>
    /// Who acts. Nobody without a login or while a new password is due; without the right to read, the scope is empty
    /// whatever regions the account has, so that an administrator never meets a household.
    /// </summary>
    public static UserIdentity ToIdentity(this ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, Name: { Length: > 0 } name }) return UserIdentity.Nobody;
        if (principal.HasClaim(c => c.Type == MustChangePassword)) return UserIdentity.Nobody;
        var roles = principal.FindAll(ClaimTypes.Role).Select(c => c.Value).ToArray();
        var user = new UserIdentity(name, principal.FindFirstValue(DisplayName) ?? name, roles, RegionScope.Nothing) { Office = principal.FindFirstValue(Office) ?? "" };
        if (!user.May(Act.Read)) return user;
        var scope = RegionScope.Of(RegionKeys(principal));
        return user with { Scope = user.IsHelperOnly ? scope.Only(HouseholdIds(principal)) : scope };
    }

    private static IEnumerable<long> HouseholdIds(ClaimsPrincipal principal) =>
        (principal.FindFirstValue(Households) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture));

    private static IEnumerable<long> RegionKeys(ClaimsPrincipal principal) =>
        principal.FindAll(Region).Select(c => long.Parse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture));
}
