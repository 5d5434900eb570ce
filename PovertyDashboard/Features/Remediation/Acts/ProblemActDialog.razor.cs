using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using PovertyDashboard.Attachments;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>
/// The dialog of every act on one or several problems (办理): names them, asks for what the act needs and does it;
/// the button repeats the act. Closes with the number of problems that were dealt with.
/// </summary>
public sealed partial class ProblemActDialog(ProblemDesk desk, RegionDirectory regions, Clock clock, SettingsDirectory settings, IJSRuntime js) : ComponentBase
{
    private const int DefaultDays = 15, NamedProblems = 3;

    private ActDraft draft = new();
    private ProblemAct act;
    private IReadOnlyList<(string Number, string Message)> left = [];
    private string? banner;
    private int done;
    private bool isOver;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public ProblemAct Act { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    private ProblemAct? Other => Problems.Count == 1 ? ActWords.OtherOutcome(Act) : null;

    private string Subject => string.Join("、", Problems.Take(NamedProblems).Select(Name)) + (Problems.Count > NamedProblems ? $" 等 {Problems.Count} 件" : "");

    private string Asked => $"时限 {Problems[0].DueOn:yyyy-MM-dd}，申请延到 {Problems[0].ExtensionTo:yyyy-MM-dd}。原因：{Problems[0].ExtensionReason}";

    private string? DueHeader => act switch
    {
        ProblemAct.Assign or ProblemAct.AskExtension or ProblemAct.Reopen => ActDraft.DueHeader,
        ProblemAct.Shelve => ActDraft.ReviewHeader,
        _ => null,
    };

    /// <summary>Whoever reports adds what he has photographed; whoever verifies sees both. Several problems at once have no photos in common.</summary>
    private IReadOnlyList<string> PhotoKinds => Problems.Count > 1 ? [] : Act switch
    {
        ProblemAct.Report => [AttachmentKind.After],
        ProblemAct.Verify or ProblemAct.Close => [AttachmentKind.Before, AttachmentKind.After],
        _ => [],
    };

    private string? DueHelp => act switch
    {
        ProblemAct.AskExtension when Problems.Count == 1 => $"现在的时限是 {Problems[0].DueOn:yyyy-MM-dd}，批准后才延长",
        ProblemAct.AskExtension => "批准后才延长",
        ProblemAct.Shelve => "到这一天再看能不能整改",
        _ => null,
    };

    protected override void OnInitialized()
    {
        act = Act;
        draft = ActDraft.For(act, Problems, clock.Today, settings.Number(ProblemOpening.DaysKey, clock.Today, DefaultDays));
    }

    /// <summary>The calendar button of dates needs the script that the ledger page also loads.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeAsync<IJSObjectReference>("import", "./js/ledger.js");
    }

    private string Name(Problem problem) => Problems.Count == 1
        ? string.Join(" · ", new[] { problem.Number, regions.Tree.NameOf(problem.Region), problem.HouseholdName, problem.Description }.Where(t => t.Length > 0))
        : problem.Number;

    private void Choose(ProblemAct outcome) => (act, banner) = (outcome, null);

    private async Task ActAsync()
    {
        if (busy) return;
        banner = null;
        if (draft.Build(DueHeader ?? ActDraft.DueHeader, clock.Today) is not { } form) return;
        busy = true;
        try
        {
            if (Problems.Count == 1) Show(await desk.ActAsync(new ProblemRef(Problems[0].Id, Problems[0].Version), act, form, CancellationToken.None));
            else Show(await desk.ActManyAsync([.. Problems.Select(p => new ProblemRef(p.Id, p.Version))], act, form, CancellationToken.None));
        }
        finally
        {
            busy = false;
        }
    }

    private void Show(ActResult result)
    {
        switch (result.Status)
        {
            case ActStatus.Done:
                Dialog.Close(DialogResult.Ok(new ActDone(act, 1)));
                break;
            case ActStatus.Invalid:
                draft.Put(result.Faults);
                break;
            case ActStatus.Refused:
                banner = result.Message;
                break;
            default:
                (banner, isOver) = (result.Message, true);
                break;
        }
    }

    private void Show(BulkResult result)
    {
        if (result.Refused.Count == 0)
        {
            Dialog.Close(DialogResult.Ok(new ActDone(act, result.Done)));
            return;
        }

        (done, left, isOver) = (result.Done, result.Refused, true);
        banner = $"已{act.Verb()} {result.Done} 件，{result.Refused.Count} 件没有办理：";
    }

    private string? Invalid(string header) => draft.FaultOf(header) is null ? null : "true";

    private static string Pressed(bool on) => on ? "true" : "false";

    private static string IdOf(string header) => header switch { ActDraft.OwnerHeader => "act-owner", "责任领导" => "act-leader", "佐证材料" => "act-evidence", _ => "act-unit" };
}

/// <summary>What a dialog has done: the act and the number of problems.</summary>
public sealed record ActDone(ProblemAct Act, int Count);
