using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The tree of places beside a ledger's table (地区树) with the rows of the selected measure at every node.</summary>
public sealed partial class LedgerPlaces(LedgerPageReader reader, RegionDirectory regions, NavigationManager navigation) : ComponentBase
{
    private IReadOnlyList<RegionChoice> places = [];
    private RowMeasure counted = default!;
    private LedgerPageData? shown;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    /// <summary>What the page shows; counted again when it has been read again.</summary>
    [Parameter, EditorRequired]
    public LedgerPageData Data { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        counted = reader.CountedBy(View.Ledger, View.Query);
        if (ReferenceEquals(shown, Data)) return;
        shown = Data;
        var found = new List<RegionChoice>();
        var scope = View.User.Scope;
        var home = scope.HomeIn(regions.Tree);
        foreach (var node in scope.NodesIn(regions.Tree, View.Today))
            found.Add(new RegionChoice(node.Key, scope.NameOf(node.Key, regions.Tree), (int)node.Level, RegionKey.ParentOf(node.Key), await reader.CountAsync(counted, node.Key == home ? null : node.Key, CancellationToken.None), IsPart: !scope.Contains(node.Key)));
        places = found;
    }

    private void Go(long region)
    {
        var home = reader.RegionOf(View.Query with { Region = null });
        navigation.NavigateTo(LedgerAddress.Page(View.Ledger, View.Query with { Region = region == home ? null : region, Cursor = "" }));
    }
}
