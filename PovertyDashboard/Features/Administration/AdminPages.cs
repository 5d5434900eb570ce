using MudBlazor;
using PovertyDashboard.Features.Administration.DataDictionary;
using PovertyDashboard.Features.Administration.Places;

namespace PovertyDashboard.Features.Administration;

/// <summary>One page of the administration (系统管理页).</summary>
/// <param name="What">What is done there, in a few words.</param>
public sealed record AdminLink(string Title, string Icon, string Href, string What);

/// <summary>The pages of the administration (系统管理) as cards of its start page.</summary>
public static class AdminPages
{
    public static readonly IReadOnlyList<AdminLink> All =
    [
        new("账号", Icons.Material.Outlined.ManageAccounts, AdministrationRoom.Users, "新建、权限、重置密码、停用"),
        new("区划", Icons.Material.Outlined.AccountTree, RegionsPage.Address, "添加村和乡镇、改名、启用和终止日期"),
        new("设置", Icons.Material.Outlined.Tune, "/admin/settings", "补贴、期限、标准线等，按生效日期"),
        new("代码表", Icons.Material.Outlined.ListAlt, "/admin/code-lists", "下拉选项、别名、顺序、停用"),
        new("数据字典", Icons.Material.Outlined.MenuBook, DictionaryPage.Address, "各台账的列、填写要求和指标，可导出"),
        new("审计", Icons.Material.Outlined.ManageSearch, "/admin/audit", "谁在什么时候做了什么，审计链是否完整"),
    ];
}
