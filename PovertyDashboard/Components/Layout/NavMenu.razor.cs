using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Layout;

/// <summary>The main menu (主菜单): the entries that rooms registered and the user may open, in seven groups.</summary>
public sealed partial class NavMenu(IEnumerable<NavItem> items, CurrentUser user, NavigationManager navigation) : ComponentBase, IDisposable
{
    private IReadOnlyList<IGrouping<NavGroup, NavItem>> groups = [];
    private NavItem? current;

    public void Dispose() => navigation.LocationChanged -= LocationChanged;

    protected override void OnInitialized()
    {
        groups = [.. items.Where(i => user.Identity.May(i.Needs)).OrderBy(i => i.Group).ThenBy(i => i.Order).GroupBy(i => i.Group)];
        current = Find();
        navigation.LocationChanged += LocationChanged;
    }

    private bool IsCurrent(NavItem item) => item == current;

    private void LocationChanged(object? sender, LocationChangedEventArgs e)
    {
        current = Find();
        _ = InvokeAsync(StateHasChanged);
    }

    /// <summary>The entry whose address is the longest beginning of the page's, so that a page below another lights one entry only.</summary>
    private NavItem? Find()
    {
        var path = "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0].TrimEnd('/');
        return groups.SelectMany(g => g).Where(i => Contains(i.Href, path)).MaxBy(i => i.Href.Length);
    }

    private static bool Contains(string href, string path) =>
        href == "/" ? path == "/" : path == href || path.StartsWith(href + "/", StringComparison.Ordinal);
}
