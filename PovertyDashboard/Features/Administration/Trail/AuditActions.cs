using PovertyDashboard.Security.Accounts;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>The acts that the audit trail tells of (审计事项), to choose from.</summary>
public static class AuditActions
{
    public static readonly IReadOnlyList<string> All =
    [
        "新增", "修改", "删除", "恢复", "导出", "查看",
        AccountAudit.Login, AccountAudit.Logout, AccountAudit.FailedLogin, AccountAudit.PasswordChange, AccountAudit.FailedPasswordChange,
        AccountAudit.Create, AccountAudit.Rights, AccountAudit.Reset, AccountAudit.Disable, AccountAudit.Enable,
        "新增地区", "修改地区", "新增设置值", "新增代码", "修改代码", "停用代码", "启用代码", "调整代码顺序",
    ];
}
