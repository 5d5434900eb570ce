namespace PovertyDashboard.Components.Shared.Charts;

/// <content>Horizontal bars: stacked with columns or totals at the end, and progress.</content>
public static partial class ChartLook
{
    /// <summary>Stacked horizontal bars with aligned columns of texts at the right (各村问题整改).</summary>
    public static object StackedBars(IReadOnlyList<BarRow> rows, IReadOnlyList<BarSeries> series, IReadOnlyList<EndColumn> ends)
    {
        var axes = Axes(rows, ends, out var right);
        return Bars(rows, series, axes, right, ends.Count > 0 ? 8 : 0, [.. series.Select((s, i) => Segment(s, rows.Select(r => r.Values[i])))]);
    }

    /// <summary>Stacked horizontal bars with the total in bold and the share in grey behind each (致贫原因).</summary>
    public static object BarsWithTotals(IReadOnlyList<BarRow> rows, IReadOnlyList<BarSeries> series, bool withShare = true)
    {
        var whole = rows.Sum(r => r.Total);
        var marks = series.Select((s, i) => Segment(s, rows.Select(r => r.Values[i]))).ToList();
        marks.Add(new
        {
            id = "total",
            type = "bar",
            stack = "all",
            silent = true,
            barWidth = BarWidth,
            data = rows.Select(r => new
            {
                value = 0,
                label = new { formatter = "{strong|" + Number(r.Total) + "}" + (withShare ? "  {soft|" + Share(r.Total, whole) + "}" : "") },
            }).ToArray(),
            label = new { show = true, position = "right", rich = Rich },
            itemStyle = new { decal = NoHatch },
        });
        return Bars(rows, series, Axes(rows, [], out _), right: withShare ? 96 : 48, 0, marks);
    }

    /// <summary>Progress of each village on a track of 100 %, orange below the rule, with rate and fraction at the right (检查进度).</summary>
    public static object Progress(IReadOnlyList<ProgressRow> rows, decimal below)
    {
        var bars = rows.Select(r => new BarRow(r.Name, [r.Percent ?? 0])).ToList();
        var byName = rows.ToDictionary(r => r.Name);
        EndColumn[] ends =
        [
            new("", b => new BarEnd(byName[b.Name].Percent is { } p ? p.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%" : "—"), 60),
            new("", b => new BarEnd(Fraction(byName[b.Name]), EndTone.Soft), 8 + rows.Select(r => TextWidth(Fraction(r))).Append(48).Max()),
        ];
        var axes = Axes(bars, ends, out var right);
        return new
        {
            textStyle = TextStyle,
            aria = Aria(string.Join("；", rows.Select((r, i) => $"{r.Name} {ends[0].Of(bars[i]).Text}，{ends[1].Of(bars[i]).Text}")) + "。"),
            grid = new { id = "grid", left = 0, right, top = 4, bottom = 0, containLabel = true },
            tooltip = new { show = false },
            xAxis = new { id = "value", type = "value", min = 0, max = 100, show = false },
            yAxis = axes,
            series = new[]
            {
                new
                {
                    id = "s:progress",
                    name = "完成率",
                    type = "bar",
                    barWidth = 14,
                    showBackground = true,
                    cursor = "pointer",
                    backgroundStyle = new { color = Var("track"), borderRadius = 3 },
                    data = rows.Select(r => new { value = r.Percent ?? 0, itemStyle = new { color = Var(r.Percent < below ? "chart-2" : "chart-1"), borderRadius = 3 } }).ToArray(),
                },
            },
        };
    }

    private static string Fraction(ProgressRow row) => $"{Number(row.Done)}/{Number(row.Of)}";

    private static object Rich => new
    {
        strong = Text("text-1", 13, bold: true),
        soft = Text("text-3", 12),
        bad = Text("overdue-text", 13, bold: true),
    };

    /// <summary>The names at the left and the columns of texts at the right, with the room that ECharts does not keep for the columns by itself.</summary>
    private static List<object> Axes(IReadOnlyList<BarRow> rows, IReadOnlyList<EndColumn> ends, out int right)
    {
        var axes = new List<object> { CategoryAxis(rows.Select(r => r.Name), isClickable: true) };
        var (offset, kept) = (0, 0);
        foreach (var end in ends)
        {
            axes.Add(EndAxis($"end{axes.Count}", end, rows, offset));
            offset += end.Width;
            kept += 8 + rows.Select(r => TextWidth(end.Of(r).Text)).DefaultIfEmpty().Max();
        }
        right = Math.Max(0, offset + 8 - kept);
        return axes;
    }

    /// <summary>About how wide a text of 13 px is: a Chinese character is square, a figure a little over half of it.</summary>
    private static int TextWidth(string text) => (int)text.Sum(c => c > 0x2E7F ? 13 : 7.4);

    private static object Bars(IReadOnlyList<BarRow> rows, IReadOnlyList<BarSeries> series, List<object> axes, int right, int headroom, List<object> marks) => new
    {
        textStyle = TextStyle,
        aria = Aria(Describe(rows, [.. series.Select(s => s.Name)]), withDecal: series.Any(s => s.IsHatched)),
        legend = series.Count > 1 ? Legend(series) : new { show = false },
        grid = new { id = "grid", left = 0, right, top = (series.Count > 1 ? LegendHeight : 8) + headroom, bottom = 0, containLabel = true },
        tooltip = Tooltip("fn:barTip"),
        xAxis = ValueAxis("value"),
        yAxis = axes,
        series = marks,
    };

    private static object Segment(BarSeries s, IEnumerable<decimal> values) => new
    {
        id = "s:" + s.Name,
        name = s.Name,
        type = "bar",
        stack = "all",
        barWidth = BarWidth,
        cursor = "pointer",
        data = values.ToArray(),
        color = Var(s.Color),
        itemStyle = new
        {
            color = Var(s.Color),
            borderColor = Var("surface"),
            borderWidth = 1,
            decal = s.IsHatched ? Hatch : NoHatch,
        },
        // The ground keeps the figure readable on the hatch.
        label = new { show = true, color = Var(s.Color + "-label"), fontSize = 12, formatter = "fn:segment", backgroundColor = s.IsHatched ? Var(s.Color) : null, padding = s.IsHatched ? Padding : null },
        labelLayout = "fn:fits",
    };

    private static readonly int[] Padding = [1, 3];

    private static object NoHatch => new { symbol = "none" };

    private static object Hatch => new { symbol = "rect", color = "rgba(255,255,255,0.5)", dashArrayX = new[] { 1, 0 }, dashArrayY = new[] { 2, 5 }, rotation = -0.785 };

    /// <summary>A column of texts is a second category axis at the right: it stays in line with the bars at any height.</summary>
    private static object EndAxis(string id, EndColumn end, IReadOnlyList<BarRow> rows, int offset) => new
    {
        id,
        type = "category",
        position = "right",
        inverse = true,
        offset,
        name = end.Heading,
        nameLocation = "start",
        nameGap = 8,
        nameTextStyle = new { color = Var("text-3"), fontSize = 12, fontFamily = Var("font"), align = "left", padding = new[] { 0, 0, 0, 8 } },
        data = rows.Select(end.Of).Select(e => $"{{{(e.Tone == EndTone.Bad ? "bad" : e.Tone == EndTone.Soft ? "soft" : "strong")}|{e.Text}}}").ToArray(),
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { interval = 0, margin = 8, rich = Rich },
    };
}
