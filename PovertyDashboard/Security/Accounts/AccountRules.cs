using PovertyDashboard.Regions;

namespace PovertyDashboard.Security.Accounts;

/// <summary>What an account must satisfy (账号规则); each answer is a sentence, or null when it is right.</summary>
public static class AccountRules
{
    public const int MaxUserName = 32, MaxDisplayName = 20, MaxOffice = 40;

    private const int MinUserName = 3;

    public static string? NameFault(string userName, string displayName, string office)
    {
        if (userName.Length is < MinUserName or > MaxUserName) return $"账号：“{userName}”的长度不对。请用 {MinUserName} 到 {MaxUserName} 个字符，例如 hanji.wang。";
        if (displayName.Length is 0 or > MaxDisplayName) return $"姓名：没有填写或太长。请填写，不超过 {MaxDisplayName} 个字。";
        return office.Length > MaxOffice ? $"单位：太长。请不超过 {MaxOffice} 个字。" : null;
    }

    /// <summary>
    /// Whoever gives rights gives none to himself: an administrator has no other role (GB/T 22239-2019, separation of rights)
    /// and no places; everybody else has both.
    /// </summary>
    public static string? RightsFault(IReadOnlyList<string> roles, IReadOnlyList<long> regions, RegionTree tree)
    {
        if (roles.Count == 0) return "角色：没有选择。请至少选一个角色。";
        if (roles.FirstOrDefault(r => !Roles.Titles.ContainsKey(r)) is { } unknown) return $"角色：没有“{unknown}”。请从 {string.Join("、", Roles.Titles.Keys)} 中选。";
        foreach (var key in regions)
            if (tree.Find(key) is null) return $"地区：没有“{key}”。请填写已有的地区键，例如 371590115000。";
        if (roles.Contains(Roles.Administrator))
        {
            if (roles.Distinct().Count() > 1) return "角色：系统管理员不能同时有业务角色。请另建一个账号。";
            return regions.Count > 0 ? "地区：系统管理员不看业务数据，不需要地区。请去掉地区。" : null;
        }

        return regions.Count == 0 ? "地区：没有选择。请至少选一个管辖地区。" : null;
    }
}
