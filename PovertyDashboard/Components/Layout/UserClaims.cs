namespace PovertyDashboard.Components.Layout;

/// <summary>The claims that the user menu shows (用户声明); the sign-in adds them.</summary>
public static class UserClaims
{
    /// <summary>The name shown to people (姓名).</summary>
    public const string DisplayName = "display_name";

    /// <summary>The office or role shown below it (单位), such as 镇扶贫办.</summary>
    public const string Office = "office";
}
