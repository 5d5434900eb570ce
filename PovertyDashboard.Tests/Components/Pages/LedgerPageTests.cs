using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Live;
using PovertyDashboard.Tests.Components.Ledgers;
using PovertyDashboard.Tests.Ledgers;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Components.Pages;

public sealed class LedgerPageTests
{
    private const string IdNumber = "371599198001010017";

    [Fact]
    public async Task Pages_turn_by_their_links_and_stand_in_the_address()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(45));
        screen.Open();
        Assert.Contains("第 1–20 件，共 45 件", screen.Page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.True(screen.Page.Find(".pager .turn button").HasAttribute("disabled"));

        screen.Follow(screen.Page.Find(".pager .turn a"));
        screen.Page.WaitForAssertion(() => Assert.Contains("第 21–40 件，共 45 件", screen.Page.Find(".pager").TextContent, StringComparison.Ordinal));
        Assert.Equal("N-020", screen.Cells("编号")[0]);
        Assert.Contains("at=", screen.Uri, StringComparison.Ordinal);

        screen.Follow(screen.Page.FindAll(".pager .turn a")[0]);
        screen.Page.WaitForAssertion(() => Assert.Equal("N-000", screen.Cells("编号")[0]));
    }

    [Fact]
    public async Task A_head_sorts_up_then_down_then_as_the_ledger_does()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(5));
        screen.Open();

        Sort("金额");
        screen.Page.WaitForAssertion(() => Assert.Equal("ascending", Head("金额").GetAttribute("aria-sort")));
        Assert.Equal("ledgers/samples?sort=Amount", screen.Uri);
        Sort("金额");
        screen.Page.WaitForAssertion(() => Assert.Equal("40.00", screen.Cells("金额")[0]));
        Assert.Equal("descending", Head("金额").GetAttribute("aria-sort"));
        Sort("金额");
        screen.Page.WaitForAssertion(() => Assert.Equal("N-000", screen.Cells("编号")[0]));
        Assert.Equal("ledgers/samples", screen.Uri);

        AngleSharp.Dom.IElement Head(string text) => screen.Page.FindAll(".ledger-table thead th").First(h => h.TextContent.Contains(text, StringComparison.Ordinal));
        void Sort(string text) => Head(text).QuerySelector("button")!.Click();
    }

    [Fact]
    public async Task Every_chip_counts_the_rows_of_the_list_that_it_opens()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(45));
        screen.Open();
        var chips = screen.Page.FindAll(".measure").Select(c => (Title: c.QuerySelector("span")!.TextContent, Count: c.QuerySelector("b")!.TextContent, Href: c.GetAttribute("href")!)).ToList();
        Assert.Equal(["全部", "已达标", "逾期"], chips.Select(c => c.Title));

        foreach (var (title, count, href) in chips)
        {
            await screen.GoAsync(href);
            screen.Page.WaitForAssertion(() => Assert.Contains($"共 {count} 件", screen.Page.Find(".agree").TextContent, StringComparison.Ordinal));
            Assert.Equal(title, screen.Page.Find(".measure[aria-current] span").TextContent);
            if (title != "全部") Assert.Equal($"共 {count} 件，与指标“{title} {count} 件”一致", screen.Page.Find(".agree").TextContent);
        }

        Assert.Equal(["金额合计0.99 万元", "达标率33.3%"], screen.Page.FindAll(".measure-notes > div").Select(d => d.TextContent));
    }

    [Fact]
    public async Task Conditions_of_the_address_stand_as_chips_and_can_be_taken_off()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(45));
        screen.Open($"?region={Dayang}&measure=samples.met&q=N&f.Kind=%E4%BD%8F%E6%88%BF&f.Day=2020-08-01..2020-08-20&f.Amount=10..");

        Assert.Equal(["指标：已达标", "地区：大杨新村", "查找：“N”", "类别：住房", "发现日期：08-01 至 08-20", "金额：≥ 10.00"], screen.Page.FindAll(".condition span").Select(s => s.TextContent));
        Assert.Equal("住房", screen.Page.Find("select[aria-label=类别] option[selected]").TextContent);
        screen.Follow(screen.Page.Find("a[aria-label='去掉条件 类别：住房']"));
        screen.Page.WaitForAssertion(() => Assert.DoesNotContain("f.Kind", screen.Uri, StringComparison.Ordinal));
        screen.Follow(screen.Page.Find("a.clear"));
        screen.Page.WaitForAssertion(() => Assert.Empty(screen.Page.FindAll(".condition")));
        Assert.Equal("ledgers/samples", screen.Uri);
    }

    [Fact]
    public async Task Filters_and_search_go_into_the_address()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(45));
        screen.Open();

        screen.Page.Find("select[aria-label=类别]").Change("医疗");
        screen.Page.WaitForAssertion(() => Assert.Equal("共 15 件", screen.Page.Find(".agree").TextContent));
        screen.Page.Find("input[type=search]").Input("N-001");
        screen.Page.WaitForAssertion(() => Assert.Equal("共 1 件", screen.Page.Find(".agree").TextContent), TimeSpan.FromSeconds(5));
        Assert.EndsWith("&f.Kind=医疗", Uri.UnescapeDataString(screen.Uri), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_values_are_masked_and_one_look_is_recorded()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, [Full()]);
        screen.Open();
        Assert.Equal(["371599********0017", "138****1234", "尾号 3308", "＊＊"], new[] { "证件号码", "联系电话", "银行账号", "健康状况" }.Select(h => screen.Cells(h)[0]));
        Assert.DoesNotContain(IdNumber, screen.Page.Markup, StringComparison.Ordinal);

        screen.Page.FindAll(".ledger-table button").First(b => b.GetAttribute("aria-label")?.Contains("证件号码", StringComparison.Ordinal) == true).Click();

        screen.Page.WaitForAssertion(() => Assert.Equal(IdNumber, screen.Cells("证件号码")[0]));
        var audit = await screen.InStoreAsync(db => db.Audit.SingleAsync(a => a.Action == "查看"));
        Assert.Equal(("staff", "samples"), (audit.User, audit.Subject));
        Assert.DoesNotContain("0017", audit.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_sees_masked_values_without_eye_and_no_button_that_writes()
    {
        await using var screen = await LedgerScreen.OfAsync(Leader, [Full()]);
        screen.Open();

        Assert.Equal("371599********0017", screen.Cells("证件号码")[0]);
        Assert.DoesNotContain(screen.Page.FindAll(".ledger-table tbody button"), b => b.GetAttribute("aria-label")?.Contains("完整", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("登记", screen.Page.Find(".toolbar").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("导入", screen.Page.Find(".toolbar").TextContent, StringComparison.Ordinal);
        Assert.Contains("导出", screen.Page.Find(".toolbar").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_other_regions_are_not_listed_nor_counted()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, [.. Rows(3), Row("Z-1", region: Qianwang)]);
        screen.Open();

        Assert.Equal(3, screen.Cells("编号").Count);
        Assert.Equal("3", screen.Page.Find(".measure b").TextContent);
    }

    [Fact]
    public async Task The_tree_counts_the_measure_at_every_place_of_the_user_and_a_click_shows_that_place()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(45));
        screen.Open("?measure=samples.met");
        screen.Page.WaitForAssertion(() => Assert.Equal(["韩集镇15", "韩集新村7", "大杨新村8"], screen.Page.FindAll("[role=treeitem]").Select(n => n.TextContent.Trim())));
        Assert.Contains("已达标", screen.Page.Find(".tree-head").TextContent, StringComparison.Ordinal);

        screen.Page.FindAll("[role=treeitem]")[2].Click();

        screen.Page.WaitForAssertion(() => Assert.Equal("共 8 件，与指标“已达标 8 件”一致", screen.Page.Find(".agree").TextContent));
        Assert.Equal($"ledgers/samples?region={Dayang}&measure=samples.met", screen.Uri);
    }

    [Fact]
    public async Task The_total_row_sums_the_whole_query()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(45));
        screen.Open();

        Assert.Equal(["合计", "990", "9,900.00"], screen.Page.FindAll(".ledger-table tfoot tr > *").Select(c => c.TextContent.Trim()).Where(t => t.Length > 0));
    }

    [Fact]
    public async Task An_empty_ledger_says_what_will_stand_here()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, []);
        screen.Open();

        Assert.Contains("示例台账还没有登记", screen.Page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal(["登记", "导入"], screen.Page.FindAll(".empty a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_list_emptied_by_conditions_names_them_and_offers_to_clear_them()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(3));
        screen.Open("?q=%E6%B2%A1%E6%9C%89");

        Assert.Contains("没有符合条件的示例", screen.Page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("当前条件：查找：“没有”", screen.Page.Find(".empty").TextContent, StringComparison.Ordinal);
        screen.Follow(screen.Page.Find(".empty a"));
        screen.Page.WaitForElement(".ledger-table");
    }

    [Theory]
    [InlineData("nothing", "", "没有这个台账")]
    [InlineData("samples", "?measure=problems.open", "没有这个指标")]
    [InlineData("samples", "?region=371522116000", "没有这个地区")]
    [InlineData("samples", "?region=1", "没有这个地区")]
    public async Task What_is_not_there_is_said_in_chinese(string ledger, string query, string title)
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, []);
        screen.Open(query, ledger);

        Assert.Equal(title, screen.Page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_address_of_a_deleted_row_says_who_deleted_it_and_offers_to_restore_it()
    {
        var row = Row("A-1");
        (row.IsDeleted, row.DeleteReason) = (true, "重复登记");
        await using var screen = await LedgerScreen.OfAsync(Staff, [row, Row("A-2")]);
        screen.Open($"?row={row.Id}");

        Assert.Contains("删除，原因：重复登记", screen.Page.WaitForElement(".notice").TextContent, StringComparison.Ordinal);
        screen.Page.Find(".notice button").Click();
        screen.Page.WaitForAssertion(() => Assert.Equal(["A-1", "A-2"], screen.Cells("编号")));
    }

    [Fact]
    public async Task A_save_elsewhere_moves_rows_and_counts_keeps_the_selection_and_tints_the_cell()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows(3));
        screen.Open();
        screen.Page.FindAll(".ledger-table tbody input[type=checkbox]")[1].Change(true);
        var feed = screen.Context.Services.GetRequiredService<LiveFeed>();
        await feed.StartAsync(CancellationToken.None);

        await screen.InStoreAsync(async db =>
        {
            var row = await db.Set<SampleRow>().SingleAsync(r => r.Number == "N-001");
            row.Kind = "饮水";
            db.Add(Row("N-009"));
            return await db.SaveChangesAsync();
        }, CityStaff);

        screen.Page.WaitForAssertion(() => Assert.Equal("4", screen.Page.Find(".measure b").TextContent), TimeSpan.FromSeconds(10));
        screen.Page.WaitForAssertion(() => Assert.Equal("饮水", screen.Page.Find("td.changed").TextContent.Trim()));
        Assert.Contains("已选 1 件", screen.Page.Find(".picked").TextContent, StringComparison.Ordinal);
        await feed.StopAsync(CancellationToken.None);
    }

    private static IEnumerable<SampleRow> Rows(int count) => Enumerable.Range(0, count).Select(i => new SampleRow
    {
        Number = $"N-{i:000}",
        Name = "邓某",
        Region = i % 2 == 0 ? Dayang : Hanjixin,
        Kind = (i % 3) switch { 0 => "住房", 1 => "医疗", _ => "" },
        Heads = i,
        Amount = i * 1000,
        Day = new DateOnly(2020, 8, 1).AddDays(i % 31),
        Flag = i % 3 == 0,
    });

    private static SampleRow Full()
    {
        var row = Row("A-1");
        (row.IdNumber, row.Phone, row.Card, row.Health) = (IdNumber, "13800001234", "6228480000003308", "残疾");
        return row;
    }
}
