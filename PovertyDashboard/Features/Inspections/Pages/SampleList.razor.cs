using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>The drawn households of a plan (抽样户名单): whom to interview next, who was replaced and why.</summary>
public sealed partial class SampleList(InterviewDesk desk, SampleKeeper keeper, CodeListDirectory codes, RegionDirectory regions, Snack snack) : ComponentBase
{
    private const string All = "全部", Called = "应访";

    private static readonly string[] Views = [Called, SampleState.Waiting, SampleState.Visited, SampleState.Replaced, SampleState.Reserve, All];

    private string shown = Called;
    private string reason = "", note = "";
    private string? fault;
    private long asked;
    private bool busy;

    [Parameter, EditorRequired]
    public PlanSheet Sheet { get; set; } = default!;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private IEnumerable<SampleLine> Lines => Sheet.Samples.Where(s => IsIn(s, shown));

    private static bool IsIn(SampleLine line, string view) => view == All || line.Sample.State == view || (view == Called && line.Sample.State is SampleState.Waiting or SampleState.Visited);

    private int CountOf(string view) => Sheet.Samples.Count(s => IsIn(s, view));

    private static string ToneOf(string state) => state switch { SampleState.Visited => "closed", SampleState.Waiting => "verify", SampleState.Replaced => "outlined", _ => "assign" };

    private static IEnumerable<string> About(Sample sample)
    {
        if (sample.Kind != SampleKind.Random) yield return sample.Kind;
        if (sample.StandsFor is { } order) yield return $"顶替第 {order} 户";
        if (sample.VisitedOn is { } day) yield return $"{ColumnText.Day(day)} 访谈";
        if (sample.ReplaceReason.Length > 0) yield return $"{sample.ReplaceReason}{(sample.ReplaceNote.Length > 0 ? $"：{sample.ReplaceNote}" : "")}";
        if (sample.ReplacedOn is { } on) yield return $"{ColumnText.Day(on)} {sample.ReplacedBy}替换";
        if (sample.HouseholdNumber.Length > 0) yield return $"户编号 {sample.HouseholdNumber}";
    }

    private void Ask(Sample sample) => (asked, reason, note, fault) = (sample.Id, "", "", null);

    private async Task ReplaceAsync(Sample sample)
    {
        if (busy) return;
        busy = true;
        try
        {
            fault = await keeper.ReplaceAsync(sample.Id, sample.Version, reason, note, CancellationToken.None);
            if (fault is not null) return;
            asked = 0;
            snack.Done("替换", 1, "户");
            await OnChanged.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }
}
