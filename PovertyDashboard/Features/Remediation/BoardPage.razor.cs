using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The zero-clearing board (清零看板): open problems by place and category, live.</summary>
public sealed partial class BoardPage(BoardReader reader, RegionDirectory regions, LiveFeed feed, Clock clock) : ComponentBase, IAsyncDisposable
{
    private const int TrendDays = 10;
    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private Board? board;
    private IReadOnlyList<double>? trend;
    private long overdueYesterday;
    private long region;
    private bool isMissing;
    private long changes;
    private string asOf = "";

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private RegionNode? Parent => RegionKey.ParentOf(region) is { } key && region != reader.Home ? regions.Tree.Find(key) : null;

    private string PlaceWord => RegionKey.LevelOf(region) switch { RegionLevel.City => "县区", RegionLevel.County => "乡镇", _ => "村" };

    private string ScopeText => $"{reader.NameOf(region)} · {board!.Rows.Count(r => !r.IsOwn)} 个{PlaceWord} · {clock.Today:yyyy-MM-dd}";

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => InvokeAsync(() => FollowAsync(batch)));
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? reader.Home;
        return ReadAsync();
    }

    private async Task FollowAsync(LiveBatch batch)
    {
        if (!batch.Touches([ProblemLedger.Key]) || left.IsCancellationRequested) return;
        changes++;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            board = await reader.ReadAsync(region, left.Token);
            isMissing = board is null;
            if (board is null) return;
            overdueYesterday = await reader.CountAsync(ProblemMeasures.Overdue, region, clock.Today.AddDays(-1), left.Token);
            trend = await reader.TrendAsync(ProblemMeasures.Open, region, TrendDays, left.Token);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string? Below(BoardRow row) => row.IsOwn || RegionKey.LevelOf(row.Region) == RegionLevel.Village ? null : BoardHref(row.Region);

    private static string BoardHref(long key) => $"{ProblemAddress.Board}?region={key.ToString(CultureInfo.InvariantCulture)}";

    private static FigureChange Against(long change) => change switch
    {
        0 => new FigureChange(0, "与昨日持平"),
        > 0 => new FigureChange(1, $"较昨日 {BoardText.Signed(change)}", ChangeTone.Bad),
        _ => new FigureChange(-1, $"较昨日 {BoardText.Signed(change)}", ChangeTone.Good),
    };

    private string HeatClass(BoardRow row, long count, long late) =>
        row == board!.Total ? $"sum {(late > 0 ? "late" : "")}" : $"heat h{board.Shade(count)} {(late > 0 ? "late" : "")}";

    private static string HeatTitle(BoardRow row, string category, long count, long late) =>
        $"{row.Name} {category} 未销号 {count} 件{(late > 0 ? $"，其中逾期 {late} 件" : "")}";
}
