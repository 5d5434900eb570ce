using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The record of one visit with its photos and the problem that it opened (走访记录); live.</summary>
public sealed partial class VisitPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<Column> Facts = [.. VisitLedger.Ledger.Columns.Where(c => c.Place is null)];

    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly IDialogService dialogs;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly Snack snack;
    private readonly LiveReload live;
    private Visit? visit;
    private Problem? problem;
    private bool isMissing;

    public VisitPage(IDbContextFactory<AppDbContext> contexts, IDialogService dialogs, RegionDirectory regions, CurrentUser user, Clock clock, Snack snack, LiveFeed feed)
    {
        (this.contexts, this.dialogs, this.regions, this.user, this.clock, this.snack) = (contexts, dialogs, regions, user, clock, snack);
        live = new LiveReload(feed, [VisitLedger.Key, "problems", nameof(Attachment)], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long Id { get; set; }

    private bool MayWrite => VisitLedger.Ledger.MayEdit(user.Identity) && user.Identity.Scope.Contains(visit!.Region);

    private LedgerView View => new(VisitLedger.Ledger, new LedgerQuery(), clock.Today, user.Identity, _ => Task.CompletedTask, _ => Task.CompletedTask, _ => Task.CompletedTask, ReadAsync);

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(live.Left);
            visit = await db.Set<Visit>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == Id, live.Left);
            isMissing = visit is null;
            problem = visit is null ? null : await VisitProblems.OfAsync(db, Id, live.Left);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReportAsync()
    {
        if (!await FindingDialog.ShowAsync(dialogs, visit!)) return;
        snack.Done("转整改", 1, "件");
        await ReadAsync();
    }
}
