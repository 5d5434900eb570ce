using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The next step of an open follow-up (操作): 随访 opens its form.</summary>
public sealed partial class FollowUpActions : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private FollowUp FollowUp => (FollowUp)Row;
}
