using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>Who answers for a household today (现任责任人), on the household file above every assignment that it ever had.</summary>
public sealed partial class HelperCards(HelperReader reader, Visits.VisitReader visits, Clock clock) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();
    private HouseholdHelpers? helpers;

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    private string VisitWords => helpers!.LastVisit is { } day ? $"走访 {helpers.Visits} 次，最近 {day:yyyy-MM-dd}" : "还没有走访";

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            if (await visits.HouseholdAsync(Household, left.Token) is { } home) helpers = await reader.ReadAsync(home.Id, home.Region, clock.Today, left.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
