using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>
/// The lines of a home as a table for wide screens and paper (核实表): reported beside verified, sub-totals of 用工 and 用料, what was cut and added apart;
/// a line is opened in place to be verified.
/// </summary>
public sealed partial class AuditTable : ComponentBase
{
    private long? open;

    [Parameter, EditorRequired]
    public AuditView View { get; set; } = default!;

    /// <summary>Whether the user may audit in this place.</summary>
    [Parameter]
    public bool CanAudit { get; set; }

    /// <summary>Counted up by the page when photos may have changed elsewhere.</summary>
    [Parameter]
    public int Revision { get; set; }

    /// <summary>Told what was done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private IEnumerable<(string Kind, IReadOnlyList<AuditedLine> Lines, LineSums Sums)> Groups =>
        View.Lines.GroupBy(l => l.Line.Kind).OrderBy(g => g.Key == LineKind.Labour ? 1 : 0).Select(g => (g.Key, (IReadOnlyList<AuditedLine>)[.. g], LineSums.Of(g.Select(l => l.Line))));

    private string Verb(WorkLine line) => CanAudit && !line.IsFixed ? "核实" : "看";

    private static string Text(string text, bool mayBeEmpty = false) => text.Length > 0 || mayBeEmpty ? text : ColumnText.Empty;

    /// <summary>As many decimals as the column needs, the same all down it.</summary>
    private string Quantity(long? scaled) => scaled is { } value ? (value / 100m).ToString(View.Lines.Any(l => l.Line.ReportedQuantity % 10 != 0 || l.Line.VerifiedQuantity % 10 is > 0) ? "#,0.00" : "#,0.0", CultureInfo.InvariantCulture) : ColumnText.Empty;

    private static string Yuan(long? fen) => fen is { } value ? WorkLineRules.Yuan(value) : ColumnText.Empty;
}
