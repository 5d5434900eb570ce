namespace PovertyDashboard.Security.Login;

/// <summary>The fields of the login form.</summary>
public sealed class LoginInput
{
    public string? User { get; set; }

    public string? Password { get; set; }
}
