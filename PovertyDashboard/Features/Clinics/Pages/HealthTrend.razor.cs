using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The values of each person of a household over time (历次测量), on the household file; for health roles only.</summary>
public sealed partial class HealthTrend(HealthHistory history) : ComponentBase, IDisposable
{
    /// <summary>A line needs two points.</summary>
    private const int Fewest = 2;

    private static readonly IReadOnlyList<FigureColumn> Columns =
        [new("日期", IsNumber: false), new("来源", IsNumber: false), new("血压（mmHg）"), new("脉搏（次/分）"), new("血糖（mmol/L）"), new("血糖类型", IsNumber: false), new("提示", IsNumber: false)];

    private readonly CancellationTokenSource left = new();
    private IReadOnlyList<PersonHistory> people = [];

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            people = await history.OfHouseholdAsync(Household, left.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static object? PressureOf(PersonHistory person)
    {
        var points = person.Points.Where(p => p.Systolic is not null).ToList();
        return points.Count < Fewest ? null : ChartLook.TimeLines(
            Days(points), [new TimeLine("收缩压", [.. points.Select(p => (decimal?)p.Systolic)], "chart-1"), new TimeLine("舒张压", [.. points.Select(p => (decimal?)p.Diastolic)], "chart-2")]);
    }

    private static object? GlucoseOf(PersonHistory person)
    {
        var points = person.Points.Where(p => p.Glucose is not null).ToList();
        return points.Count < Fewest ? null : ChartLook.TimeLines(Days(points), [new TimeLine("血糖", [.. points.Select(p => p.Glucose / 10m)], "chart-3")]);
    }

    private static string[] Days(List<HealthPoint> points) => [.. points.Select(p => p.Day.ToString("yy-MM-dd", CultureInfo.InvariantCulture))];

    private static IReadOnlyList<FigureCell> RowOf(HealthPoint point) =>
    [
        ColumnText.Day(point.Day), point.Where, point.Pressure, point.Pulse?.ToString(CultureInfo.InvariantCulture) ?? "", point.GlucoseText, point.GlucoseKind,
        new FigureCell(string.Join("；", new[] { point.PressureFlag, point.GlucoseFlag }.Where(f => f.Length > 0 && f != HealthFlags.Normal)), IsBad: HealthFlags.IsUrgent(point.PressureFlag) || HealthFlags.IsUrgent(point.GlucoseFlag)),
    ];
}
