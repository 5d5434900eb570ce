using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Administration.DataDictionary;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Administration;

/// <summary>One page of the administration (系统管理页).</summary>
/// <param name="What">What is done there, in a few words.</param>
public sealed record AdminLink(string Title, string Icon, string Href, string What);

/// <summary>The pages of the administration (系统管理): cards of its start page, and found by the search.</summary>
public static class AdminPages
{
    public static readonly IReadOnlyList<AdminLink> All =
    [
        new("账号", Icons.Material.Outlined.ManageAccounts, "/admin/users", "新建、权限、重置密码、停用"),
        new("区划", Icons.Material.Outlined.AccountTree, RegionsPage.Address, "添加村和乡镇、改名、启用和终止日期"),
        new("设置", Icons.Material.Outlined.Tune, "/admin/settings", "补贴、期限、标准线等，按生效日期"),
        new("代码表", Icons.Material.Outlined.ListAlt, "/admin/code-lists", "下拉选项、别名、顺序、停用"),
        new("数据字典", Icons.Material.Outlined.MenuBook, DictionaryPage.Address, "各台账的列、填写要求和指标，可导出"),
        new("审计", Icons.Material.Outlined.ManageSearch, "/admin/audit", "谁在什么时候做了什么，审计链是否完整"),
    ];

    /// <summary>Under these the search finds them; only the first two stand in the menu, which stays short.</summary>
    public static IEnumerable<NavItem> NavItems =>
    [
        new(NavGroup.Tools, "系统管理", Icons.Material.Outlined.Settings, AdminPage.Address, 80, Needs: Act.Administer),
        .. All.Select((page, at) => new NavItem(NavGroup.Tools, page.Title, page.Icon, page.Href, 81 + at, Needs: Act.Administer, InMenu: at == 0)),
    ];
}
