using System.Text;
using Bunit;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Imports.Choices;

namespace PovertyDashboard.Tests.Features.Imports.Choices;

/// <summary>What the clerk chooses on the page of a checked file, and that nothing of it holds before it was checked again.</summary>
public sealed class ChoicesPageTests : IAsyncLifetime
{
    private readonly TwoTownships _towns = new();
    private ImportsScreen _screen = default!;

    public async Task InitializeAsync()
    {
        await _towns.InitializeAsync();
        _screen = new ImportsScreen(_towns.Site.Site);
    }

    public async Task DisposeAsync()
    {
        await _screen.DisposeAsync();
        await _towns.DisposeAsync();
    }

    [Fact]
    public async Task Unknown_headers_are_chosen_from_the_columns_of_the_ledger_and_remembered_for_the_office()
    {
        var batch = await HandInAsync("县,乡,村,号码一,户主姓名,户主证件号码,家庭人口数,户类型", "高新区,韩集镇,大杨新村,3715901150000601,冯某,371599198001010017,2,未脱贫户");
        var page = _screen.Batch(batch.Batch);
        Assert.Contains("没有找到“户编号”这一列", page.WaitForElement(".notice.warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".btn.main"));

        page.Find("select[aria-label='“号码一”对应台账的哪一列']").Change("Number");
        Assert.True(page.Find(".remember input").HasAttribute("checked"));
        await page.Find(".bar .btn.main").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("写入 1 行（新增 1、更新 0）", page.Find(".btn.main").TextContent.Trim()), TimeSpan.FromSeconds(30));
        Assert.Empty(page.FindAll(".bar .btn"));
        Assert.Equal(BatchState.Checked, (await HandInAsync("县,乡,村,号码一,户主姓名,户主证件号码,家庭人口数,户类型", "高新区,韩集镇,大杨新村,3715901150000602,陈某,371599198001010017,2,未脱贫户")).State);
    }

    [Fact]
    public async Task A_dropped_choice_leaves_the_check_as_it_was()
    {
        var batch = await HandInAsync("县,乡,村,户编号,户主姓名,户主证件号码,备注,家庭人口数,户类型", "高新区,韩集镇,大杨新村,3715901150000603,冯某,371599198001010017,好,2,未脱贫户");
        var page = _screen.Batch(batch.Batch);
        page.WaitForElement(".btn.main");
        page.FindAll("button").Single(b => b.TextContent.StartsWith("看全部", StringComparison.Ordinal)).Click();
        page.Find("select[aria-label='“备注”对应台账的哪一列']").Change(ColumnChoices.Unused);
        Assert.Contains("列的读法有改动", page.Find(".bar[aria-live]").TextContent, StringComparison.Ordinal);

        page.FindAll(".bar .btn").Single(b => b.TextContent == "放弃改动").Click();
        Assert.Empty(page.FindAll(".bar[aria-live]"));
        Assert.Equal("Remark", page.Find("select[aria-label='“备注”对应台账的哪一列'] option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_question_about_a_person_is_answered_at_its_row()
    {
        var batch = await HandInAsync("县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型", "高新区,韩集镇,大杨新村,3715901150000501,邓某,371599198001010033,2,未脱贫户");
        var page = _screen.Batch(batch.Batch);
        Assert.Equal("待确认", page.WaitForElement("tbody tr .chip").TextContent.Trim());
        var answers = page.FindAll(".ask label").Select(l => l.TextContent.Trim()).ToList();
        Assert.StartsWith("是同一人：更新 邓某，1980-01-01 出生", answers[0], StringComparison.Ordinal);
        Assert.Equal("不是同一人：按新增", answers[1]);

        page.FindAll(".ask input")[1].Change(true);
        Assert.Contains("已回答 1 行", page.Find(".bar[aria-live]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".remember"));
        await page.Find(".bar .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("写入 1 行（新增 1、更新 0）", page.Find(".btn.main").TextContent.Trim()), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task All_of_a_row_can_be_looked_at_with_its_numbers_masked()
    {
        var batch = await HandInAsync("县,乡,村,户编号,户主姓名,户主证件号码,邻居身份证,家庭人口数,户类型", "高新区,韩集镇,大杨新村,3715901150000604,冯某,371599198001010017,371599195211030020,2,未脱贫户");
        var page = _screen.Batch(batch.Batch);
        await page.WaitForElement("button[aria-label='看第 2 行全部内容']").ClickAsync(new());
        var fields = page.FindAll(".fields > div").ToDictionary(f => f.QuerySelector("dt")!.TextContent, f => f.QuerySelector("dd")!.TextContent);
        Assert.Equal("3715901150000604", fields["户编号"]);
        Assert.Equal("371599********0017", fields["户主证件号码"]);
        Assert.Equal("371599********0020", fields["邻居身份证"]);
        Assert.Empty(await _towns.Site.Site.AsAsync(TwoTownships.ZhangzhaiStaff, s => ((RowFields)s.GetService(typeof(RowFields))!).OfAsync(batch.Batch, "户信息", 2, CancellationToken.None)));
    }


    private Task<HandedIn> HandInAsync(params string[] lines) =>
        _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
}
