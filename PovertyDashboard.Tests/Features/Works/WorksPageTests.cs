using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Pages;
using PovertyDashboard.Features.Works;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Pages;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>The pages of the room: a yard is drawn, progress is read, a home is audited line by line.</summary>
public sealed class WorksPageTests
{
    private const string Drawn = """{"shapes":[{"tool":"path","points":[100,100,150,100,150,200]},{"tool":"label","points":[320,140],"text":"北屋"}]}""";

    [Fact]
    public async Task A_sketch_is_drawn_kept_and_shown_as_svg_of_our_own()
    {
        await using var screen = await WorksScreen.OfAsync(Staff);
        var work = await screen.Store.AddAsync(WorkLedger.Ledger, NewWork());
        screen.Sketch.Setup<string>("read", _ => true).SetResult("""{"shapes":[{"tool":"script","points":[1,1]}]}""");
        var page = screen.Show<WorkPage>(WorkAddress.Of(work.Id), ("Id", work.Id));
        page.WaitForAssertion(() => Assert.Contains("还没有画草图", page.Markup, StringComparison.Ordinal));
        Button(page, "画草图").Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".sketch-pad").GetAttribute("data-ready")));
        Assert.Equal(["小路", "小水楼", "房屋", "大门", "标注"], page.FindAll("[data-tool]").Select(b => b.TextContent));
        await Button(page, "保存草图").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("草图：含有脚本或不认识的内容，没有保存。", page.Markup, StringComparison.Ordinal));
        screen.Sketch.Setup<string>("read", _ => true).SetResult(Drawn);
        await Button(page, "保存草图").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("100,100 150,100 150,200", page.Find(".sketch-view polyline").GetAttribute("points")));
        Assert.Equal(("北屋", "草图：小路 1 条"), (page.Find(".sketch-view text").TextContent, page.Find(".sketch-view").GetAttribute("aria-label")));
        Assert.Contains("小路约 3.0 米", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_the_sketch_and_a_leader_only_looks()
    {
        await using var screen = await WorksScreen.OfAsync(Leader);
        var work = await screen.Store.AddAsync(WorkLedger.Ledger, NewWork());
        Assert.Null(await screen.Store.DrawAsync(Staff, work.Id, 0, Drawn));
        var list = screen.Show<LedgerPage>($"/ledgers/works?region={Beicheng}", ("Key", "works"));
        list.WaitForAssertion(() => Assert.Equal(WorkAddress.Of(work.Id), list.Find("svg.sketch-view.small").ParentElement!.GetAttribute("href")));
        var page = screen.Show<WorkPage>(WorkAddress.Of(work.Id), ("Id", work.Id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".sketch-view polyline")));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() is "接着画" or "删除");
        var none = screen.Show<WorkPage>(WorkAddress.Of(9_999), ("Id", 9_999L));
        none.WaitForAssertion(() => Assert.Contains("没有这一项改造", none.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Progress_of_places_and_batches_is_what_the_works_say()
    {
        await using var screen = await WorksScreen.OfAsync(Staff);
        foreach (var (state, done, water) in new[] { (WorkState.Done, (DateOnly?)new DateOnly(2020, 7, 20), 0), (WorkState.Underway, null, 1) })
        {
            var work = NewWork();
            (work.State, work.DoneOn, work.Batch, work.DueOn) = (state, done, "七月批次", new(2020, 8, 1));
            if (water > 0) (work.Item, work.PathLength, work.WaterHouses) = ("小水楼", null, water);
            await screen.Store.AddAsync(WorkLedger.Ledger, work);
        }

        var page = screen.Show<WorksProgressPage>($"{WorkAddress.All}?region={Beicheng}");
        page.WaitForAssertion(() => Assert.Equal(["光岳社区", "2", "0", "1", "1", "50.0%", "12.5 / 12.5", "0 / 1", "1"], Cells(page.Find("tbody tr"))));
        Assert.Equal("1 户，完工 1/2 项，施工中 1 项", page.FindAll(".batches li p")[^1].TextContent.Trim());
        Assert.StartsWith("已完工1项", Squeezed(page.Find(".tiles > *")), StringComparison.Ordinal);
        var city = screen.Show<WorksProgressPage>($"{WorkAddress.All}?region={Xuying}");
        city.WaitForAssertion(() => Assert.Contains("没有这个地区", city.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_auditor_verifies_line_by_line_and_concludes()
    {
        await using var screen = await WorksScreen.OfAsync(Auditor);
        var cement = await screen.Store.AddLineAsync();
        await screen.Store.AddLineAsync(l => (l.Kind, l.Name, l.Unit, l.ReportedQuantity, l.ReportedPrice) = (LineKind.Labour, "瓦工", "工日", 2_50, 220_00));
        var page = screen.Show<AuditPage>(AuditAddress.OfLine(cement.Id), ("Line", cement.Id));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".lines section.line").Count));
        // Reported beside verified, sub-totals of each list, one total.
        Assert.Equal(["用料清单", "用工清单"], page.FindAll(".audit .subtotal th").Select(t => t.TextContent));
        Card(page, 1).QuerySelectorAll("button").Single(b => b.TextContent.Trim() == "不符").Click();
        Card(page, 1).QuerySelectorAll("input.input")[0].Change("18");
        Assert.Contains("核定 396.00 元，核减 44.00 元", Card(page, 1).TextContent, StringComparison.Ordinal);
        await Button(page, "保存核实").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("核减原因：核减 44.00 元没有写原因。", Card(page, 1).TextContent, StringComparison.Ordinal));
        Card(page, 1).QuerySelectorAll("input.input")[2].Change("到户清点 18 袋");
        await Button(page, "保存核实").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已核实第 1 条。", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["18.0"], page.FindAll(".audit td.changed").Select(t => t.TextContent));
        await Card(page, 2).QuerySelectorAll("button").Single(b => b.TextContent.Trim() == "相符").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("申报990.00核定946.00核减44.00核增0.00", Squeezed(page.Find(".sums dl"))));
        page.FindAll(".choice").Single(c => c.TextContent == "部分属实").Click();
        await page.Find(".conclude .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已定案：部分属实，核定 946.00 元，核减 44.00 元，核增 0.00 元。", page.Markup, StringComparison.Ordinal));
        Assert.Contains("大写：玖佰肆拾陆元整", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".conclude"));
        // Who concluded does not take it back.
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == "撤销定案");
    }

    [Fact]
    public async Task A_line_is_opened_in_the_table_turned_over_to_rectification_and_taken_back()
    {
        await using var screen = await WorksScreen.OfAsync(Auditor);
        var line = await screen.Store.AddLineAsync(l => l.ReportedPrice = 26_40);
        Assert.True((await screen.Store.VerifyAsync(Auditor, line.Id, 20_00, 22_00, reason: "按指导价")).IsDone);
        var page = screen.Show<AuditPage>(AuditAddress.OfLine(line.Id), ("Line", line.Id));
        page.WaitForElement(".audit tbody .btn").Click();
        await page.Find(".audit .detail").QuerySelectorAll("button").Single(b => b.TextContent.Trim() == "转整改").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已转整改：20200831-001，待交办", page.Find(".audit .detail").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await screen.Store.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().CountAsync()));
        await page.Find(".audit .detail").QuerySelectorAll("button").Single(b => b.TextContent.Trim() == "撤销核实").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已撤销第 1 条的核实。", page.Markup, StringComparison.Ordinal));
        Assert.False((await screen.Store.LineAsync(line.Id)).IsVerified);
    }

    [Fact]
    public async Task Totals_of_communities_and_waiting_homes_are_what_the_lines_say_and_a_leader_only_looks()
    {
        await using var screen = await WorksScreen.OfAsync(Leader);
        var first = await screen.Store.AddLineAsync();
        await screen.Store.AddLineAsync(l => (l.HouseholdName, l.ReportedQuantity) = ("王某", 10_00));
        Assert.True((await screen.Store.VerifyAsync(Auditor, first.Id, 18_00, reason: "少 2 袋")).IsDone);
        var page = screen.Show<AuditsPage>($"{AuditAddress.All}?region={Beicheng}");
        page.WaitForAssertion(() => Assert.Equal(["光岳社区", "2", "2", "660.00", "396.00", "44.00", "0.00", "10.0%", "2", "0.0%"], Cells(page.Find("tbody tr"))));
        Assert.Equal(["邓某", "王某"], page.FindAll(".homes .name a").Select(a => a.TextContent));
        Assert.Equal(AuditAddress.OfLine(first.Id), page.Find(".homes .btn").GetAttribute("href"));
        Assert.Equal("看明细", page.Find(".homes .btn").TextContent);
        var home = screen.Show<AuditPage>(AuditAddress.OfLine(first.Id), ("Line", first.Id));
        home.WaitForAssertion(() => Assert.NotEmpty(home.FindAll(".audit tbody tr")));
        Assert.DoesNotContain(home.FindAll("button"), b => b.TextContent.Trim() is "相符" or "不符" or "重新核实" or "撤销核实" or "转整改" or "定案");
        Assert.Equal(AuditAddress.Sheet(first.Id), home.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Who_has_reported_is_told_that_another_must_conclude()
    {
        await using var screen = await WorksScreen.OfAsync(Both);
        var line = await screen.Store.AddLineAsync(user: Both);
        var page = screen.Show<AuditPage>(AuditAddress.OfLine(line.Id), ("Line", line.Id));
        page.WaitForAssertion(() => Assert.Contains("这一户的用工用料有您登记或修改的，须由审计组其他人定案。", page.Markup, StringComparison.Ordinal));
        var none = screen.Show<AuditPage>(AuditAddress.OfLine(9_999), ("Line", 9_999L));
        none.WaitForAssertion(() => Assert.Contains("没有这一户的用工用料", none.Markup, StringComparison.Ordinal));
    }

    private static IElement Card(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, int number) =>
        page.FindAll(".lines section.line").Single(c => c.QuerySelector("h2")!.TextContent.StartsWith($"{number}.", StringComparison.Ordinal));

    private static IElement Button(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private static IEnumerable<string> Cells(IElement row) => row.Children.Select(c => c.TextContent.Trim());

    private static string Squeezed(IElement element) => string.Concat(element.TextContent.Where(c => !char.IsWhiteSpace(c)));
}
