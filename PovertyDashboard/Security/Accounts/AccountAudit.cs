namespace PovertyDashboard.Security.Accounts;

/// <summary>How acts on accounts stand in the audit trail.</summary>
public static class AccountAudit
{
    public const string Subject = "账号";

    public static IReadOnlyDictionary<string, object?[]> Name(AppUser user) => Change("账号", null, user.UserName);

    public static IReadOnlyDictionary<string, object?[]> Change(string what, object? old, object? now) => new Dictionary<string, object?[]> { [what] = [old, now] };
}
