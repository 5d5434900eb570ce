using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>The interview of a drawn household on its own page (入户、电话访谈), made for one thumb: the questions of the year, contentment, signature.</summary>
public sealed partial class InterviewPage(InterviewDesk desk, CodeListDirectory codes, RegionDirectory regions, Clock clock, Snack snack, NavigationManager navigation) : ComponentBase
{
    private static readonly string[] Ways = [InterviewWay.Home, InterviewWay.Phone];
    private static readonly string[] TalkFields = [nameof(Interview.HeldOn), nameof(Interview.Surveyor), nameof(Interview.SecondSurveyor), nameof(Interview.Respondent)];
    private static readonly string[] PeopleFields = [nameof(Interview.People), nameof(Interview.WronglyLifted), nameof(Interview.Missed)];
    private static readonly Column[] Ratings = [InterviewLedger.WithHelper, InterviewLedger.WithTeam, InterviewLedger.WithVillage, InterviewLedger.WithResults, InterviewLedger.Approval];

    private InterviewSheet? sheet;
    private InterviewForm? form;
    private IReadOnlyList<string> faults = [];
    private string target = "";
    private bool isMissing;
    private bool busy;
    private bool leaving;
    private bool saved;

    [Parameter]
    public long Plan { get; set; }

    [Parameter]
    public long SampleId { get; set; }

    private bool IsDirty => form?.IsDirty == true && !saved;

    private string BackHref => InspectionAddress.Of(Plan);

    protected override async Task OnParametersSetAsync()
    {
        if (sheet?.Sample.Id == SampleId) return;
        (form, faults, saved) = (null, [], false);
        sheet = await desk.ReadAsync(Plan, SampleId, CancellationToken.None);
        isMissing = sheet is null;
        if (sheet is not null) form = new InterviewForm(sheet, new ColumnParser(codes.Current, clock.Today));
    }

    private void Put(string key, string text) => form!.Put(key, form.Text(key) == text && key != nameof(Interview.Way) ? "" : text);

    private async Task SaveAsync()
    {
        if (busy) return;
        (busy, leaving, faults) = (true, false, []);
        try
        {
            if (form!.Fields.Build(new ColumnParser(codes.Current, clock.Today), codes.Current, clock.Today) is not Interview row)
            {
                faults = [.. form.Fields.RowFaults, .. form.Fields.Fields.Select(f => f.Fault).OfType<string>()];
                return;
            }

            var outcome = await desk.SaveAsync(row, sheet!.Interview.Version, form.Asked.ToDictionary(q => q.Number, form.Of), CancellationToken.None);
            if (outcome.Faults.Count > 0)
            {
                // Faults stand where they belong, and once more where the thumb is.
                form.PutFaults(outcome.Faults);
                faults = [.. outcome.Faults.Select(f => f.Message)];
                return;
            }

            saved = true;
            snack.Done(outcome.Findings == 0 ? "保存访谈" : $"保存访谈，{outcome.Findings} 个问题已转整改台账");
            navigation.NavigateTo(BackHref);
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>A link elsewhere with unsaved answers: stay and ask.</summary>
    private void Guard(LocationChangingContext context)
    {
        if (!IsDirty || leaving || context.TargetLocation == navigation.Uri) return;
        context.PreventNavigation();
        (leaving, target) = (true, context.TargetLocation);
        StateHasChanged();
    }

    private void Abandon()
    {
        saved = true;
        navigation.NavigateTo(target);
    }
}
