using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>When a household was last visited and whether that is in time (走访提醒), on the household file above its visits.</summary>
public sealed partial class VisitCard(HelperReader reader, VisitReader visits, SettingsDirectory settings, Clock clock) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();
    private HouseholdHelpers? helpers;

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    private bool IsLate => helpers!.LastVisit is not { } day || day < settings.VisitedSince(clock.Today);

    private string Words => helpers!.LastVisit is not { } day
        ? $"还没有走访。规定每 {Period} 天至少走访一次。"
        : IsLate ? $"最近一次走访是 {day:yyyy-MM-dd}，已过 {clock.Today.DayNumber - day.DayNumber} 天。规定每 {Period} 天至少走访一次。" : $"最近一次走访是 {day:yyyy-MM-dd}，在规定的 {Period} 天以内。";

    private int Period => settings.VisitPeriod(clock.Today);

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
