using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The audit of a home, line by line (入户审计), for one thumb; found by a line, an audit or the household; live.</summary>
public sealed partial class AuditPage : ComponentBase, IDisposable
{
    private readonly HomeReader reader;
    private readonly AuditDesk desk;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly IDialogService dialogs;
    private readonly Snack snack;
    private readonly LiveReload live;
    private AuditView? view;
    private bool isMissing;
    private string? message;

    public AuditPage(HomeReader reader, AuditDesk desk, RegionDirectory regions, CurrentUser user, IDialogService dialogs, Snack snack, LiveFeed feed)
    {
        (this.reader, this.desk, this.regions, this.user, this.dialogs, this.snack) = (reader, desk, regions, user, dialogs, snack);
        live = new LiveReload(feed, [WorkLineLedger.Key, AuditLedger.Key, nameof(Attachment), "problems"], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long? Audit { get; set; }

    [Parameter]
    public long? Line { get; set; }

    [Parameter]
    public long? Household { get; set; }

    private LineSums Sums => view!.Sums;

    private LineSums Open => view!.Open;

    private bool MayAudit => desk.MayAudit(view!.Home.Region);

    private bool IsReporter => user.Identity.May(Act.Audit) && view!.Lines.Any(l => !l.Line.IsFixed && l.Line.IsReportedBy(user.Identity.Name));

    private long? AnyLine => view!.Lines.Count > 0 ? view.Lines[0].Line.Id : null;

    private string ScopeText => $"双提升审计 · {regions.Tree.NameAt(view!.Home.Region, RegionLevel.Township)} {regions.Tree.NameOf(view.Home.Region)}{(view.Home.HouseholdId is null ? " · 未关联户" : "")}";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        message = null;
        return ReadAsync();
    }

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            view = Line is { } line ? await reader.OfLineAsync(line, live.Left)
                : Audit is { } audit ? await reader.OfAuditAsync(audit, live.Left)
                : Household is { } household ? await reader.OfHouseholdAsync(household, live.Left) : null;
            isMissing = view is null;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task AfterAsync(string done)
    {
        message = done;
        await ReadAsync();
    }

    private async Task ReopenAsync(HomeAudit audit)
    {
        var answer = await ConfirmDialog.AskAsync(dialogs, new ConfirmRequest(
            $"撤销 {audit.HouseholdName} {audit.AuditedOn:yyyy-MM-dd} 的定案？", "撤销定案", "明细可以重新核实，再由审计组定案。", IsDanger: true, ReasonLabel: "撤销原因", ReasonHint: "例如 第 3 条数量记错"));
        if (!answer.IsYes) return;
        var outcome = await desk.ReopenAsync(audit.Id, audit.Version, answer.Reason, live.Left);
        if (outcome.IsDone) await AfterAsync(outcome.Message);
        else snack.Failed(outcome.Message);
    }

    private static string Yuan(long fen) => WorkLineRules.Yuan(fen);
}
