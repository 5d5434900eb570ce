using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The place that a row belongs to (所属地区), out of the user's scope: a list while it is short, else found by name.</summary>
public sealed partial class PlaceField(RegionDirectory regions, CurrentUser user, Clock clock) : ComponentBase
{
    private const int FewEnough = 80;
    private const int Most = 12;
    private IReadOnlyList<RegionNode> candidates = [];
    private string text = "";

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The lowest place column of the ledger.</summary>
    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter]
    public long Region { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback<long> OnChange { get; set; }

    private RegionLevel Lowest => Column.Place ?? RegionLevel.Village;

    protected override void OnInitialized() => candidates = [.. regions.Tree.Nodes.Where(IsOffered)];

    protected override void OnParametersSet()
    {
        if (Region != 0) text = regions.Tree.NameOf(Region);
    }

    /// <summary>Nodes of the column's level that exist today; the township too where a village is not required.</summary>
    private bool IsOffered(RegionNode node) =>
        user.Identity.Scope.Contains(node.Key) && node.ExistsOn(clock.Today) && (node.Level == Lowest || (!Column.Required && node.Level == RegionLevel.Township));

    private string TitleOf(RegionNode node) => node.Level != RegionLevel.Village ? node.Name : Townships > 1 ? $"{regions.Tree.NameAt(node.Key, RegionLevel.Township)} {node.Name}" : node.Name;

    private int Townships => candidates.Select(c => RegionKey.TownshipOf(c.Key)).Distinct().Count();

    private Task<IReadOnlyList<LookupItem>> Find(string part)
    {
        var stem = RegionNames.FoldVillage(part);
        return Task.FromResult<IReadOnlyList<LookupItem>>([.. candidates.Where(c => c.Name.Contains(stem, StringComparison.Ordinal)).Take(Most)
            .Select(c => new LookupItem(c.Key, c.Name, string.Join(' ', regions.Tree.PathOf(c.Key).SkipLast(1).TakeLast(2).Select(n => n.Name))))]);
    }

    private async Task TypeAsync(string typed)
    {
        text = typed;
        if (Region != 0) await OnChange.InvokeAsync(0);
    }

    private Task PutAsync(string? key) => OnChange.InvokeAsync(long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var region) ? region : 0);
}
