using Microsoft.AspNetCore.Components;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The red count beside the menu entry (菜单红点): overdue follow-ups in the user's places, live.</summary>
public sealed partial class OverdueFollowUps(RegionTotals totals, RegionDirectory regions, LiveFeed feed, CurrentUser user) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private long overdue;

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => batch.Touches([FollowUpLedger.Key]) ? InvokeAsync(ShowAsync) : Task.CompletedTask);
        return ReadAsync();
    }

    private async Task ShowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (regions.Tree.Nodes.Count == 0 || left.IsCancellationRequested || !user.Identity.May(Act.ListHealth)) return;
        try
        {
            overdue = (await totals.FigureAsync(FollowUpMeasures.Overdue, regions.Tree.Nodes[0].Key, user.Identity.Scope, left.Token)).Count;
        }
        catch (OperationCanceledException)
        {
            // The menu is gone.
        }
    }
}
