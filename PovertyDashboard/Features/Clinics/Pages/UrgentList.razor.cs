using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>Who must be referred at once (紧急转诊名单): values and flags for health roles, names and days for the office.</summary>
public sealed partial class UrgentList(RegionDirectory regions, SettingsDirectory settings, ClinicDesk desk) : ComponentBase
{
    private static readonly Column Phone = ClinicRecordLedger.Column(nameof(ClinicRecord.Phone));

    [Parameter, EditorRequired]
    public IReadOnlyList<ClinicPerson> People { get; set; } = [];

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter]
    public string Title { get; set; } = FollowUpPlan.Refer;

    /// <summary>The list behind the figure.</summary>
    [Parameter]
    public string ListHref { get; set; } = LedgerAddress.Page(FollowUpLedger.Ledger, new LedgerQuery { Measure = FollowUpMeasures.OpenReferrals.Key });

    /// <summary>The thresholds in force, in words.</summary>
    private string Rule
    {
        get
        {
            var limits = HealthThresholds.On(settings, Today);
            return $"收缩压 {limits.Urgent.Systolic} 或舒张压 {limits.Urgent.Diastolic} 起，血糖 {ColumnText.Scaled(limits.UrgentGlucose.High, 1)} 起或不高于 {ColumnText.Scaled(limits.UrgentGlucose.Low, 1)}；两周内随访";
        }
    }

    private bool MayWrite => desk.MayWrite;

    private static bool IsOpen(ClinicPerson person) => person.FollowUp is not { IsOpen: false };

    private IEnumerable<string> Facts(ClinicPerson person) =>
        new[] { person.Gender, person.Age is { } age ? $"{age} 岁" : "", regions.Tree.NameOf(person.Region) }.Where(t => t.Length > 0);
}
