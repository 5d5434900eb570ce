using System.Text.Json;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Tests.Components.Shared;

public class ChartLookTests
{
    private static readonly BarSeries[] Series = [new("逾期", "overdue-bar", IsHatched: true), new("已销号", "closed-bar")];

    [Fact]
    public void Villages_beyond_the_twelfth_become_one_bar_and_the_sum_stays()
    {
        var rows = Enumerable.Range(1, 20).Select(i => new BarRow($"{i} 村", [i, 2 * i])).ToList();
        var folded = ChartLook.Fold(rows);
        Assert.Equal(13, folded.Count);
        Assert.Equal("其余 8 个村", folded[^1].Name);
        Assert.Equal(rows.Sum(r => r.Total), folded.Sum(r => r.Total));
    }

    [Fact]
    public void From_the_sixth_series_on_there_is_only_the_rest_and_the_sum_stays()
    {
        string[] names = ["一", "二", "三", "四", "五", "六", "七", "八"];
        var (series, rows) = ChartLook.Group(names, [new BarRow("村", [1, 2, 3, 4, 5, 6, 7, 8])]);
        Assert.Equal(["一", "二", "三", "四", "五", "其他"], series.Select(s => s.Name));
        Assert.Equal([1, 2, 3, 4, 5, 21], rows[0].Values);
        Assert.Equal("chart-7", series[^1].Color);
    }

    [Fact]
    public void Stacked_bars_name_every_category_and_hatch_only_what_is_overdue()
    {
        var option = Json(ChartLook.StackedBars([new BarRow("韩集新村", [3, 38])], Series, [new EndColumn("销号率", _ => new BarEnd("92.7%", EndTone.Bad))]));
        var names = option.GetProperty("yAxis")[0];
        Assert.Equal(0, names.GetProperty("axisLabel").GetProperty("interval").GetInt32());
        Assert.Equal("{bad|92.7%}", option.GetProperty("yAxis")[1].GetProperty("data")[0].GetString());
        Assert.True(option.GetProperty("grid").GetProperty("containLabel").GetBoolean());
        var marks = option.GetProperty("series");
        Assert.Equal("rect", marks[0].GetProperty("itemStyle").GetProperty("decal").GetProperty("symbol").GetString());
        Assert.Equal("none", marks[1].GetProperty("itemStyle").GetProperty("decal").GetProperty("symbol").GetString());
        Assert.Equal("韩集新村 逾期 3，已销号 38。", option.GetProperty("aria").GetProperty("label").GetProperty("description").GetString());
    }

    [Fact]
    public void Totals_stand_behind_the_bars_with_their_share()
    {
        var option = Json(ChartLook.BarsWithTotals([new BarRow("因病", [1, 2]), new BarRow("因残", [1, 0])], Series));
        var total = option.GetProperty("series")[2].GetProperty("data")[0].GetProperty("label").GetProperty("formatter").GetString();
        Assert.Equal("{strong|3}  {soft|75.0%}", total);
    }

    [Fact]
    public void Progress_below_the_rule_is_orange_and_nothing_to_do_is_a_dash()
    {
        var option = Json(ChartLook.Progress([new ProgressRow("古漯河新村", 31, 72), new ProgressRow("龙山新村", 41, 43), new ProgressRow("空村", 0, 0)], below: 60));
        var bars = option.GetProperty("series")[0].GetProperty("data");
        Assert.Equal("var(--chart-2)", bars[0].GetProperty("itemStyle").GetProperty("color").GetString());
        Assert.Equal("var(--chart-1)", bars[1].GetProperty("itemStyle").GetProperty("color").GetString());
        Assert.Equal("{strong|43.1%}", option.GetProperty("yAxis")[1].GetProperty("data")[0].GetString());
        Assert.Equal("{strong|—}", option.GetProperty("yAxis")[1].GetProperty("data")[2].GetString());
    }

    private static JsonElement Json(object option) => JsonSerializer.SerializeToElement(option, JsonSerializerOptions.Web);
}
