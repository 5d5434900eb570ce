using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>Draws the sample of a plan, shows with what it was drawn, and proves it (抽样卡).</summary>
public sealed partial class DrawCard(SamplingDesk desk, SampleKeeper keeper, PlanReader reader, LedgerCatalog catalog, SettingsDirectory settings, CurrentUser user, Snack snack) : ComponentBase
{
    private static readonly (SampleSpread Value, string Title)[] Spreads = [(SampleSpread.Total, "合计"), (SampleSpread.EachVillage, "每村"), (SampleSpread.BySize, "按村大小")];

    private readonly HashSet<long> chosen = [];
    private IReadOnlyList<DrawVillage>? villages;
    private SampleSpread spread = SampleSpread.Total;
    private DrawCheck? proof;
    private Fault? fault;
    private string size = "", reserve = "2", seed = "", must = "", mustMeasure = "", reason = "";
    private long shown;
    private bool isOpen;
    private bool busy;

    [Parameter, EditorRequired]
    public Inspection Plan { get; set; } = default!;

    /// <summary>Whether anybody was interviewed already: then the list stands.</summary>
    [Parameter]
    public bool HasInterviews { get; set; }

    [Parameter]
    public EventCallback OnDrawn { get; set; }

    private bool MayDraw => desk.MayDraw && user.Identity.Scope.Contains(Plan.Region);

    private int ChosenHouseholds => villages!.Where(v => chosen.Contains(v.Key)).Sum(v => v.Households);

    /// <summary>Lists of households that may have to be drawn.</summary>
    private IEnumerable<Measure> Lists => catalog.Measures.Where(m => m is RowMeasure { Kind: MeasureKind.Count, Ledger.Key: HouseholdLinks.LedgerKey } && user.Identity.MayList(m.Ledger));

    private string SpreadHelp
    {
        get
        {
            var limits = SampleLimits.On(settings, Plan.StartsOn);
            return spread switch
            {
                SampleSpread.Total => "从所选各村合起来抽这么多户。",
                SampleSpread.EachVillage => "每个村抽同样的户数，任何一村不足就不抽。",
                _ => $"{limits.LargeFrom} 户及以上的村抽 {limits.OfLarge} 户，不足的村抽 {limits.OfSmall} 户，更少的全抽。",
            };
        }
    }

    private IEnumerable<(string Name, string Text)> Facts =>
    [
        ("随机种子", Plan.Seed), ("抽样户数", $"{Plan.SampleSize} 户"), ("抽样总体", $"{Plan.Population} 户"), ("抽样日期", Plan.DrawnOn is { } day ? ColumnText.Day(day) : ColumnText.Empty), ("抽样人", Plan.DrawnBy),
        ("抽样次数", Plan.Draws > 1 ? $"第 {Plan.Draws} 次，原因：{Plan.RedrawReason}" : "1 次"),
    ];

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Plan.Id) return;
        (shown, proof, fault, isOpen) = (Plan.Id, null, null, false);
        if (!Plan.IsDrawn && MayDraw) await OpenAsync();
    }

    private async Task OpenAsync()
    {
        villages = await reader.VillagesAsync(Plan, CancellationToken.None);
        chosen.Clear();
        chosen.UnionWith(villages.Select(v => v.Key));
        isOpen = Plan.IsDrawn;
    }

    private void Toggle(long village)
    {
        if (!chosen.Remove(village)) chosen.Add(village);
    }

    private void ChooseAll()
    {
        if (chosen.Count == villages!.Count) chosen.Clear();
        else chosen.UnionWith(villages.Select(v => v.Key));
    }

    private async Task ProveAsync() => proof = await keeper.CheckAsync(Plan.Id, CancellationToken.None);

    private async Task DrawAsync()
    {
        if (busy) return;
        (busy, fault, proof) = (true, null, null);
        try
        {
            var (wanted, spare) = (Number(size), Number(reserve));
            if (reserve.Trim().Length > 0 && spare is null)
            {
                fault = new Fault("备选户数", $"备选户数：不是整数（“{reserve.Trim()}”）。请填写整数，例如 2。");
                return;
            }

            var outcome = await desk.DrawAsync(Plan.Id, Plan.Version, new SampleRequest([.. chosen.Order()], spread, wanted, spare, seed, must, mustMeasure, reason), CancellationToken.None);
            fault = outcome.Fault;
            if (fault is not null) return;
            isOpen = false;
            snack.Done($"抽样 {outcome.Drawn} 户，备选 {outcome.Reserve} 户");
            await OnDrawn.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
