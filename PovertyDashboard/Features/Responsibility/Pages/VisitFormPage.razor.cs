using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The form of a visit to one household (登记走访), for one thumb: way, topics, what was found; the rest is filled in already.</summary>
public sealed partial class VisitFormPage(
    VisitReader reader, LedgerEditor editor, CodeListDirectory codes, RegionDirectory regions, CurrentUser user, Clock clock, NavigationManager navigation, Snack snack, IJSRuntime js) : ComponentBase
{
    private static readonly string[] Ways = [VisitWay.Home, VisitWay.Phone, VisitWay.Video];
    private static readonly string[] Folded = [nameof(Visit.Visitor), nameof(Visit.VisitedOn), nameof(Visit.Time), nameof(Visit.Remark)];

    private LedgerForm? form;
    private HouseholdKey? household;
    private string? banner;
    private string target = "";
    private bool isMissing;
    private bool isOpen;
    private bool busy;
    private bool leaving;
    private bool isLeft;

    [SupplyParameterFromQuery(Name = "household")]
    private long? Asked { get; set; }

    private bool IsDirty => !busy && !isLeft && form?.IsDirty == true;

    private ColumnParser Parser => new(codes.Current, clock.Today);

    private IReadOnlyList<string> Chosen => Field(nameof(Visit.Topics)).Text.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    protected override async Task OnParametersSetAsync()
    {
        if (form is not null && household?.Id == Asked) return;
        household = Asked is { } id ? await reader.HouseholdAsync(id, CancellationToken.None) : null;
        isMissing = household is null;
        if (household is null) return;
        var visit = new Visit
        {
            Region = household.Region,
            HouseholdName = household.HeadName,
            HouseholdId = household.Id,
            VisitedOn = clock.Today,
            Visitor = user.Identity.DisplayName,
            Way = VisitWay.Home,
        };
        form = new LedgerForm(VisitLedger.Ledger, VisitLedger.Ledger.Columns, visit);
    }

    /// <summary>The calendar button of dates needs the script that the ledger page also loads.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeAsync<IJSObjectReference>("import", "./js/ledger.js");
    }

    private FormField Field(string key) => form!.Fields.First(f => f.Column.Key == key);

    private void Put(string key, string text)
    {
        form!.Type(Field(key), text);
        Field(key).Fault = null;
    }

    private void Toggle(string topic)
    {
        var chosen = Chosen.Contains(topic) ? Chosen.Where(t => t != topic) : Chosen.Append(topic);
        Put(nameof(Visit.Topics), string.Join(',', codes.Current.Texts("visit-topic").Where(chosen.Contains)));
    }

    private void Check(FormField field) => LedgerForm.Check(field, Parser);

    private async Task SaveAsync()
    {
        if (busy || form is null) return;
        (busy, banner, leaving) = (true, null, false);
        try
        {
            if (form.Build(Parser, codes.Current, clock.Today) is not Visit row)
            {
                Show(form.RowFaults);
                return;
            }

            switch (await editor.SaveAsync(VisitLedger.Ledger, row, 0, CancellationToken.None))
            {
                case RowSaved saved:
                    isLeft = true;
                    snack.Done(row.Finding.Length > 0 ? "保存走访，问题已转整改" : "保存走访");
                    navigation.NavigateTo(VisitAddress.Of(saved.Row.Id));
                    break;
                case RowInvalid invalid:
                    form.PutFaults(invalid.Faults);
                    Show(form.RowFaults);
                    break;
                case RowRefused refused:
                    banner = refused.Sentence;
                    break;
                default:
                    break;
            }
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>Faults of the row, and of fields that this form does not ask for, stand above it.</summary>
    private void Show(IReadOnlyList<string> rowFaults)
    {
        string[] notAsked = [nameof(Visit.HouseholdName)];
        banner = rowFaults.Concat(form!.Fields.Where(f => notAsked.Contains(f.Column.Key)).Select(f => f.Fault!)).Append(form.PlaceFault!).FirstOrDefault(f => f is not null);
        isOpen = isOpen || form.Fields.Any(f => Folded.Contains(f.Column.Key) && f.Fault is not null);
    }

    private void LeaveAnyway()
    {
        isLeft = true;
        navigation.NavigateTo(target);
    }

    /// <summary>A link elsewhere with unsaved text: stay and ask.</summary>
    private void Guard(LocationChangingContext context)
    {
        if (!IsDirty || leaving) return;
        context.PreventNavigation();
        (leaving, target) = (true, context.TargetLocation);
        StateHasChanged();
    }
}
