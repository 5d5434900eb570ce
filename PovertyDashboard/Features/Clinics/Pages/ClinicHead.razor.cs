using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>What is known of a clinic (活动情况): who came, and the reported head-counts beside the records.</summary>
public sealed partial class ClinicHead : ComponentBase
{
    [Parameter, EditorRequired]
    public ClinicSheet Sheet { get; set; } = default!;

    /// <summary>Whether the count of records may be told.</summary>
    [Parameter]
    public bool MayList { get; set; }

    private Clinic Clinic => Sheet.Clinic;

    /// <summary>Reported heads without a record, or the other way round.</summary>
    private string? Difference => (Clinic.Served - Sheet.People.Count) switch
    {
        > 0 and var less => $"比上报少 {less} 人次",
        < 0 and var more => $"比上报多 {-more} 人次",
        _ => null,
    };

    private static string Or(string text) => text.Length == 0 ? ColumnText.Empty : text;
}
