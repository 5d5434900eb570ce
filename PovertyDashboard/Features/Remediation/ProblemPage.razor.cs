using Microsoft.AspNetCore.Components;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Remediation.Acts;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Remediation;

/// <summary>One problem (问题档案): what was found, what was done, who verified, and every step; live.</summary>
public sealed partial class ProblemPage(
    ProblemDesk desk, ProblemDialogs dialogs, LedgerRowDialogs rowDialogs, HouseholdFinder households, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user, LiveFeed feed, Clock clock) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private LedgerView? view;
    private Problem? problem;
    private Recheck? recheck;
    private IReadOnlyList<ProblemStep> steps = [];
    private bool isMissing;
    private int photoRevision;

    [Parameter]
    public long Id { get; set; }

    private string Scope => string.Join(" · ", new[] { regions.Tree.NameAt(problem!.Region, RegionLevel.Township), regions.Tree.NameOf(problem.Region), problem.HouseholdName }.Where(t => !string.IsNullOrEmpty(t)));

    private bool MayEdit => ProblemLedger.Ledger.MayEdit(user.Identity);

    private bool MayLink => MayEdit && households.IsAvailable && problem!.HouseholdName.Length > 0;

    private string? OriginTitle => problem!.OriginLedger.Length == 0 ? null : catalog.Ledger(problem.OriginLedger)?.Title;

    private string RecheckText => recheck switch
    {
        { DoneOn: { } on, Passed: true } => $"{on:yyyy-MM-dd} 复查达标",
        { DoneOn: { } on } => $"{on:yyyy-MM-dd} 复查不达标，已重开",
        _ => $"{recheck!.DueOn:yyyy-MM-dd} 前复查",
    };

    /// <summary>The values that are given: a page for reading shows no row of strokes.</summary>
    private IReadOnlyList<Column> Given(IReadOnlyList<Column> columns) => [.. columns.Where(c => CellText.Of(c, problem!, regions.Tree, clock.Today, user.Identity).Length > 0)];

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => InvokeAsync(() => FollowAsync(batch)));
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync(LiveBatch batch)
    {
        if (problem is null || left.IsCancellationRequested) return;
        var (moved, pictured) = (Touches(ProblemLedger.Key), Touches(nameof(Attachment)));
        if (pictured) photoRevision++;
        if (moved) await ReadAsync();
        if (moved || pictured) StateHasChanged();

        bool Touches(string what) => batch.Changes.TryGetValue(what, out var regions) && regions.Contains(problem.Region);
    }

    private async Task ReadAsync()
    {
        try
        {
            view = new LedgerView(ProblemLedger.Ledger, new LedgerQuery(), clock.Today, user.Identity, _ => Task.CompletedTask, _ => EditAsync(), _ => Task.CompletedTask, ReadAsync);
            problem = await desk.FindAsync(Id, left.Token);
            isMissing = problem is null;
            steps = await desk.HistoryAsync(Id, left.Token);
            recheck = await desk.LastRecheckAsync(Id, left.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ActAsync(ProblemAct act)
    {
        if (await dialogs.OpenAsync(act, [problem!])) await ReadAsync();
    }

    private async Task LinkAsync()
    {
        if (await rowDialogs.LinkAsync(problem!, view!)) await ReadAsync();
    }

    private async Task EditAsync()
    {
        if (await rowDialogs.OpenAsync(problem!, view!, presentation: null)) await ReadAsync();
    }
}
