using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>A flag of a value as a chip (提示): red for a referral at once, amber to measure again, else quiet.</summary>
public sealed partial class FlagChip : ComponentBase
{
    [Parameter, EditorRequired]
    public string Flag { get; set; } = "";

    private string Tone => HealthFlags.IsUrgent(Flag) ? "overdue" : HealthFlags.IsRaised(Flag) ? "verify" : Flag == HealthFlags.Normal ? "closed" : "assign";

    private string? Mark => HealthFlags.IsUrgent(Flag) ? Icons.Material.Outlined.LocalHospital
        : HealthFlags.IsRaised(Flag) ? Icons.Material.Outlined.WarningAmber
        : Flag == HealthFlags.Normal ? Icons.Material.Outlined.CheckCircle : null;
}
