using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard.Reports;

/// <summary>One figure of a report (报告指标).</summary>
/// <param name="Title">The measure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Now">At the end of the period; — where it cannot be told.</param>
/// <param name="Before">Before the period.</param>
/// <param name="Change">What the period has changed; null where it cannot be told.</param>
/// <param name="Href">Its list; null for what is past.</param>
public sealed record ReportLine(string Title, string Unit, string Now, string Before, FigureChange? Change, string? Href);

/// <summary>The figures of one system (报告分节).</summary>
public sealed record ReportSection(string Title, IReadOnlyList<ReportLine> Lines);

/// <summary>A weekly or monthly report (周报、月报), from measures only.</summary>
/// <param name="Places">The places below with their chief figures; null for a past period.</param>
public sealed record Report(ReportPeriod Period, IReadOnlyList<ReportSection> Sections, FigureSheet? Places)
{
    /// <summary>The figures as one table.</summary>
    public FigureSheet Table => new(
        Period.Title,
        "",
        [new("系统", IsNumber: false), new("指标", IsNumber: false), new("单位", IsNumber: false), new("本期"), new(Period.BaseWords), new("变化")],
        [.. Sections.SelectMany(s => s.Lines.Select(l => (IReadOnlyList<FigureCell>)[s.Title, l.Title, l.Unit, new FigureCell(l.Now, l.Href), l.Before, l.Change?.Text ?? FigureText.None]))],
        Total: null);
}
