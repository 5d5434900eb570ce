using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>How the audit of a home ends (定案卡): conclusion, day, people, opinion.</summary>
public sealed partial class ConclusionCard(AuditDesk desk, CurrentUser user, Clock clock) : ComponentBase
{
    private DateOnly? day;
    private string auditors = "";
    private string opinion = "";
    private string conclusion = "";
    private string? fault;
    private bool busy;

    [Parameter, EditorRequired]
    public AuditView View { get; set; } = default!;

    /// <summary>Sums of the lines that are still open.</summary>
    [Parameter, EditorRequired]
    public LineSums Open { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private string Day => day is { } on ? ColumnText.Day(on) : "";

    private long AnyLine => View.Lines.First(l => !l.Line.IsFixed).Line.Id;

    protected override void OnInitialized()
    {
        day = clock.Today;
        auditors = View.Waiting?.Auditors is { Length: > 0 } named ? named : user.Identity.DisplayName;
    }

    private void ReadDay(ChangeEventArgs e) =>
        day = DateOnly.TryParseExact(e.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    private Task AcceptRestAsync() => ActAsync(() => desk.AcceptRestAsync(AnyLine, CancellationToken.None));

    private Task ConcludeAsync() => day is not { } on
        ? Task.FromResult(fault = "审计日期：没有填写。请选择到户审计的日期。")
        : ActAsync(() => desk.ConcludeAsync(new ConclusionForm(AnyLine, on, auditors, conclusion, opinion), CancellationToken.None));

    private async Task ActAsync(Func<Task<AuditOutcome>> act)
    {
        (busy, fault) = (true, null);
        try
        {
            var outcome = await act();
            if (outcome.IsDone) await OnDone.InvokeAsync(outcome.Message);
            else fault = outcome.Message;
        }
        finally
        {
            busy = false;
        }
    }
}
