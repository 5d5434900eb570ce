using Bunit;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Tests.Components.Shared;

public class MeasureTileTests : ComponentContext
{
    [Fact]
    public void A_tile_is_one_link_with_figure_unit_change_and_note()
    {
        var tile = Context.Render<MeasureTile>(p => p.Add(t => t.Label, "未销号问题").Add(t => t.Figure, "72").Add(t => t.Unit, "件")
            .Add(t => t.Change, new FigureChange(-1, "较上周 −18", ChangeTone.Good)).Add(t => t.Note, "发现 286 件").Add(t => t.Href, "/ledgers/problems?measure=open"));
        var link = tile.Find("a");
        Assert.Equal("/ledgers/problems?measure=open", link.GetAttribute("href"));
        Assert.Equal("未销号问题72件较上周 −18发现 286 件名单", string.Concat(link.TextContent.Split('\n').Select(l => l.Trim())));
        Assert.Contains("good", tile.Find(".change").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void While_loading_there_are_three_bars_and_no_figure()
    {
        var tile = Context.Render<MeasureTile>(p => p.Add(t => t.Label, "未销号问题").Add(t => t.State, TileState.Loading));
        Assert.Equal(3, tile.FindAll(".skeleton").Count);
        Assert.Equal("true", tile.Find(".tile").GetAttribute("aria-busy"));
        Assert.Empty(tile.FindAll(".number"));
    }

    [Fact]
    public void Nought_that_is_the_aim_says_so()
    {
        var tile = Context.Render<MeasureTile>(p => p.Add(t => t.Label, "逾期未整改").Add(t => t.Figure, "0").Add(t => t.State, TileState.Cleared));
        Assert.Equal("0", tile.Find(".number").TextContent);
        Assert.Contains("已清零", tile.Markup, StringComparison.Ordinal);
        Assert.Contains("cleared", tile.Find(".tile").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_cannot_be_computed_is_a_dash_with_the_reason()
    {
        var tile = Context.Render<MeasureTile>(p => p.Add(t => t.Label, "问题销号率").Add(t => t.Figure, "0").Add(t => t.State, TileState.Unknown).Add(t => t.Reason, "本月没有发现问题，无法计算"));
        Assert.Equal("—", tile.Find(".number").TextContent);
        Assert.Contains("本月没有发现问题", tile.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_right_there_is_neither_figure_nor_link()
    {
        var tile = Context.Render<MeasureTile>(p => p.Add(t => t.Label, "血压偏高待复测").Add(t => t.Figure, "17").Add(t => t.State, TileState.NoRight).Add(t => t.Reason, "仅卫生院可看").Add(t => t.Href, "/x"));
        Assert.Empty(tile.FindAll("a"));
        Assert.DoesNotContain("17", tile.Find(".lock").TextContent, StringComparison.Ordinal);
        Assert.Contains("仅卫生院可看", tile.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_changed_figure_flashes()
    {
        var tile = Context.Render<MeasureTile>(p => p.Add(t => t.Label, "未销号问题").Add(t => t.Figure, "72"));
        Assert.Empty(tile.FindAll(".flash"));
        tile.Render(p => p.Add(t => t.Figure, "71"));
        Assert.Equal("71", tile.Find(".flash").TextContent);
        tile.Render(p => p.Add(t => t.Figure, "71"));
        Assert.Empty(tile.FindAll(".flash"));
    }
}
