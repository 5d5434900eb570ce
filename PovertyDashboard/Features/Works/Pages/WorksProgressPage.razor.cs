using System.Globalization;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>How far the works of each 社区 have come (改造提升进度), and each batch that is built in one go; live, from measures.</summary>
public sealed partial class WorksProgressPage : WorksPlacePage
{
    private static readonly string[] Keys =
        ["works.all", "works.planned", "works.underway", "works.done", "works.late", "works.done-rate", "works.path-planned", "works.path", "works.water-planned", "works.water"];

    private static readonly IReadOnlyList<FigureColumn> Heads =
        [new("地区", IsNumber: false), new("改造项目"), new("未开工"), new("施工中"), new("已完工"), new("完工率"), new("小路建成/计划（米）"), new("小水楼建成/计划（座）"), new("逾期")];

    private IReadOnlyList<BatchProgress> batches = [];

    public WorksProgressPage(WorksReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
        : base(reader, regions, user, clock, feed, WorkLedger.Key, Keys, [WorkLedger.Key, WorkLedger.BatchesKey])
    {
    }

    protected override async Task ReadDetailsAsync(CancellationToken ct) => batches = IsAbove ? [] : await Reader.BatchesAsync(Region, ct);

    protected override IReadOnlyList<FigureCell> RowOf(PlaceFigures place) =>
    [
        new FigureCell(Tree.NameOf(place.Region), string.Create(CultureInfo.InvariantCulture, $"{WorkAddress.All}?region={place.Region}")),
        Cell(place, "works.all"), Cell(place, "works.planned"), Cell(place, "works.underway"), Cell(place, "works.done"),
        place.Count("works.all") == 0 ? "" : (100m * place.Count("works.done") / place.Count("works.all")).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        new FigureCell($"{Metres(place, "works.path")} / {Metres(place, "works.path-planned")}", List("works.path-planned", place.Region)),
        new FigureCell($"{Number(place.Sum("works.water"))} / {Number(place.Sum("works.water-planned"))}", List("works.water-planned", place.Region)),
        new FigureCell(Number(place.Count("works.late")), List("works.late", place.Region), place.Count("works.late") > 0),
    ];

    private static string Batch(BatchProgress batch)
    {
        var query = new LedgerQuery { Region = batch.Batch.Region, Filters = [new ColumnFilter(WorkLedger.Batch.Key, batch.Batch.Name)] };
        return $"/ledgers/{WorkLedger.Key}{query.ToQueryString()}";
    }

    private static string Metres(PlaceFigures place, string key) => ColumnText.Scaled(place.Sum(key), 1);
}
