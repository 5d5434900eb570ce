namespace PovertyDashboard.Security.Accounts;

/// <summary>One demo account as the login page shows it.</summary>
/// <param name="What">What it may do, in a few words.</param>
public sealed record DemoLogin(string UserName, string DisplayName, string Office, string Role, string Region, string What);

/// <summary>The accounts of the demo store (演示账号): only in Development, never in Production.</summary>
public static class DemoAccounts
{
    /// <summary>Shown on the login page in Development.</summary>
    public const string Password = "Dayang-Demo-2020";

    public static readonly IReadOnlyList<DemoLogin> All =
    [
        new("demo.leader", "示例领导", "韩集镇政府", Roles.Leader, "371590115000", "韩集镇，只读"),
        new("demo.city", "示例市领导", "聊城市政府", Roles.Leader, "371500000000", "聊城市，只读"),
        new("demo.office", "示例办公室", "聊城市扶贫办", Roles.Staff, "371500000000", "聊城市，可改"),
        new("demo.zhangzhai", "示例张寨", "张寨镇扶贫办", Roles.Staff, "371522116000", "张寨镇，可改"),
        new("demo.inspector", "示例检查", "韩集镇扶贫办", Roles.Inspector, "371590115000", "韩集镇，可检查"),
        // The unit that closes what 上级督查, 巡察, 审计 and 纪委 have found in any town.
        new("demo.audit", "示例督查", "聊城市督查组", Roles.Inspector, "371500000000", "聊城市，可核验"),
        new("demo.clinic", "示例卫生院", "韩集镇卫生院", Roles.Clinic, "371590115000", "韩集镇，义诊"),
        new("demo.helper", "示例帮扶", "韩集镇政府", Roles.Helper, "371590115000", "韩集镇，自己包的户"),
        new("demo.cadre", "示例村干部", "大杨新村村委会", Roles.Cadre, "371590115299", "大杨新村"),
        new("demo.auditor", "示例审计", "北城街道审计组", Roles.Auditor, "371591008000", "北城街道，入户审计"),
        new("demo.discipline", "示例纪检", "韩集镇纪委", Roles.Discipline, "371590115000", "韩集镇，督查和线索"),
        new("demo.admin", "示例管理员", "聊城市扶贫办", Roles.Administrator, "", "账号和设置"),
    ];
}
