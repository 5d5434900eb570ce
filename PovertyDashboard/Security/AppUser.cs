using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace PovertyDashboard.Security;

/// <summary>An account (账号) with the places its user may see.</summary>
public sealed class AppUser : IdentityUser<long>
{
    /// <summary>Name shown to people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The unit the person works for (单位).</summary>
    public string Office { get; set; } = "";

    /// <summary>Keys of the subtrees of the user's scope, joined by commas.</summary>
    public string Regions { get; set; } = "";

    /// <summary>Set by an administrator's reset and the one-time password: the next login must choose a new password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>UTC instant of the last change by the user himself; none while he has a one-time password.</summary>
    public DateTime? PasswordChangedAt { get; set; }

    public bool IsDisabled { get; set; }

    public static string JoinKeys(IEnumerable<long> keys) => string.Join(',', keys.Distinct().Order());

    /// <summary>The single keys of <see cref="Regions"/>.</summary>
    public IReadOnlyList<long> ScopeKeys() =>
        [.. Regions.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => long.Parse(k, NumberStyles.None, CultureInfo.InvariantCulture))];
}
