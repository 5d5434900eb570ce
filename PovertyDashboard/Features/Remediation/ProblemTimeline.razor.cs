using Microsoft.AspNetCore.Components;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The steps of a problem, latest first, down to its finding (办理记录).</summary>
public sealed partial class ProblemTimeline : ComponentBase
{
    [Parameter, EditorRequired]
    public Problem Problem { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<ProblemStep> Steps { get; set; } = [];

    private static string Tone(ProblemStep step) => step.To switch
    {
        ProblemState.Closed => "closed",
        ProblemState.Verifying => "verify",
        _ => step.Act is "退回" or "重开" or "不同意延期" ? "back" : "plain",
    };
}
