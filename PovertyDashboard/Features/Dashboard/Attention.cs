using System.Globalization;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>One reason to look at a place (关注原因): a figure in words and its list.</summary>
/// <param name="Text">逾期 7, 未检查 41, 检查 43.1%.</param>
/// <param name="Tone">Name of the status whose colours it wears.</param>
/// <param name="Href">Its list; null for what a place owns itself.</param>
public sealed record AttentionChip(string Text, string Tone, string? Href);

/// <summary>A place that needs attention (需要关注的村).</summary>
/// <param name="Name">Its name.</param>
/// <param name="DrillHref">The same page one level down.</param>
/// <param name="PerHundred">Open overdue problems per 100 households; null where no household is known.</param>
/// <param name="Chips">Why.</param>
public sealed record AttentionRow(string Name, string? DrillHref, double? PerHundred, IReadOnlyList<AttentionChip> Chips);

/// <summary>Ranks the places below by open overdue problems per 100 households, then by households not yet checked.</summary>
public sealed class Attention(DashboardFigures figures)
{
    public const string Households = "households.all", Overdue = "problems.overdue", Open = "problems.open", Unchecked = "households.unchecked", CheckRate = "households.check-rate";

    public static readonly IReadOnlyList<string> Needs = [Overdue];

    public static readonly IReadOnlyList<string> Reads = [Households, Overdue, Open, Unchecked, CheckRate];

    /// <summary>What is true where no place is listed.</summary>
    public string ClearText => figures.Has(Unchecked) ? "没有未销号的问题，也没有未检查的户。" : "没有未销号的问题。";

    /// <summary>Every place with something overdue, open or not yet checked, worst first.</summary>
    public async Task<IReadOnlyList<AttentionRow>> ReadAsync(DashboardView view, CancellationToken ct)
    {
        var places = await figures.PlacesAsync(view, Reads, ct);
        return [.. places
            .Where(p => p[Overdue].Count + p[Open].Count + p[Unchecked].Count > 0)
            .OrderByDescending(p => PerHundred(p) ?? p[Overdue].Count)
            .ThenByDescending(p => Share(p[Unchecked].Count, p[Households].Count))
            .ThenByDescending(p => p[Open].Count)
            .ThenBy(p => p.Region)
            .Select(p => new AttentionRow(p.Name, p.DrillHref, PerHundred(p), [.. Chips(p)]))];
    }

    public static double? PerHundred(PlaceRow place) => place[Households].Count == 0 ? null : 100d * place[Overdue].Count / place[Households].Count;

    /// <summary>每百户逾期 9.7 件.</summary>
    public static string Words(double perHundred) => string.Create(CultureInfo.InvariantCulture, $"每百户逾期 {perHundred:0.0} 件");

    private IEnumerable<AttentionChip> Chips(PlaceRow place)
    {
        if (place[Overdue].Count > 0) yield return Chip(place, Overdue, $"逾期 {FigureText.Count(place[Overdue].Count)}", "overdue");
        else if (place[Open].Count > 0) yield return Chip(place, Open, $"未销号 {FigureText.Count(place[Open].Count)}", "assign");
        if (place[Unchecked].Count > 0) yield return Chip(place, Unchecked, $"未检查 {FigureText.Count(place[Unchecked].Count)}", "verify");
        if (figures.Has(CheckRate) && place[CheckRate].Whole > 0) yield return Chip(place, CheckRate, $"检查 {FigureText.Rate(place[CheckRate].Count, place[CheckRate].Whole)}", "rectify");
    }

    private AttentionChip Chip(PlaceRow place, string key, string text, string tone) =>
        new(text, tone, place.IsOwn ? null : FigureHref.List(figures.Measure(key)!, place.Region));

    private static double Share(long part, long whole) => whole == 0 ? 0 : 1d * part / whole;
}
