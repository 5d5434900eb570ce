using System.Globalization;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>What was reported, verified, cut and added in each 社区, and the homes that wait for their audit (双提升审计); live, from measures.</summary>
public sealed partial class AuditsPage : WorksPlacePage
{
    private static readonly string[] Keys =
    [
        "work-lines.homes", "work-lines.homes-open", "work-lines.homes-done", "work-lines.home-rate", "work-lines.reported", "work-lines.verified", "work-lines.cut", "work-lines.added", "work-lines.cut-rate",
        WorkLineMeasures.DoubtfulKey, WorkLineMeasures.OverPriceKey,
    ];

    private static readonly IReadOnlyList<FigureColumn> Heads =
        [new("地区", IsNumber: false), new("申报户"), new("待定案"), new("申报合计"), new("核定合计"), new("核减合计"), new("核增合计"), new("核减率"), new("疑点明细"), new("定案率")];

    private IReadOnlyList<WaitingHome> homes = [];

    public AuditsPage(WorksReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
        : base(reader, regions, user, clock, feed, WorkLineLedger.Key, Keys, [WorkLineLedger.Key, AuditLedger.Key, WorkLedger.Key, nameof(Attachment)])
    {
    }

    protected override async Task ReadDetailsAsync(CancellationToken ct) => homes = IsAbove ? [] : await Reader.HomesAsync(Region, ct);

    protected override IReadOnlyList<FigureCell> RowOf(PlaceFigures place) =>
    [
        new FigureCell(Tree.NameOf(place.Region), string.Create(CultureInfo.InvariantCulture, $"{AuditAddress.All}?region={place.Region}")),
        Cell(place, "work-lines.homes"), Cell(place, "work-lines.homes-open"),
        Money(place, "work-lines.reported"), Money(place, "work-lines.verified"),
        new FigureCell(Money(place, "work-lines.cut"), List("work-lines.cut-lines", place.Region)), new FigureCell(Money(place, "work-lines.added"), List("work-lines.added-lines", place.Region)),
        Percent(place.Figures["work-lines.cut-rate"]),
        Cell(place, WorkLineMeasures.DoubtfulKey),
        Rate(place),
    ];

    private string List(string measure) => List(measure, Region);

    private static string Money(PlaceFigures place, string key) => WorkLineRules.Yuan(place.Sum(key));

    private static string Rate(PlaceFigures place) => Percent(place.Figures["work-lines.home-rate"]);

    /// <summary>A ratio's figure holds the part as count or sum, the whole beside it.</summary>
    private static string Percent(Figure ratio)
    {
        var part = ratio.Sum != 0 ? ratio.Sum : ratio.Count;
        return ratio.Whole == 0 ? "" : (100m * part / ratio.Whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }
}
