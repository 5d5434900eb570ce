using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;

namespace PovertyDashboard.Features.Households.Screenings.Pages;

/// <summary>The newest screening on the household file (最近一次摸排): seven results with their basis.</summary>
public sealed partial class ScreeningFilePart(ScreeningDesk desk) : ComponentBase
{
    private Screening? newest;

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    protected override async Task OnParametersSetAsync() =>
        newest = await desk.ReadAsync(Household, CancellationToken.None) is { } sheet ? sheet.Draft.Id != 0 ? sheet.Draft : sheet.Last : null;

    private static string ToneOf(string result) => result switch { ScreeningResult.Met => "closed", ScreeningResult.Failed => "overdue", _ => "assign" };
}
