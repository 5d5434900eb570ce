using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>Registration on the spot (现场登记): find the person, type the values, see the flag while typing, save; whatever is refused stays typed.</summary>
public sealed partial class RegisterForm(
    PersonFinder finder, LedgerEditor editor, CodeListDirectory codes, SettingsDirectory settings, RegionDirectory regions, Clock clock, NavigationManager navigation) : ComponentBase
{
    private const string KindList = "glucose-kind";

    private static readonly string[] More =
    [
        nameof(ClinicRecord.HouseholdName), nameof(ClinicRecord.Phone), nameof(ClinicRecord.Medicine), nameof(ClinicRecord.Allergy), nameof(ClinicRecord.Height), nameof(ClinicRecord.Weight),
        nameof(ClinicRecord.Impression), nameof(ClinicRecord.Referred), nameof(ClinicRecord.ReferredTo), nameof(ClinicRecord.Doctor), nameof(ClinicRecord.Remark),
    ];

    private IReadOnlyList<FoundPerson> found = [];
    private LedgerForm form = null!;
    private ClinicRecord? saved;
    private IReadOnlyList<string> faults = [];
    private string find = "";
    private string pressureFlag = "";
    private string glucoseFlag = "";
    private string? pressureFault;
    private bool isOpen;
    private bool busy;
    private bool leaving;
    private long shown;

    [Parameter, EditorRequired]
    public Clinic Clinic { get; set; } = default!;

    /// <summary>How many are registered already.</summary>
    [Parameter]
    public int Registered { get; set; }

    /// <summary>Somebody has been registered.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    private IReadOnlyList<string> Kinds => codes.Current.Texts(KindList);

    private ColumnParser Parser => new(codes.Current, clock.Today);

    private bool IsDirty => !busy && form.IsDirty;

    protected override void OnParametersSet()
    {
        if (shown == Clinic.Id) return;
        shown = Clinic.Id;
        Reset();
    }

    private FormField Field(string key) => form.Fields.First(f => f.Column.Key == key);

    private void Reset()
    {
        var record = new ClinicRecord { Region = Clinic.Region, HeldOn = Clinic.HeldOn, Venue = Clinic.Venue, Organiser = Clinic.Organiser };
        form = new LedgerForm(ClinicRecordLedger.Ledger, ClinicRecordLedger.Ledger.Columns, record);
        (find, found, faults, leaving, isOpen) = ("", [], [], false, false);
        (pressureFlag, glucoseFlag, pressureFault) = ("", "", null);
    }

    private async Task<IReadOnlyList<LookupItem>> FindAsync(string text)
    {
        found = await finder.FindAsync(text, Clinic.Region, Clinic.HeldOn, CancellationToken.None);
        return [.. found.Select((p, i) => new LookupItem(i, p.Name, NoteOf(p)))];
    }

    /// <summary>大杨新村 · 户主邓某 · 72 岁 · 371599********0017.</summary>
    private string NoteOf(FoundPerson person) => string.Join(" · ", new[]
    {
        regions.Tree.NameOf(person.Region), person.HouseholdName.Length > 0 && person.HouseholdName != person.Name ? $"户主{person.HouseholdName}" : "",
        person.Age is { } age ? $"{age} 岁" : "", Mask.Text(Sensitivity.Identity, person.IdNumber),
    }.Where(t => t.Length > 0));

    private void Pick(LookupItem item)
    {
        var person = found[(int)item.Key];
        saved = null;
        find = person.Name;
        Put(nameof(ClinicRecord.Name), person.Name);
        Put(nameof(ClinicRecord.Gender), person.Gender);
        Put(nameof(ClinicRecord.Age), person.Age is { } age ? age.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        Put(nameof(ClinicRecord.IdNumber), person.IdNumber);
        Put(nameof(ClinicRecord.Phone), person.Phone);
        if (Field(nameof(ClinicRecord.History)).Text.Length == 0) Put(nameof(ClinicRecord.History), person.History);
        Put(nameof(ClinicRecord.HouseholdName), person.HouseholdName);
        if (person.HouseholdId is { } household) form.Pick(Field(nameof(ClinicRecord.HouseholdName)), new HouseholdKey(household, person.Region, "", person.HouseholdName, ""));
        form.Region = person.Region;
    }

    private void Put(string key, string text)
    {
        form.Type(Field(key), text);
        Field(key).Fault = null;
    }

    /// <summary>A measured value as it is typed: its flag stands at once, what is out of range when it is complete.</summary>
    private void Type(string key, string text)
    {
        saved = null;
        form.Type(Field(key), text);
        Field(key).Fault = null;
        var limits = HealthThresholds.On(settings, Clinic.HeldOn);
        var (high, low) = (Whole(nameof(ClinicRecord.Systolic)), Whole(nameof(ClinicRecord.Diastolic)));
        var isSane = high is >= BloodPressure.MinSystolic and <= BloodPressure.MaxSystolic && low is >= BloodPressure.MinDiastolic and <= BloodPressure.MaxDiastolic;
        pressureFault = isSane ? BloodPressure.FaultsOf(high, low).Select(f => f.Message).FirstOrDefault() : null;
        pressureFlag = isSane && pressureFault is null ? HealthFlags.OfPressure(high, low, limits) : "";
        var glucose = NumberText.Scaled(Field(nameof(ClinicRecord.Glucose)).Text, 1);
        glucoseFlag = glucose is >= ClinicRecordLedger.MinGlucose and <= ClinicRecordLedger.MaxGlucose ? HealthFlags.OfGlucose(glucose, Field(nameof(ClinicRecord.GlucoseKind)).Text, limits) : "";
    }

    private int? Whole(string key) => NumberText.Whole(Field(key).Text) is { } value and >= 0 and < 10_000 ? (int)value : null;

    private void Check(FormField field)
    {
        saved = null;
        LedgerForm.Check(field, Parser);
    }

    private async Task SaveAsync()
    {
        if (busy) return;
        (busy, saved, leaving) = (true, null, false);
        try
        {
            if (form.Build(Parser, codes.Current, clock.Today) is { } row) await SendAsync(row);
            ShowFaults();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task SendAsync(LedgerRow row)
    {
        switch (await editor.SaveAsync(ClinicRecordLedger.Ledger, row, 0, CancellationToken.None))
        {
            case RowSaved done:
                Reset();
                saved = (ClinicRecord)done.Row;
                await OnSaved.InvokeAsync();
                // Back to the search of the next person; on a phone the form is longer than the screen.
                navigation.NavigateTo($"{ClinicLedger.Ledger.RowHref!(Clinic)}#register", replace: true);
                break;
            case RowInvalid invalid:
                form.PutFaults(invalid.Faults);
                break;
            case RowRefused refused:
                form.PutFaults([new Fault("", refused.Sentence)]);
                break;
            default:
                break;
        }
    }

    /// <summary>Faults of fields that show none of their own stand above the form, in full.</summary>
    private void ShowFaults()
    {
        string[] own = [nameof(ClinicRecord.Name), nameof(ClinicRecord.IdNumber), nameof(ClinicRecord.Gender), nameof(ClinicRecord.Age), nameof(ClinicRecord.Pulse), nameof(ClinicRecord.Glucose), .. More];
        faults = [.. form.RowFaults, .. form.Fields.Where(f => f.Fault is not null && !own.Contains(f.Column.Key)).Select(f => f.Fault!)];
        pressureFault = new[] { nameof(ClinicRecord.Systolic), nameof(ClinicRecord.Diastolic) }.Select(key => Field(key).Fault).FirstOrDefault(f => f is not null) ?? pressureFault;
        isOpen = isOpen || form.PlaceFault is not null || More.Any(key => Field(key).Fault is not null);
    }

    /// <summary>A link elsewhere with unsaved text: stay and ask.</summary>
    private void Guard(LocationChangingContext context)
    {
        if (!IsDirty || leaving || context.TargetLocation == navigation.Uri) return;
        context.PreventNavigation();
        leaving = true;
        StateHasChanged();
    }
}
