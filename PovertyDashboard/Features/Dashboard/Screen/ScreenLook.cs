using PovertyDashboard.Features.Dashboard.Cards;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>The option of the big screen's line: the overview's figures with labels that are read from afar (大屏折线).</summary>
public static class ScreenLook
{
    private const int Label = 18;

    public static object Line(DailyLine line) => new
    {
        textStyle = new { fontFamily = Var("font"), fontSize = Label },
        aria = new { enabled = true },
        legend = new { show = true, top = 0, right = 8, itemWidth = 22, itemHeight = 4, icon = "roundRect", itemGap = 20, textStyle = new { color = Var("text-2"), fontSize = Label, fontFamily = Var("font") } },
        grid = new { id = "grid", left = 0, right = 80, top = 44, bottom = 0, containLabel = true },
        xAxis = new
        {
            id = "names",
            type = "category",
            data = line.Days.Select(d => $"{d.Day} 日").ToArray(),
            boundaryGap = false,
            axisLine = new { lineStyle = new { color = Var("line") } },
            axisTick = new { show = false },
            axisLabel = new { interval = 4, color = Var("text-2"), fontSize = Label, fontFamily = Var("font") },
        },
        yAxis = new
        {
            id = "value",
            type = "value",
            minInterval = 1,
            splitNumber = 3,
            axisLabel = new { color = Var("text-2"), fontSize = Label, fontFamily = Var("font"), formatter = "fn:number" },
            splitLine = new { lineStyle = new { color = Var("axis-line") } },
        },
        series = new object[]
        {
            new
            {
                id = "s:actual",
                name = "实际",
                type = "line",
                data = line.Days.Select((_, i) => i < line.Actual.Count ? (long?)line.Actual[i] : null).ToArray(),
                color = Var("chart-1"),
                symbol = "none",
                lineStyle = new { width = 3, color = Var("chart-1") },
                areaStyle = new { color = Var("chart-1"), opacity = 0.18 },
                endLabel = new { show = true, color = Var("text-1"), fontSize = 24, fontWeight = 700, formatter = "fn:segment" },
            },
            new
            {
                id = "s:plan",
                name = LineCardView.PlanName(line),
                type = "line",
                data = line.Plan.Select(p => p is { } value ? (double?)Math.Round(value, 1) : null).ToArray(),
                color = Var("chart-2"),
                symbol = "none",
                lineStyle = new { width = 2, type = "dashed", color = Var("chart-2") },
            },
        },
    };

    /// <summary>Upright bars by month with the value above each.</summary>
    public static object Months(ScreenMonths panel) => new
    {
        textStyle = new { fontFamily = Var("font"), fontSize = Label },
        aria = new { enabled = true },
        grid = new { id = "grid", left = 0, right = 0, top = 36, bottom = 0, containLabel = true },
        xAxis = new
        {
            id = "names",
            type = "category",
            data = panel.Figures.Months.Select(m => m.Name).ToArray(),
            axisLine = new { lineStyle = new { color = Var("line") } },
            axisTick = new { show = false },
            axisLabel = new { interval = 0, color = Var("text-2"), fontSize = Label, fontFamily = Var("font") },
        },
        yAxis = new { id = "value", type = "value", show = false },
        series = new object[]
        {
            new
            {
                id = "s:months",
                name = panel.Figures.Name,
                type = "bar",
                barMaxWidth = 64,
                color = Var("chart-1"),
                data = panel.Figures.Months.Select(m => new { value = m.Value, label = new { formatter = m.Text } }).ToArray(),
                label = new { show = true, position = "top", color = Var("text-1"), fontSize = Label, fontFamily = Var("font") },
            },
        },
    };

    private static string Var(string token) => $"var(--{token})";
}
