using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Layout;

/// <summary>The groups of the main menu in task order (菜单分组).</summary>
public enum NavGroup
{
    Overview,
    Targets,
    PostsAndHealth,
    VillageAndRectification,
    IndustryAndIncome,
    Supervision,
    Tools,
}

/// <summary>One entry of the main menu (菜单项); a room registers it only together with its page.</summary>
/// <param name="Group">The group it stands in.</param>
/// <param name="Title">Its words.</param>
/// <param name="Icon">One of MudBlazor's outlined Material icons.</param>
/// <param name="Href">The page's address, beginning with a slash.</param>
/// <param name="Order">Its place in the group.</param>
/// <param name="Count">A component that shows a <see cref="NavCount"/> of what is late (逾期) or waits (待办), or none.</param>
/// <param name="Needs">The right that a user must have to see it.</param>
public sealed record NavItem(NavGroup Group, string Title, string Icon, string Href, int Order, Type? Count = null, Act Needs = Act.Read);

/// <summary>Where on the app bar a part stands (顶栏位置).</summary>
public enum AppBarSlot
{
    /// <summary>The region picker, beside the name.</summary>
    Region,

    /// <summary>The search, right of the middle.</summary>
    Search,

    /// <summary>Icon buttons such as notices and help, before the user menu.</summary>
    Actions,
}

/// <summary>A component that a room puts on the app bar (顶栏部件).</summary>
/// <param name="Slot">Its place.</param>
/// <param name="Component">The component's type; it takes no parameters.</param>
/// <param name="Order">Its order within the place.</param>
public sealed record AppBarPart(AppBarSlot Slot, Type Component, int Order = 0);

/// <summary>The Chinese names of the menu's groups; the first stands without a heading.</summary>
public static class NavGroups
{
    public static string? Title(this NavGroup group) => group switch
    {
        NavGroup.Overview => null,
        NavGroup.Targets => "帮扶对象",
        NavGroup.PostsAndHealth => "岗位与健康",
        NavGroup.VillageAndRectification => "村容与整改",
        NavGroup.IndustryAndIncome => "产业与收入",
        NavGroup.Supervision => "监督",
        NavGroup.Tools => "工具",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
    };
}
