using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A figure of a place with its words and its list (数字): number = list = sheet.</summary>
/// <param name="Measure">What it measures.</param>
/// <param name="Region">Key of the place.</param>
/// <param name="Figure">The value from the totals.</param>
public sealed record ShownFigure(Measure Measure, long Region, Figure Figure)
{
    public string Text => FigureText.Number(Measure, Figure);

    public string Unit => FigureText.Unit(Measure);

    public double? Value => FigureText.Value(Measure, Figure);

    public string Href => FigureHref.List(Measure, Region);
}

/// <summary>One place of a drill-down with the figures asked for (下级地区行).</summary>
/// <param name="Region">Key of the place; of the parent for the rows that no place below owns.</param>
/// <param name="Name">Its short name, or 本级.</param>
/// <param name="IsOwn">Rows that belong to the parent itself, such as a township's project: they have no page below.</param>
/// <param name="Figures">Measure key to its figure.</param>
public sealed record PlaceRow(long Region, string Name, bool IsOwn, IReadOnlyDictionary<string, Figure> Figures)
{
    public Figure this[string key] => Figures.GetValueOrDefault(key);

    public string? DrillHref => IsOwn ? null : FigureHref.Overview(Region);
}
