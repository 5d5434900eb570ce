using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings.Pages;

/// <summary>The screening of one household on its own page (入户摸排), made for one thumb: known facts stand there, results follow from them.</summary>
public sealed partial class ScreeningFormPage(
    ScreeningDesk desk, RecheckDesk rechecks, LedgerEditor editor, CodeListDirectory codes, SettingsDirectory settings, RegionDirectory regions, Clock clock, Snack snack, NavigationManager navigation) : ComponentBase
{
    private ScreeningSheet? sheet;
    private ScreeningForm? form;
    private IReadOnlyList<string> faults = [];
    private bool isMissing;
    private bool busy;
    private bool leaving;
    private bool saved;

    [Parameter]
    public long Id { get; set; }

    private bool IsDirty => form?.Form.IsDirty == true && !saved;

    private string BackHref => sheet is null ? "/screening" : string.Create(CultureInfo.InvariantCulture, $"/screening?region={sheet.Household.Region}");

    private IEnumerable<string> Facts => new[]
    {
        regions.Tree.NameOf(sheet!.Household.Region), sheet.Household.Size is { } size ? $"{size} 人" : "", sheet.Household.Type, sheet.Household.MonitorKind.Length > 0 ? "监测对象" : "",
    }.Where(t => t.Length > 0);

    protected override async Task OnParametersSetAsync()
    {
        if (sheet?.Household.Id == Id) return;
        (sheet, form, faults, saved) = (null, null, [], false);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var typed = form;
        sheet = await desk.ReadAsync(Id, CancellationToken.None);
        isMissing = sheet is null;
        // What has been typed stays when a second look was recorded on the way.
        if (sheet is not null && typed is null) form = new ScreeningForm(sheet.Draft, ScreeningJudge.On(settings, sheet.Draft.ScreenedOn), new ColumnParser(codes.Current, clock.Today));
    }

    private static string SegmentOf(string result) => result switch { ScreeningResult.Met => "passed", ScreeningResult.Failed => "failed", ScreeningResult.NotApplicable => "skipped", _ => "" };

    private string HintOf(ScreeningItem item)
    {
        if (!item.MayBeNotApplicable) return "";
        return sheet!.Children.Count == 0 ? "家庭成员里没有学龄孩子，建议选不适用。" : $"学龄孩子 {sheet.Children.Count} 人：{string.Join("、", sheet.Children.Select(WordsOf))}。";
    }

    private string WordsOf(Member child) => string.Join(' ', new[]
    {
        child.Name, $"{MemberRules.AgeOn(child.BornOn, clock.Today)} 岁", child.DropoutReason.Length > 0 ? "失学辍学" : child.Student.Length > 0 ? child.Student : "就学情况未登记",
    });

    private async Task SaveAsync()
    {
        if (busy) return;
        (busy, leaving, faults) = (true, false, []);
        try
        {
            if (form!.Form.Build(new ColumnParser(codes.Current, clock.Today), codes.Current, clock.Today) is { } row) await SendAsync(row);
            // Faults of results and facts stand at their fields, and once more where the thumb is.
            faults = [.. form.Form.RowFaults, .. form.Form.Fields.Select(f => f.Fault).OfType<string>()];
        }
        finally
        {
            busy = false;
        }
    }

    private async Task SendAsync(LedgerRow row)
    {
        switch (await editor.SaveAsync(ScreeningLedger.Ledger, row, form!.Loaded.Version, CancellationToken.None))
        {
            case RowSaved done:
                saved = true;
                var failed = ((Screening)done.Row).FailedCount;
                snack.Done(failed == 0 ? "保存摸排，全部达标" : $"保存摸排，未达标 {failed} 项已转入整改台账");
                navigation.NavigateTo(BackHref);
                break;
            case RowInvalid invalid:
                form.Form.PutFaults(invalid.Faults);
                break;
            case RowRefused refused:
                form.Form.PutFaults([new Fault("", refused.Sentence)]);
                break;
            case RowConflict conflict:
                form.Form.PutFaults([new Fault("", $"{conflict.Who}在 {Clock.ToLocal(conflict.When):MM-dd HH:mm} 已保存这一户今天的摸排。请重新打开后核对。")]);
                break;
        }
    }

    /// <summary>A link elsewhere with unsaved answers: stay and ask.</summary>
    private void Guard(LocationChangingContext context)
    {
        if (!IsDirty || leaving || context.TargetLocation == navigation.Uri) return;
        context.PreventNavigation();
        leaving = true;
        StateHasChanged();
    }

    private void Abandon()
    {
        saved = true;
        navigation.NavigateTo(BackHref);
    }
}
