using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Search;

/// <summary>The search of the app bar (顶栏搜索): pages, places and what the rooms keep, inside the user's scope.</summary>
public sealed partial class SearchBar(
    IEnumerable<SearchSource> sources, IEnumerable<NavItem> pages, IDbContextFactory<AppDbContext> stores, RegionDirectory regions, CurrentUser user, NavigationManager navigation) : ComponentBase
{
    /// <summary>As many as a list shows without scrolling far.</summary>
    private const int Most = 12, MostOfOne = 6;

    private async Task<IReadOnlyList<SearchHit>> FindAsync(string text, CancellationToken ct)
    {
        var hits = new List<SearchHit>(Pages(text).Take(MostOfOne));
        hits.AddRange(Places(text).Take(MostOfOne));
        await using var db = await stores.CreateDbContextAsync(ct);
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            if (hits.Count >= Most) break;
            hits.AddRange(await source.FindAsync(new SearchQuery(text, db, regions.Tree, Math.Min(MostOfOne, Most - hits.Count)), ct));
        }

        return [.. hits.Take(Most)];
    }

    private IEnumerable<SearchHit> Pages(string text) => pages
        .Where(p => user.Identity.May(p.Needs) && p.Title.Contains(text, StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.Group).ThenBy(p => p.Order)
        .Select(p => new SearchHit(p.Title, "页面", PlaceAddress.Keep(navigation.Uri, p.Href), p.Icon));

    /// <summary>A place opens the page that is open now, about that place.</summary>
    private IEnumerable<SearchHit> Places(string text) => regions.Tree.Nodes
        .Where(n => user.Identity.Scope.Contains(n.Key) && n.Name.Contains(text, StringComparison.Ordinal)).OrderBy(n => n.Level).ThenBy(n => n.Key)
        .Select(n => new SearchHit(n.Name, $"地区 · {regions.Tree.NameOf(RegionKey.ParentOf(n.Key) ?? n.Key)}", PlaceAddress.With("/", n.Key), Icons.Material.Outlined.Place));
}
