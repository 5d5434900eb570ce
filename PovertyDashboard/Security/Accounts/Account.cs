namespace PovertyDashboard.Security.Accounts;

/// <summary>An account as the list of accounts shows it (账号).</summary>
/// <param name="LockedUntil">UTC end of a lock after failed logins, if it is still locked.</param>
/// <param name="LastLogin">UTC instant of the last login, from the audit trail.</param>
public sealed record Account(
    string UserName, string DisplayName, string Office, IReadOnlyList<string> Roles, IReadOnlyList<long> Regions,
    bool IsDisabled, bool MustChangePassword, DateTime? LockedUntil, DateTime? LastLogin);

/// <summary>What an administrator asks for a new account (新建账号).</summary>
public sealed record NewAccount(string UserName, string DisplayName, string Office, IReadOnlyList<string> Roles, IReadOnlyList<long> Regions);

/// <summary>What came of a change to an account, as a sentence for whoever asked.</summary>
/// <param name="Done">False when it was refused; then nothing was changed.</param>
/// <param name="OneTimePassword">To be told to the user; shown this once.</param>
public sealed record AccountOutcome(bool Done, string Message, string? OneTimePassword = null)
{
    public static AccountOutcome Refused(string reason) => new(false, reason);
}
