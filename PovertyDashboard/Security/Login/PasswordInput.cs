namespace PovertyDashboard.Security.Login;

/// <summary>The fields of the form that changes a password.</summary>
public sealed class PasswordInput
{
    public string? Old { get; set; }

    public string? New { get; set; }

    public string? Again { get; set; }
}
