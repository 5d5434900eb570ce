namespace PovertyDashboard.Security;

/// <summary>The roles of the office (角色).</summary>
public static class Roles
{
    public const string Leader = "leader";
    public const string Staff = "staff";
    public const string Inspector = "inspector";
    public const string Clinic = "clinic";
    public const string Administrator = "administrator";

    /// <summary>帮扶责任人: his own households alone.</summary>
    public const string Helper = "helper";

    /// <summary>村干部: his own village.</summary>
    public const string Cadre = "cadre";

    /// <summary>审计组: audits labour and material in the homes; inspectors (检查人员) only close what others found.</summary>
    public const string Auditor = "auditor";

    /// <summary>纪检: special inspections, and the clues that nobody else meets (ADR 0020).</summary>
    public const string Discipline = "discipline";

    /// <summary>Those who inspect on behalf of the upper side (检查方).</summary>
    public static bool IsInspecting(UserIdentity user) => user.IsIn(Inspector) || user.IsIn(Discipline);

    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>
    {
        [Leader] = "领导",
        [Staff] = "扶贫办",
        [Inspector] = "检查人员",
        [Clinic] = "卫生院",
        [Helper] = "帮扶责任人",
        [Cadre] = "村干部",
        [Auditor] = "审计组",
        [Discipline] = "纪检",
        [Administrator] = "系统管理员",
    };
}

/// <summary>Who acts: a person, the command line or the system itself.</summary>
/// <param name="Name">Account name, written to rows and the audit trail.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="RoleNames">Role keys of <see cref="Roles"/>.</param>
/// <param name="Scope">The places the user may see and change.</param>
/// <param name="IsSystem">True for the system and for verbs: every right over the whole store.</param>
public sealed record UserIdentity(string Name, string DisplayName, IReadOnlyList<string> RoleNames, RegionScope Scope, bool IsSystem = false)
{
    public static readonly UserIdentity Nobody = new("", "未登录", [], RegionScope.Nothing);

    public static readonly UserIdentity System = new("系统", "系统", [], RegionScope.Everything, IsSystem: true);

    /// <summary>The unit the person works for (单位); empty where the account names none.</summary>
    public string Office { get; init; } = "";

    /// <summary>Whether nothing but the role of a helper lets him read: then he meets his own households alone.</summary>
    public bool IsHelperOnly => IsIn(Roles.Helper) && !(this with { RoleNames = [.. RoleNames.Where(r => r != Roles.Helper)] }).May(Act.Read);

    public bool IsIn(string role) => RoleNames.Contains(role);

    /// <summary>The audited identity of a verb: the account of the operating system that runs it.</summary>
    public static UserIdentity CommandLine(string osUser) => new($"命令行:{osUser}", $"命令行:{osUser}", [], RegionScope.Everything, IsSystem: true);
}
