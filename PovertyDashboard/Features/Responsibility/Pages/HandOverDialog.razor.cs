using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The hand-over of an assignment (交接), or its end without a successor (结束包联).</summary>
public sealed partial class HandOverDialog(HandOverDesk desk, CodeListDirectory codes, Clock clock, IJSRuntime js) : ComponentBase
{
    /// <summary>What is asked of the successor; the help of the ledger's form is about rows, not about a hand-over.</summary>
    private static readonly IReadOnlyList<Column> Columns = [.. AssignmentLedger.Ledger.Columns.Select(c => c with { Help = null })];

    private static readonly string[] Person = [nameof(Assignment.Helper), nameof(Assignment.Unit), nameof(Assignment.UnitLevel), nameof(Assignment.Post), nameof(Assignment.Phone), nameof(Assignment.Account)];

    private IReadOnlyList<Fault> faults = [];
    private LedgerForm form = null!;
    private string day = "";
    private string reason = "";
    private string? banner;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public Assignment Assignment { get; set; } = default!;

    [Parameter]
    public bool WithSuccessor { get; set; }

    private string Verb => WithSuccessor ? "交接" : "结束包联";

    private IEnumerable<FormField> Asked => form.Fields.Where(f => Person.Contains(f.Column.Key));

    private ColumnParser Parser => new(codes.Current, clock.Today);

    protected override void OnInitialized()
    {
        day = ColumnText.Day(clock.Today);
        var next = new Assignment
        {
            Region = Assignment.Region,
            Level = Assignment.Level,
            Area = Assignment.Area,
            HouseholdName = Assignment.HouseholdName,
            HouseholdId = Assignment.HouseholdId,
            StartedOn = clock.Today,
            Unit = Assignment.Unit,
            UnitLevel = Assignment.UnitLevel,
        };
        form = new LedgerForm(AssignmentLedger.Ledger, Columns, next);
    }

    /// <summary>The calendar button of dates needs the script that the ledger page also loads.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeAsync<IJSObjectReference>("import", "./js/ledger.js");
    }

    private static string Given(string text) => text.Length == 0 ? "单位未填" : text;

    private string? FaultOf(string header) => faults.Where(f => f.Column == header).Select(f => f.Message).FirstOrDefault();

    private string? Invalid(string header) => FaultOf(header) is null ? null : "true";

    private void Check(FormField field) => LedgerForm.Check(field, Parser);

    private async Task SaveAsync()
    {
        (faults, banner, busy) = ([], null, true);
        try
        {
            var parsed = Parser.Parse(AssignmentLedger.StartedOn, new Written(day));
            if (parsed is not { Fault: null, Value: DateOnly on })
            {
                faults = [new Fault("交接日期", RowValidation.Sentence("交接日期", parsed.Fault ?? "必填项为空。请填写"))];
                return;
            }

            var next = WithSuccessor ? form.Build(Parser, codes.Current, clock.Today) : null;
            if (WithSuccessor && next is null) return;
            Show(await desk.RunAsync(new HandOver(Assignment.Id, Assignment.Version, on, reason, (Assignment?)next), CancellationToken.None));
        }
        finally
        {
            busy = false;
        }
    }

    private void Show(SaveOutcome outcome)
    {
        switch (outcome)
        {
            case RowSaved:
                Dialog.Close(DialogResult.Ok(true));
                break;
            case RowInvalid invalid:
                faults = invalid.Faults;
                form.PutFaults(faults);
                banner = faults.FirstOrDefault(f => f.Column is not ("交接日期" or "结束原因") && !Asked.Any(a => a.Column.Header == f.Column)).Message;
                break;
            case RowConflict conflict:
                banner = $"没有保存：{conflict.Who}刚刚改过这一行。请关闭后重新打开。";
                break;
            case RowRefused refused:
                banner = refused.Sentence;
                break;
        }
    }
}
