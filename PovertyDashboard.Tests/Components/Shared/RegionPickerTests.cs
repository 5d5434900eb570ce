using Bunit;
using PovertyDashboard.Components.Shared.Places;

namespace PovertyDashboard.Tests.Components.Shared;

public class RegionPickerTests : ComponentContext
{
    private static readonly RegionChoice[] Regions =
    [
        new(371500000000, "聊城市", 1, null, 72),
        new(371590000000, "高新区", 2, 371500000000, 72),
        new(371590115000, "韩集镇", 3, 371590000000, 72),
        new(371590115201, "韩集新村", 4, 371590115000, 8),
        new(371590115299, "大杨新村", 4, 371590115000),
        new(371522000000, "莘县", 2, 371500000000),
        new(371522116000, "张寨镇", 3, 371522000000),
        new(371522116201, "新村", 4, 371522116000),
    ];

    [Fact]
    public void The_button_shows_the_path_in_grey_and_the_own_place_in_bold()
    {
        var picker = Pick(371590115000, _ => { });
        Assert.Equal(["聊城市 /", "高新区 /"], picker.FindAll(".above").Select(a => a.TextContent));
        Assert.Equal("韩集镇", picker.Find(".own").TextContent);
    }

    [Fact]
    public void Search_finds_by_part_of_the_name_with_the_path_beside_and_those_that_begin_so_first()
    {
        var picker = Pick(371590115000, _ => { });
        picker.Find(".picker-button").Click();
        picker.Find("input").Input("新村");
        Assert.Equal(["新村", "韩集新村", "大杨新村"], picker.FindAll(".hit-name").Select(h => h.TextContent));
        Assert.Equal("莘县 / 张寨镇", picker.Find("li .caption").TextContent);

        picker.Find("input").Input("韩集 大杨");
        Assert.Equal(["大杨新村"], picker.FindAll(".hit-name").Select(h => h.TextContent));

        picker.Find("input").Input("不存在");
        Assert.Contains("没有叫“不存在”的地区", picker.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Picking_closes_the_panel_and_tells_the_key()
    {
        long picked = 0;
        var picker = Pick(371590115000, key => picked = key);
        picker.Find(".picker-button").Click();
        picker.Find("input").Input("大杨");
        picker.Find("li button").Click();
        Assert.Equal(371590115299, picked);
        Assert.Empty(picker.FindAll("[role=dialog]"));
    }

    [Fact]
    public void Only_open_branches_are_rendered_and_the_selected_place_is_visible()
    {
        var tree = Tree(371590115000, _ => { });
        Assert.Equal(["聊城市", "高新区", "韩集镇", "韩集新村", "大杨新村", "莘县"], tree.FindAll(".node-name").Select(n => n.TextContent));
        Assert.Equal("韩集镇", tree.Find("[aria-selected=true] .node-name").TextContent);
        Assert.Contains("zero", tree.FindAll(".node-count")[4].ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tree_is_walked_with_the_arrow_keys()
    {
        long picked = 0;
        var tree = Tree(371590115000, key => picked = key);
        var list = tree.Find("[role=tree]");
        list.KeyDown("ArrowLeft");
        Assert.DoesNotContain("大杨新村", tree.Markup, StringComparison.Ordinal);
        list.KeyDown("ArrowRight");
        list.KeyDown("ArrowRight");
        list.KeyDown("ArrowDown");
        list.KeyDown("Enter");
        Assert.Equal(371590115299, picked);
    }

    [Fact]
    public void A_place_whose_parent_is_outside_the_scope_is_a_root()
    {
        var index = new RegionIndex(Regions[2..5]);
        Assert.Equal(["韩集镇"], index.Roots.Select(r => r.Name));
        Assert.Equal(["韩集镇", "大杨新村"], index.PathOf(371590115299).Select(r => r.Name));
    }

    private IRenderedComponent<RegionPicker> Pick(long selected, Action<long> changed) =>
        Context.Render<RegionPicker>(p => p.Add(r => r.Regions, Regions).Add(r => r.Selected, selected).Add(r => r.SelectedChanged, changed));

    private IRenderedComponent<RegionTreeView> Tree(long selected, Action<long> changed) =>
        Context.Render<RegionTreeView>(p => p.Add(r => r.Regions, Regions).Add(r => r.Selected, selected).Add(r => r.SelectedChanged, changed).Add(r => r.MeasureTitle, "未销号"));
}
