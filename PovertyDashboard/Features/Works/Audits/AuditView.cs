using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>A line of a home with its doubts and what has become of it (审计明细).</summary>
/// <param name="Doubts">Why it is doubtful, in words; empty where nothing is.</param>
/// <param name="Guide">The guide price of its day in fen, or null.</param>
/// <param name="Photos">Photos that hang on the line itself.</param>
/// <param name="Problem">The problem that the line has opened, or null.</param>
public sealed record AuditedLine(WorkLine Line, IReadOnlyList<string> Doubts, long? Guide, int Photos, Problem? Problem);

/// <summary>A home with its lines and audits as the page shows it (入户审计).</summary>
/// <param name="Audits">Newest first; the last concluded or waiting one is at the head.</param>
public sealed record AuditView(HomeKey Home, IReadOnlyList<AuditedLine> Lines, IReadOnlyList<HomeAudit> Audits)
{
    public LineSums Sums => LineSums.Of(Lines.Select(l => l.Line));

    /// <summary>Sums of the lines that no conclusion has fixed yet.</summary>
    public LineSums Open => LineSums.Of(Lines.Where(l => !l.Line.IsFixed).Select(l => l.Line));

    /// <summary>The audit that waits for its conclusion or for papers, or null.</summary>
    public HomeAudit? Waiting => Audits.FirstOrDefault(a => !a.IsFinal);

    /// <summary>The last conclusion, or null.</summary>
    public HomeAudit? Concluded => Audits.FirstOrDefault(a => a is { IsFinal: true, IsImported: false });
}

/// <summary>What became of an act of the audit (办理结果).</summary>
/// <param name="Message">What was done, or why not; a refused one begins with its column.</param>
public sealed record AuditOutcome(bool IsDone, string Message)
{
    public static AuditOutcome Done(string message) => new(true, message);

    public static AuditOutcome Refused(string sentence) => new(false, sentence);
}

/// <summary>What the auditor found of a line (核实).</summary>
/// <param name="Quantity">核实数量 in hundredths.</param>
/// <param name="Price">核定单价 in fen.</param>
/// <param name="IsAddition">That more than reported is meant (核增).</param>
public sealed record Verification(long LineId, int VersionSeen, long Quantity, long Price, bool IsAddition, string Reason);

/// <summary>How the audit of a home ends (定案).</summary>
/// <param name="Line">Any line of the home.</param>
public sealed record ConclusionForm(long Line, DateOnly AuditedOn, string Auditors, string Conclusion, string Opinion);
