using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>The four kinds of income as one bar with their sums (年收入构成).</summary>
public sealed partial class IncomeCard : ComponentBase
{
    private static readonly FigureColumn[] Columns = [new("项目", IsNumber: false), new("金额（元）"), new("占收入合计")];

    private IncomeParts parts = new(new Household());
    private object? option;
    private IReadOnlyList<IReadOnlyList<FigureCell>> rows = [];

    [Parameter, EditorRequired]
    public Household Household { get; set; } = default!;

    private string Note => Household.Year is { } year ? $"单位：元　{year} 年度" : "单位：元";

    protected override void OnParametersSet()
    {
        parts = new IncomeParts(Household);
        option = ChartLook.Composition(new BarRow("收入", [.. parts.Parts.Select(p => p.Fen / 100m)]), [.. parts.Parts.Select(p => new BarSeries(p.Title, p.Color))]);
        rows =
        [
            .. parts.Parts.Select(p => (IReadOnlyList<FigureCell>)[p.Title, p.Yuan, p.Share]),
            ["收入合计", IncomeParts.Yuan(parts.Gross), parts.Gross == 0 ? "" : "100.0%"],
            ["生产经营性支出", IncomeParts.Yuan(parts.Cost), ""],
            ["纯收入", IncomeParts.Yuan(parts.Net), ""],
            ["人均纯收入", IncomeParts.Yuan(parts.PerHead), ""],
        ];
    }
}
