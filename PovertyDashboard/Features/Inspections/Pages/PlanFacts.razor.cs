using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>What the plan says (督查计划要素).</summary>
public sealed partial class PlanFacts : ComponentBase
{
    private const int LongFrom = 18;

    [Parameter, EditorRequired]
    public Inspection Plan { get; set; } = default!;

    [Parameter]
    public DateOnly Today { get; set; }

    private IEnumerable<(string Name, string Text)> Facts
    {
        get
        {
            yield return ("组织单位", Plan.Organiser);
            yield return ("组长", Plan.Leader);
            if (Plan.Partners.Length > 0) yield return ("参加单位", Plan.Partners);
            if (Plan.Teams.Length > 0) yield return ("督查组", Plan.Teams);
            yield return ("督查范围", Plan.Extent);
            yield return ("问题来源", Plan.Source);
            yield return ("督查内容", Plan.Topics.Replace(",", "、", StringComparison.Ordinal));
            yield return ("题库年度", ColumnText.Format(InspectionLedger.Ledger.Columns.Single(c => c.Key == nameof(Inspection.Year)), Plan.Year));
            yield return ("督查结论", Plan.Conclusion.Length > 0 ? Plan.Conclusion : Plan.EndsOn < Today ? "已结束，还没有写结论" : "");
        }
    }
}
