using Microsoft.AspNetCore.Components;
using PovertyDashboard.Attachments;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The evidence of a problem (佐证照片): before and after (整改前、整改后), and what the check that found it has photographed.</summary>
public sealed partial class ProblemPhotos(AttachmentStore store, CurrentUser user) : ComponentBase
{
    private AttachmentOwner? found;
    private long shown;

    [Parameter, EditorRequired]
    public Problem Problem { get; set; } = default!;

    /// <summary>Which of 整改前 and 整改后 are shown.</summary>
    [Parameter]
    public IReadOnlyList<string> Kinds { get; set; } = [AttachmentKind.Before, AttachmentKind.After];

    /// <summary>Counted up when photos may have changed elsewhere.</summary>
    [Parameter]
    public int Revision { get; set; }

    private bool MayEdit => ProblemRules.RefusePictures(Problem) is null && user.Identity.MayAny(ProblemLedger.Ledger.Writers) && user.Identity.Scope.Contains(Problem.Region);

    /// <summary>Where the photos of a kind hang.</summary>
    public static AttachmentOwner OwnerOf(Problem problem, string kind) => new(ProblemLedger.Key, problem.Id, kind == AttachmentKind.Before ? "before" : "after");

    protected override async Task OnParametersSetAsync()
    {
        if (Problem.Id == shown) return;
        shown = Problem.Id;
        found = null;
        if (!Kinds.Contains(AttachmentKind.Before) || Problem.OriginId is not { } origin || Problem.OriginLedger.Length == 0) return;
        var owner = new AttachmentOwner(Problem.OriginLedger, origin, Problem.OriginItem);
        if ((await store.ListAsync(owner, CancellationToken.None)).Count > 0) found = owner;
    }
}
