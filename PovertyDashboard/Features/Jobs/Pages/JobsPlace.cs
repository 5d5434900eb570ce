using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>Place and month of the room's pages, as their addresses say (页面地区与月份).</summary>
internal static class JobsPlace
{
    /// <summary>The place that is shown without being asked for: the user's one place, else the top of the tree.</summary>
    public static long HomeOf(RegionScope scope, RegionTree tree) => scope is { IsEverything: false, Roots.Count: 1 } ? scope.Roots[0] : tree.Nodes.Count > 0 ? tree.Nodes[0].Key : 0;

    public static bool IsMissing(long region, RegionScope scope, RegionTree tree) => tree.Find(region) is null || !scope.Touches(region);

    /// <summary>The month as 2020-08 or 202008; null where it is none.</summary>
    public static int? MonthOf(string? text) =>
        int.TryParse(text?.Replace("-", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && YearMonth.IsMonth(month) ? month : null;

    public static string Address(string page, long region, int month) => string.Create(CultureInfo.InvariantCulture, $"{page}?region={region}&month={YearMonth.Text(month)}");
}

/// <summary>Reads a page again when a ledger that it shows has changed (随变更刷新), until the page is left.</summary>
internal sealed class JobsReload(LiveFeed feed, IReadOnlyList<string> ledgers, Func<Task> reload) : IDisposable
{
    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;

    /// <summary>Cancelled when the page is left.</summary>
    public CancellationToken Left => left.Token;

    /// <summary>How many changes the page has followed, for the live indicator.</summary>
    public long Changes { get; private set; }

    public void Start() => subscription ??= feed.Subscribe(FollowAsync);

    public void Dispose()
    {
        subscription?.Dispose();
        left.Cancel();
        left.Dispose();
    }

    private Task FollowAsync(LiveBatch batch)
    {
        if (!batch.Touches(ledgers) || left.IsCancellationRequested) return Task.CompletedTask;
        Changes++;
        return reload();
    }
}
