using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>One figure above the list of clinics (指标块).</summary>
/// <param name="Reason">Why there is no figure, or null.</param>
public sealed record ClinicTile(string Label, string Figure, string Unit, string? Note, string Href, bool IsWorst = false, string? Reason = null);

/// <summary>Reads the figures of the page of clinics from the totals, as far as the user may see them.</summary>
public sealed class ClinicFigures(RegionTotals totals, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user)
{
    /// <summary>Ledgers whose changes move the page.</summary>
    public static readonly IReadOnlyList<string> Ledgers = [ClinicLedger.Key, ClinicRecordLedger.Key, FollowUpLedger.Key, HealthTalkLedger.Key];

    /// <summary>The place that the page shows without being asked for: the user's one place, else the top of the tree.</summary>
    public long Home => user.Identity.Scope is { IsEverything: false, Roots: [var only] } ? only : regions.Tree.Nodes[0].Key;

    public async Task<IReadOnlyList<ClinicTile>> TilesAsync(long region, CancellationToken ct)
    {
        var tiles = new List<ClinicTile>
        {
            await TileAsync("clinics.events", "义诊活动", region, $"健康讲座 {await TextAsync("health-talks.held", region, ct)}", ct),
            await TileAsync("clinics.served", "服务人次", region, $"其中入户 {await TextAsync("clinics.at-home", region, ct)}", ct),
        };
        if (!user.Identity.May(Act.ListHealth)) return tiles;
        var overdue = await FigureAsync("follow-ups.overdue", region, ct);
        tiles.AddRange(
        [
            await TileAsync("clinic-records.all", "登记明细", region, $"入户 {await TextAsync("clinic-records.at-home", region, ct)}", ct),
            await TileAsync("clinic-records.urgent", "紧急转诊", region, $"待随访 {await TextAsync("follow-ups.referrals", region, ct)}", ct),
            await TileAsync("clinic-records.pressure", "血压提示", region, $"占量血压的 {await TextAsync("clinic-records.pressure-rate", region, ct)}", ct),
            await TileAsync("clinic-records.glucose", "血糖提示", region, $"占测血糖的 {await TextAsync("clinic-records.glucose-rate", region, ct)}", ct),
            await TileAsync("follow-ups.overdue", "随访逾期", region, $"7 天内到期 {await TextAsync("follow-ups.soon", region, ct)}", ct) with { IsWorst = overdue.Count > 0 },
            await RateAsync(region, ct),
        ]);
        return tiles;
    }

    private async Task<ClinicTile> TileAsync(string key, string label, long region, string note, CancellationToken ct)
    {
        var measure = catalog.Measure(key)!;
        var figure = await FigureAsync(key, region, ct);
        return new ClinicTile(label, FigureText.Count(measure.Kind == MeasureKind.Sum ? figure.Sum : figure.Count), measure.Unit, note, HrefOf(measure, region));
    }

    private async Task<ClinicTile> RateAsync(long region, CancellationToken ct)
    {
        var measure = catalog.Measure("follow-ups.rate")!;
        var figure = await FigureAsync(measure.Key, region, ct);
        return new ClinicTile(
            "随访率", FigureText.Of(measure, figure).TrimEnd('%'), "%", $"{FigureText.Count(figure.Count)}/{FigureText.Count(figure.Whole)}", HrefOf(measure, region),
            Reason: figure.Whole == 0 ? "还没有到期的随访" : null);
    }

    private async Task<string> TextAsync(string key, long region, CancellationToken ct) => FigureText.Of(catalog.Measure(key)!, await FigureAsync(key, region, ct));

    private Task<Figure> FigureAsync(string key, long region, CancellationToken ct) => totals.FigureAsync(catalog.Measure(key)!, region, user.Identity.Scope, ct);

    private static string HrefOf(Measure measure, long region) => LedgerAddress.Page(measure.Ledger, new LedgerQuery { Region = region, Measure = measure.Key });
}
