using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>What a household has received of projects and of its village's collective (项目收益), on the household file.</summary>
public sealed partial class ProjectIncomePart(IDbContextFactory<AppDbContext> contexts) : ComponentBase
{
    private static readonly IReadOnlyList<FigureColumn> Columns =
        [new("年度", IsNumber: false), new("项目", IsNumber: false), new("类别", IsNumber: false), new("事由", IsNumber: false), new("金额"), new("发放日期", IsNumber: false)];

    private List<Distribution> rows = [];

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    private IReadOnlyList<FigureCell> Total => ["合计", "", "", "", ProjectText.Yuan(rows.Sum(r => r.Amount)), ""];

    protected override async Task OnParametersSetAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        rows = await db.Set<Distribution>().AsNoTracking().Where(d => d.HouseholdId == Household).OrderByDescending(d => d.Year).ThenBy(d => d.Id).ToListAsync();
    }

    private static IReadOnlyList<FigureCell> RowOf(Distribution row) =>
    [
        row.Year.ToString(CultureInfo.InvariantCulture), row.ProjectName.Length > 0 ? row.ProjectName : "村集体收入", row.Class, row.Reason, ProjectText.Yuan(row.Amount),
        row.PaidOn is { } paid ? ColumnText.Day(paid) : "还没有发放",
    ];
}
