using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>The household's income by year against the line of each year (历年收入), on the household file.</summary>
public sealed partial class IncomeFilePart(IDbContextFactory<AppDbContext> stores, SettingsDirectory settings) : ComponentBase
{
    private static readonly IReadOnlyList<FigureColumn> Columns =
        [new("年度", IsNumber: false), new("统计期", IsNumber: false), new("人口"), new("工资性"), new("生产经营性"), new("财产性"), new("转移性"), new("经营支出"), new("纯收入"), new("人均"), new("收入线")];

    private List<Income> sheets = [];
    private string? differing;

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await using var db = await stores.CreateDbContextAsync();
        sheets = await db.Set<Income>().AsNoTracking().Where(i => i.HouseholdId == Household).OrderByDescending(i => i.Year).ThenByDescending(i => i.Id).ToListAsync();
        var household = await db.Set<Household>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == Household);
        var isOther = sheets.Count > 0 && household?.Year == sheets[0].Year && household.IncomePerHead is { } shown && shown != sheets[0].PerHead;
        differing = isOther ? ColumnText.Scaled(household!.IncomePerHead!.Value, 2) : null;
    }

    private IReadOnlyList<FigureCell> RowOf(Income income)
    {
        var (period, line) = (IncomePeriod.Of(income.Year, settings), IncomePeriod.LineOf(income.Year, settings));
        return
        [
            income.Year.ToString(CultureInfo.InvariantCulture), $"{period.From:yyyy-MM-dd} 至 {period.To:yyyy-MM-dd}", income.Size?.ToString(CultureInfo.InvariantCulture) ?? "",
            Yuan(income.WageIncome), Yuan(income.BusinessIncome), Yuan(income.PropertyIncome), Yuan(income.TransferIncome), Yuan(income.BusinessCost), Yuan(income.NetIncome),
            new FigureCell(Yuan(income.PerHead), IsBad: income.PerHead < line), Yuan(line),
        ];
    }

    private static string Yuan(long? fen) => fen is { } value ? ColumnText.Scaled(value, 2) : "";
}
