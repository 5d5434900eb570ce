using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The due day of a follow-up with the days left or overdue, or that it is done (应随访日期).</summary>
public sealed partial class DueCell : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter]
    public Column? Column { get; set; }

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private FollowUp FollowUp => (FollowUp)Row;
}
