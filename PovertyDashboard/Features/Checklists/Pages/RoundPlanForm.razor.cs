using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Checklists.Month;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>Plans a round over every village of a place (安排督导).</summary>
public sealed partial class RoundPlanForm(RoundService service) : ComponentBase
{
    private const int UsualDays = 7;

    private string title = "";
    private string group = "";
    private string leader = "";
    private DateOnly startsOn;
    private DateOnly endsOn;
    private string fault = "";

    [Parameter, EditorRequired]
    public long Region { get; set; }

    [Parameter, EditorRequired]
    public string Place { get; set; } = "";

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter]
    public EventCallback OnPlanned { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() => (startsOn, endsOn) = (Today, Today.AddDays(UsualDays - 1));

    private async Task PlanAsync()
    {
        var (_, refusal) = await service.PlanAsync(new RoundPlan(Region, title, group, leader, startsOn, endsOn), CancellationToken.None);
        fault = refusal;
        if (fault.Length == 0) await OnPlanned.InvokeAsync();
    }
}
