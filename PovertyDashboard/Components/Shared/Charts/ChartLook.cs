using System.Globalization;

namespace PovertyDashboard.Components.Shared.Charts;

/// <summary>Options of ECharts in this product's look (图表样式): tokens as colours, legend top left, every category named, bars from nought.</summary>
public static partial class ChartLook
{
    /// <summary>Height of one horizontal bar with its gap in px.</summary>
    public const int BarStep = 30;

    private const int LegendHeight = 32;
    private const int AxisHeight = 28;
    private const int BarWidth = 16;

    private static readonly int[] LegendPadding = [4, 0];

    private static readonly string[] Palette = ["chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6"];

    /// <summary>The colour token of a series by its place; 其他 has the last one.</summary>
    public static string Color(int index) => index < Palette.Length ? Palette[index] : "chart-7";

    /// <summary>The height of a chart with so many horizontal bars.</summary>
    public static int HeightFor(int bars, bool legend = true, bool axis = true) =>
        bars * BarStep + (legend ? LegendHeight : 8) + (axis ? AxisHeight : 4);

    /// <summary>At most so many bars, the worst first as given; the others become one bar 其余 N 个村, so that the sum stays.</summary>
    public static IReadOnlyList<BarRow> Fold(IReadOnlyList<BarRow> rows, int most = 12, string unit = "个村")
    {
        if (rows.Count <= most) return rows;
        var rest = rows.Skip(most).ToList();
        var sums = Enumerable.Range(0, rest[0].Values.Count).Select(i => rest.Sum(r => r.Values[i])).ToList();
        return [.. rows.Take(most), new BarRow($"其余 {rest.Count} {unit}", sums)];
    }

    /// <summary>At most six series: from the sixth on they become 其他.</summary>
    public static (IReadOnlyList<BarSeries> Series, IReadOnlyList<BarRow> Rows) Group(IReadOnlyList<string> names, IReadOnlyList<BarRow> rows)
    {
        const int most = 6;
        if (names.Count <= most) return ([.. names.Select((n, i) => new BarSeries(n, Color(i)))], rows);
        var kept = names.Take(most - 1).Select((n, i) => new BarSeries(n, Color(i))).Append(new BarSeries("其他", "chart-7")).ToList();
        return (kept, [.. rows.Select(r => r with { Values = [.. r.Values.Take(most - 1), r.Values.Skip(most - 1).Sum()] })]);
    }

    private static string Var(string token) => $"var(--{token})";

    private static object Text(string token = "text-1", int size = 13, bool bold = false) =>
        new { color = Var(token), fontSize = size, fontFamily = Var("font"), fontWeight = bold ? 700 : 400 };

    /// <summary>What a screen reader hears: the figures in order, not ECharts' own list, which also names inner values.</summary>
    private static object Aria(string description, bool withDecal = false) =>
        new { enabled = true, label = new { description }, decal = new { show = withDecal } };

    private static string Describe(IEnumerable<BarRow> rows, IReadOnlyList<string> series) =>
        string.Join("；", rows.Select(r => r.Name + " " + string.Join("，", r.Values.Select((v, i) => $"{series[i]} {Number(v)}")))) + "。";

    private static object TextStyle => new { fontFamily = Var("font"), fontSize = 13, color = Var("text-1") };

    private static object Legend(IEnumerable<BarSeries> series) => new
    {
        show = true,
        type = "scroll",
        top = 0,
        left = 0,
        itemWidth = 12,
        itemHeight = 12,
        itemGap = 16,
        padding = LegendPadding,
        icon = "roundRect",
        textStyle = Text(),
        data = series.Select(s => s.Name).ToArray(),
    };

    private static object ValueAxis(string id, int gridIndex = 0, bool vertical = false) => new
    {
        id,
        gridIndex,
        type = "value",
        minInterval = vertical ? 0 : 1,
        splitNumber = vertical ? 2 : 5,
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { color = Var("text-3"), fontSize = 12, fontFamily = Var("font"), formatter = "fn:number", hideOverlap = true },
        splitLine = new { lineStyle = new { color = Var("axis-line") } },
    };

    private static object CategoryAxis(IEnumerable<string> names, bool isClickable) => new
    {
        id = "names",
        type = "category",
        inverse = true,
        triggerEvent = isClickable,
        data = names.ToArray(),
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { interval = 0, color = Var("text-1"), fontSize = 13, fontFamily = Var("font"), margin = 8 },
    };

    private static object Tooltip(string formatter) => new
    {
        trigger = "axis",
        axisPointer = new { type = "shadow", z = 0, shadowStyle = new { color = Var("primary-soft"), opacity = 0.35 } },
        backgroundColor = Var("surface"),
        borderColor = Var("line"),
        textStyle = Text(),
        formatter,
        confine = true,
    };

    private static string Share(decimal value, decimal whole) =>
        whole == 0 ? "—" : (value * 100 / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−');
}
