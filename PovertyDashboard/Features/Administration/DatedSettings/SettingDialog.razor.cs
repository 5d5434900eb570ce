using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.DatedSettings;

/// <summary>The values of one setting, and the form for the next (设置表单).</summary>
public sealed partial class SettingDialog(SettingService service, Clock clock) : ComponentBase
{
    private static readonly IReadOnlyList<(string Key, string Title)> YesNo = [("1", "是"), ("0", "否")];
    private IReadOnlyList<SettingValue> history = [];
    private AdminOutcome? outcome;
    private string value = "";
    private string from = "";
    private string source = "";
    private bool busy;

    [Parameter, EditorRequired]
    public SettingLine Line { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private SettingDefinition Definition => Line.Definition;

    private bool IsAsked => outcome is { Warnings.Count: > 0 };

    private string InputMode => Definition.Kind switch { SettingKind.Number => "numeric", SettingKind.Decimal => "decimal", _ => "text" };

    protected override async Task OnInitializedAsync()
    {
        from = ColumnText.Day(clock.Today);
        history = await service.HistoryAsync(Line.Key, CancellationToken.None);
    }

    private string? FaultOf(string field) => outcome?.Faults.Where(f => f.Column == field).Select(f => f.Message).FirstOrDefault();

    private string? Invalid(string field) => FaultOf(field) is null ? null : "true";

    /// <summary>Another value or day is another question.</summary>
    private void Change(Action change)
    {
        change();
        if (IsAsked) outcome = null;
    }

    private async Task SaveAsync()
    {
        var faults = new List<Fault>();
        var asked = new NewSetting(Line.Key, Definition.Kind == SettingKind.Day ? DayText(value) : value, Day(from, faults), source);
        if (faults.Count > 0)
        {
            outcome = AdminOutcome.Invalid(faults);
            return;
        }

        busy = true;
        outcome = await service.AddAsync(asked, IsAsked, CancellationToken.None);
        busy = false;
        if (outcome.Done) Dialog.Close(outcome);
    }

    /// <summary>A day in any usual form as it is stored; what is no day stays as written, for the sentence.</summary>
    private string DayText(string written) => DateText.Read(written, clock.Today).Day is { } day ? ColumnText.Day(day) : written;

    private DateOnly? Day(string text, List<Fault> faults)
    {
        if (text.Trim().Length == 0) return null;
        var (day, fault) = DateText.Read(text, clock.Today);
        if (fault is not null) faults.Add(new Fault("生效日期", RowValidation.Sentence("生效日期", $"{fault}。请填写存在的日期，例如 2020-09-01")));
        return day;
    }
}
