using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>A page about a place, its figures and those of the places below (改造进度、审计); live, from measures.</summary>
public abstract class WorksPlacePage : ComponentBase, IDisposable
{
    private readonly RegionDirectory _regions;
    private readonly CurrentUser _user;
    private readonly Clock _clock;
    private readonly string _ledger;
    private readonly IReadOnlyList<string> _measures;

    /// <param name="reader">Reads the figures.</param>
    /// <param name="regions">The places.</param>
    /// <param name="user">Who looks at the page.</param>
    /// <param name="clock">The store's day.</param>
    /// <param name="feed">Tells of changes.</param>
    /// <param name="ledger">Key of the ledger of the measures.</param>
    /// <param name="measures">Keys of the measures; the first tells whether a place has any rows.</param>
    /// <param name="follows">Keys of what moves the page.</param>
    protected WorksPlacePage(
        WorksReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed, string ledger, IReadOnlyList<string> measures, IReadOnlyList<string> follows)
    {
        (Reader, _regions, _user, _clock, _ledger, _measures) = (reader, regions, user, clock, ledger, measures);
        Live = new LiveReload(feed, follows, () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    protected WorksReader Reader { get; }

    protected RegionTree Tree => _regions.Tree;

    protected UserIdentity User => _user.Identity;

    protected DateOnly Today => _clock.Today;

    private protected LiveReload Live { get; }

    protected long Region { get; private set; }

    protected bool IsMissing { get; private set; }

    /// <summary>Null while the figures are on their way.</summary>
    protected PlaceFigures? Total { get; private set; }

    protected IReadOnlyList<PlaceFigures> Places { get; private set; } = [];

    protected string AsOf { get; private set; } = "";

    /// <summary>Whether the place stands above townships, so that single homes and batches are not listed.</summary>
    protected bool IsAbove => RegionKey.LevelOf(Region) < RegionLevel.Township;

    protected string ScopeText => $"村容与整改 · {User.Scope.NameOf(Region, Tree)} · {Today:yyyy-MM-dd}";

    protected IReadOnlyList<FigureCell> TotalRow => Total is null ? [] : ["合计", .. RowOf(Total).Skip(1)];

    public void Dispose()
    {
        Live.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) Live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        Region = Asked ?? PagePlace.HomeOf(User.Scope, Tree);
        IsMissing = PagePlace.IsMissing(Region, User.Scope, Tree);
        Total = null;
        return IsMissing ? Task.CompletedTask : ReadAsync();
    }

    /// <summary>The place's line in the table.</summary>
    protected abstract IReadOnlyList<FigureCell> RowOf(PlaceFigures place);

    /// <summary>Reads what the page lists of a township besides figures.</summary>
    protected abstract Task ReadDetailsAsync(CancellationToken ct);

    /// <summary>The list behind a measure of the place.</summary>
    protected string List(string measure, long place) => string.Create(CultureInfo.InvariantCulture, $"/ledgers/{_ledger}?region={place}&measure={measure}");

    protected FigureCell Cell(PlaceFigures place, string key) => new(Number(place.Count(key)), List(key, place.Region));

    protected static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            var found = await Reader.PlaceAsync(Region, _measures, Live.Left);
            Places = await Reader.PlacesBelowAsync(Region, _measures[0], _measures, Live.Left);
            await ReadDetailsAsync(Live.Left);
            AsOf = _clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
            Total = found;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
