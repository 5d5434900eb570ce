namespace PovertyDashboard.Security.Accounts;

/// <summary>The words under which acts on accounts stand in the audit trail.</summary>
public static class AccountAudit
{
    public const string Subject = "账号";
    public const string Login = "登录";
    public const string Logout = "退出";
    public const string FailedLogin = "登录失败";
    public const string PasswordChange = "改密";
    public const string FailedPasswordChange = "改密失败";
    public const string Create = "新增账号";
    public const string Rights = "改权限";
    public const string Reset = "重置密码";
    public const string Disable = "停用账号";
    public const string Enable = "启用账号";
}
