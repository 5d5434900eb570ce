namespace PovertyDashboard.Components.Shared.Charts;

/// <content>Courses in time: upright bars and lines, the only charts that are read from left to right.</content>
public static partial class ChartLook
{
    /// <summary>Upright bars by month with the value above each; what is not final yet is lighter (应发工资).</summary>
    /// <param name="names">The months.</param>
    /// <param name="values">One for each month, in the unit that the card's head names.</param>
    /// <param name="name">What the bars are, for the description and tips.</param>
    /// <param name="notFinal">How many at the end are not final.</param>
    public static object TimeBars(IReadOnlyList<string> names, IReadOnlyList<decimal> values, string name, int notFinal = 0) => new
    {
        textStyle = TextStyle,
        aria = Aria(Describe(names.Select((n, i) => new BarRow(n, [values[i]])), [name])),
        grid = new { id = "grid", left = 0, right = 8, top = 24, bottom = 0, containLabel = true },
        tooltip = Tooltip("fn:barTip"),
        xAxis = TimeAxis(names, boundaryGap: true),
        yAxis = ValueAxis("value", vertical: true),
        series = new[]
        {
            new
            {
                id = "s:" + name,
                name,
                type = "bar",
                barMaxWidth = 40,
                barCategoryGap = "45%",
                cursor = "pointer",
                color = Var("shade-1"),
                data = values.Select((v, i) => new { value = v, itemStyle = new { color = Var(i >= values.Count - notFinal ? "shade-2" : "shade-1") } }).ToArray(),
                label = new { show = true, position = "top", color = Var("text-1"), fontSize = 12, formatter = "fn:segment", minMargin = 6 },
                labelLayout = new { hideOverlap = true },
            },
        },
    };

    /// <summary>Lines over time, each with its own colour; a single line carries its values (在岗人数, 未销号走势).</summary>
    public static object TimeLines(IReadOnlyList<string> names, IReadOnlyList<TimeLine> lines, bool fromNought = false)
    {
        var single = lines.Count == 1 && names.Count <= 12;
        return new
        {
            textStyle = TextStyle,
            aria = Aria(string.Join("；", lines.Select(l => l.Name + " " + string.Join("，", names.Select((n, i) => (n, v: l.Values[i])).Where(p => p.v is not null).Select(p => $"{p.n} {Number(p.v!.Value)}")))) + "。"),
            legend = lines.Count > 1
                ? new { show = true, top = 0, left = 0, itemWidth = 16, itemHeight = 3, itemGap = 16, padding = LegendPadding, icon = "rect", textStyle = Text(), data = lines.Select(l => l.Name).ToArray() }
                : (object)new { show = false },
            grid = new { id = "grid", left = 0, right = single ? 24 : 48, top = lines.Count > 1 ? LegendHeight + 8 : 24, bottom = 0, containLabel = true },
            tooltip = Tooltip("fn:barTip"),
            xAxis = TimeAxis(names, boundaryGap: single),
            yAxis = fromNought ? ValueAxis("value", vertical: true) : FittedAxis,
            series = lines.Select(l => Line(l, single)).ToArray(),
        };
    }

    private static object FittedAxis => new
    {
        id = "value",
        type = "value",
        scale = true,
        minInterval = 1,
        splitNumber = 2,
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { color = Var("text-3"), fontSize = 12, fontFamily = Var("font"), formatter = "fn:number" },
        splitLine = new { lineStyle = new { color = Var("axis-line") } },
    };

    private static object TimeAxis(IReadOnlyList<string> names, bool boundaryGap) => new
    {
        id = "names",
        type = "category",
        data = names,
        boundaryGap,
        axisLine = new { lineStyle = new { color = Var("line") } },
        axisTick = new { show = false },
        axisLabel = new { interval = names.Count <= 12 ? 0 : (object)"auto", color = Var("text-2"), fontSize = 12, fontFamily = Var("font"), hideOverlap = names.Count > 12 },
    };

    private static object Line(TimeLine l, bool withValues) => new
    {
        id = "s:" + l.Name,
        name = l.Name,
        type = "line",
        data = l.Values,
        color = Var(l.Color),
        symbol = l.IsPlan ? "none" : "circle",
        symbolSize = 6,
        showAllSymbol = withValues,
        showSymbol = withValues,
        cursor = "pointer",
        lineStyle = new { width = 2, color = Var(l.Color), type = l.IsPlan ? "dashed" : "solid" },
        itemStyle = new { color = Var(l.Color) },
        areaStyle = l.IsArea ? new { color = Var(l.Color), opacity = 0.15 } : null,
        label = withValues ? new { show = true, position = "top", color = Var("text-1"), fontSize = 12, formatter = "fn:segment" } : null,
        endLabel = withValues || l.IsPlan ? null : new { show = true, color = Var("text-1"), fontSize = 13, fontWeight = 700, formatter = "fn:segment" },
    };
}
