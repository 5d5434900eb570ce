namespace PovertyDashboard.Security.Login;

/// <summary>Where to go after a login: only to an address of this site.</summary>
public static class ReturnUrl
{
    public const string Home = "/";

    /// <summary>The address if it begins with one slash and holds no trick that a browser reads as another site, else the overview.</summary>
    public static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.StartsWith(SecurityEndpoints.LoginPath, StringComparison.OrdinalIgnoreCase) ? url : Home;
}
