using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections;

/// <summary>One figure above the plans (指标块).</summary>
/// <param name="Reason">Why there is no figure, or null.</param>
public sealed record InspectionTile(string Label, string Figure, string Unit, string Note, string Href, bool IsWorst = false, string? Reason = null);

/// <summary>Reads the figures of the page of inspections from the totals, with the targets of the day (督查指标块).</summary>
public sealed class InspectionFigures(RegionTotals totals, LedgerCatalog catalog, SettingsDirectory settings, CurrentUser user, Clock clock)
{
    private const int MostPercent = 100;

    public async Task<IReadOnlyList<InspectionTile>> TilesAsync(long region, CancellationToken ct) => !user.Identity.May(Act.ReadInspections) ? [] :
    [
        await CountAsync("inspections.running", "进行中的督查", region, await NoteAsync("inspections.year", "本年", region, ct), isBad: false, ct),
        await RateAsync("samples.visit-rate", "访谈完成率", region, await NoteAsync("samples.waiting", "待访", region, ct), null, ct),
        await RateAsync("interviews.results-rate", "满意率", region, "对帮扶成效", Target("inspection.target.satisfied", isLeast: true), ct),
        await RateAsync("interviews.approval-rate", "认可度", region, "", Target("inspection.target.approval", isLeast: true), ct),
        await CountAsync("findings.open", "未销号问题", region, await NoteAsync("findings.all", "共发现", region, ct), isBad: true, ct),
        await RateAsync("answers.policy-rate", "政策知晓率", region, "问卷中答对的", null, ct),
        await RateAsync("interviews.wrong-exit-rate", "错退率", region, "", Target("inspection.target.wrong-exit", isLeast: false), ct),
        await RateAsync("interviews.missed-rate", "漏评率", region, "", Target("inspection.target.missed", isLeast: false), ct),
    ];

    private async Task<InspectionTile> CountAsync(string key, string label, long region, string note, bool isBad, CancellationToken ct)
    {
        var measure = catalog.Measure(key)!;
        var figure = await FigureAsync(measure, region, ct);
        return new InspectionTile(label, FigureText.Count(figure.Count), measure.Unit, note, HrefOf(measure, region), isBad && figure.Count > 0);
    }

    private async Task<InspectionTile> RateAsync(string key, string label, long region, string note, (int Percent, bool IsLeast)? target, CancellationToken ct)
    {
        var measure = catalog.Measure(key)!;
        var figure = await FigureAsync(measure, region, ct);
        var words = new[] { note, target is { } t ? $"{(t.IsLeast ? "目标不低于" : "不超过")} {t.Percent}%" : "", figure.Whole == 0 ? "" : $"{FigureText.Count(figure.Count)}/{FigureText.Count(figure.Whole)}" };
        var misses = target is { } aim && figure.Whole > 0 && (aim.IsLeast ? figure.Count * MostPercent < figure.Whole * aim.Percent : figure.Count * MostPercent > figure.Whole * aim.Percent);
        return new InspectionTile(label, FigureText.Of(measure, figure).TrimEnd('%'), figure.Whole == 0 ? "" : "%", string.Join(" · ", words.Where(w => w.Length > 0)), HrefOf(measure, region), misses, figure.Whole == 0 ? "还没有可以计算的访谈" : null);
    }

    private (int Percent, bool IsLeast)? Target(string key, bool isLeast) => settings.Text(key, clock.Today) is null ? null : (settings.Number(key, clock.Today, 0), isLeast);

    private async Task<string> NoteAsync(string key, string word, long region, CancellationToken ct)
    {
        var measure = catalog.Measure(key)!;
        return $"{word} {FigureText.Count((await FigureAsync(measure, region, ct)).Count)} {measure.Unit}";
    }

    private Task<Figure> FigureAsync(Measure measure, long region, CancellationToken ct) => totals.FigureAsync(measure, region, user.Identity.Scope, ct);

    private static string HrefOf(Measure measure, long region) => LedgerAddress.Page(measure.Ledger, new LedgerQuery { Region = region, Measure = measure is RatioMeasure ratio ? ratio.Part.Key : measure.Key });
}
