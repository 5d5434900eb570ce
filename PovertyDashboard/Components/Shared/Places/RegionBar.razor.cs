using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Places;

/// <summary>The region picker on the app bar (顶栏地区): the places of the user's scope; the choice stands in the page's address.</summary>
public sealed partial class RegionBar(RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed, NavigationManager navigation) : ComponentBase, IDisposable
{
    private IReadOnlyList<RegionChoice> choices = [];
    private RegionTree? shown;
    private IDisposable? subscription;
    private long? home;

    public void Dispose()
    {
        navigation.LocationChanged -= OnLocationChanged;
        subscription?.Dispose();
    }

    protected override void OnInitialized()
    {
        Read();
        navigation.LocationChanged += OnLocationChanged;
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(_ => regions.Tree == shown ? Task.CompletedTask : InvokeAsync(ReadAgain));
    }

    private void ReadAgain()
    {
        Read();
        StateHasChanged();
    }

    private void Read()
    {
        var (tree, scope) = (shown = regions.Tree, user.Identity.Scope);
        choices = [.. scope.NodesIn(tree, clock.Today).Select(n => new RegionChoice(n.Key, scope.NameOf(n.Key, tree), (int)n.Level, RegionKey.ParentOf(n.Key), IsPart: !scope.Contains(n.Key)))];
        home = scope.HomeIn(tree);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    private void Go(long region) => navigation.NavigateTo(PlaceAddress.With(navigation.Uri, region == home ? null : region));
}
