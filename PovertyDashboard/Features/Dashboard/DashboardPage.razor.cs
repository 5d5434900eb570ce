using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Dashboard.Topics;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The overview (总览) and the pages of the systems (专题): tiles and cards of a place, moved by every save without reload.</summary>
public sealed partial class DashboardPage(DashboardFigures figures, TileReader reader, CurrentUser user, RegionDirectory regions, Clock clock) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Dictionary<string, long> _versions = [];
    private DashboardTopic? topic;
    private DashboardView? view;
    private IReadOnlyList<TileModel>? tiles;
    private IReadOnlySet<string> _tileLedgers = new HashSet<string>();
    private DateTime asOf;
    private long pulse;
    private int _runs;

    /// <summary>Key of the system's page; empty for the overview.</summary>
    [Parameter]
    public string? TopicKey { get; set; }

    /// <summary>Key of the place; without it the user's own.</summary>
    [SupplyParameterFromQuery(Name = "region")]
    private long? Region { get; set; }

    private IEnumerable<DashboardCard> Cards => CardsOf(topic!);

    /// <summary>The pages of systems that have something to show to this user.</summary>
    private IEnumerable<DashboardTopic> Topics => DashboardTopics.All.Where(t => CardsOf(t).Any());

    private IEnumerable<DashboardCard> CardsOf(DashboardTopic of) => of.Cards
        .Where(c => c.Needs.All(key => figures.Knows(key, view!)) && (!c.NeedsPlacesBelow || view!.Children(regions.Tree).Any()));

    private string ScopeText
    {
        get
        {
            var villages = regions.Tree.VillagesOf(view!.Region).Count(v => view.Scope.Contains(v.Key) && v.ExistsOn(clock.Today));
            var count = RegionKey.LevelOf(view.Region) == RegionLevel.Village ? "" : $" · {FigureText.Count(villages)} 个村";
            return $"{view.Name(regions.Tree)}{count} · {FigureText.Day(clock.Today)}";
        }
    }

    private string AsOfText => $"{clock.Today:yyyy-MM-dd} {asOf.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        topic = DashboardTopics.Find(TopicKey);
        var next = topic is null ? null : DashboardView.Of(Region, user.Identity, regions.Tree) is { } of ? of with { Topic = topic.Key } : null;
        if (next is not null && next == view) return;
        (view, tiles) = (next, null);
        if (view is null) return;
        _tileLedgers = figures.LedgersOf(topic!.Tiles.SelectMany(t => t.Note is { Key.Length: > 0 } note ? [t.Measure, note.Key] : new[] { t.Measure }));
        await ReadTilesAsync(view);
    }

    private Dictionary<string, object> Parameters(DashboardCard card) => new()
    {
        ["Card"] = card,
        ["View"] = view!,
        ["Version"] = _versions.GetValueOrDefault(card.Key),
    };

    /// <summary>Reads again what the changed ledgers may have moved; the rest of the page stays as it is.</summary>
    private async Task HearAsync(LiveBatch batch)
    {
        if (view is null) return;
        var here = batch.Changes.Where(c => view.IsTouchedBy(c.Value)).Select(c => c.Key).ToHashSet();
        if (here.Count == 0) return;
        foreach (var card in Cards.Where(c => figures.LedgersOf(c.Reads).Overlaps(here))) _versions[card.Key] = _versions.GetValueOrDefault(card.Key) + 1;
        (pulse, asOf) = (pulse + 1, clock.LocalNow);
        if (_tileLedgers.Overlaps(here)) await ReadTilesAsync(view);
    }

    private async Task RollOverAsync()
    {
        if (view is null) return;
        foreach (var card in topic!.Cards) _versions[card.Key] = _versions.GetValueOrDefault(card.Key) + 1;
        await ReadTilesAsync(view);
    }

    /// <summary>First the figures, then the trends, which cost more; an older run never overwrites a newer one.</summary>
    private async Task ReadTilesAsync(DashboardView asked)
    {
        var (run, specs) = (++_runs, topic!.Tiles);
        try
        {
            var read = await reader.ReadAsync(specs, asked, _closed.Token);
            if (run != _runs) return;
            // The old trend stays beside the new figure until the new one is there.
            var old = tiles?.ToDictionary(t => t.Key) ?? [];
            tiles = [.. read.Select(t => old.TryGetValue(t.Key, out var o) ? t with { Points = o.Points, Change = o.Change } : t)];
            asOf = clock.LocalNow;
            if (!RendererInfo.IsInteractive) return;
            StateHasChanged();
            var withTrend = new List<TileModel>();
            foreach (var tile in read)
                withTrend.Add(await reader.WithTrendAsync(tile, specs.First(s => s.Measure == tile.Key), asked, _closed.Token));
            if (run == _runs) tiles = withTrend;
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
