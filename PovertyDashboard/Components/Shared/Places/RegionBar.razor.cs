using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Places;

/// <summary>The region picker on the app bar (顶栏地区): the places of the user's scope; the choice stands in the page's address.</summary>
public sealed partial class RegionBar(RegionDirectory regions, CurrentUser user, Clock clock, NavigationManager navigation) : ComponentBase, IDisposable
{
    private IReadOnlyList<RegionChoice> choices = [];
    private long? home;

    public void Dispose() => navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized()
    {
        var (tree, scope) = (regions.Tree, user.Identity.Scope);
        choices = [.. scope.NodesIn(tree, clock.Today).Select(n => new RegionChoice(n.Key, scope.NameOf(n.Key, tree), (int)n.Level, RegionKey.ParentOf(n.Key)))];
        home = scope.HomeIn(tree);
        navigation.LocationChanged += OnLocationChanged;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    private void Go(long region) => navigation.NavigateTo(PlaceAddress.With(navigation.Uri, region == home ? null : region));
}
