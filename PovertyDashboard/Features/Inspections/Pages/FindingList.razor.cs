using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>What a plan has found, with the state of each problem (发现问题和整改情况).</summary>
public sealed partial class FindingList(LedgerCatalog catalog, RegionDirectory regions, Clock clock) : ComponentBase
{
    private static readonly IReadOnlyList<FigureColumn> Columns =
    [
        new("序号"), new("村", IsNumber: false), new("户主/项目", IsNumber: false), new("类别", IsNumber: false), new("种类", IsNumber: false), new("问题描述", IsNumber: false), new("发现日期", IsNumber: false),
        new("整改", IsNumber: false), new("整改时限", IsNumber: false),
    ];

    [Parameter, EditorRequired]
    public PlanSheet Sheet { get; set; } = default!;

    private IReadOnlyList<FigureCell> RowOf(FindingLine line)
    {
        var finding = line.Finding;
        return
        [
            new FigureCell($"{finding.Number}", LedgerAddress.Edit(FindingLedger.Ledger, new LedgerQuery(), finding)), regions.Tree.NameOf(finding.Region), finding.HouseholdName, finding.Category, finding.Kind, finding.Description,
            ColumnText.Day(finding.FoundOn), ProblemOf(line.Problem), line.Problem?.DueOn is { } due ? new FigureCell(ColumnText.Day(due), IsBad: line.Problem.IsOverdue(clock.Today)) : "",
        ];
    }

    private FigureCell ProblemOf(Problem? problem) => problem is null ? "" : new FigureCell(problem.State, catalog.Ledger(LoopKeys.Problems) is null ? null : $"/problems/{problem.Id}");
}
