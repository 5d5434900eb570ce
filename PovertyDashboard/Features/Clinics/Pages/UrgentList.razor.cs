using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>Who must be referred at once (紧急转诊名单): values and flags for health roles, names and days for the office.</summary>
public sealed partial class UrgentList(RegionDirectory regions, ClinicDesk desk) : ComponentBase
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

    private bool MayWrite => desk.MayWrite;

    private IEnumerable<string> Facts(ClinicPerson person) =>
        new[] { person.Gender, person.Age is { } age ? $"{age} 岁" : "", regions.Tree.NameOf(person.Region) }.Where(t => t.Length > 0);
}
