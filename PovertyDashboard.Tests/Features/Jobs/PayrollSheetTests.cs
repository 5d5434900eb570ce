using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel.Writing;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The payroll form (工资发放花名册) of the demo store over its address.</summary>
public sealed class PayrollSheetTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_form_has_title_two_header_rows_total_in_words_signatures_and_masked_numbers()
    {
        var sheet = await SheetAsync();
        using var client = await site.LoggedInAsync("demo.city");
        using var answer = await client.GetAsync(WageAddress.Payroll(sheet.Id, reason: null));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("张寨镇2020年7月公益岗位工资发放花名册.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var file = await answer.Content.ReadAsByteArrayAsync();
        WrittenSheet.AssertValid(file);
        using var book = new XLWorkbook(new MemoryStream(file));
        var page = book.Worksheets.Single();
        Assert.Equal("张寨镇2020年7月公益岗位工资发放花名册", page.Cell(1, 1).GetString());
        Assert.Contains("填报单位：张寨镇　　月份：2020-07", page.Cell(2, 1).GetString(), StringComparison.Ordinal);
        Assert.Equal(["序号", "村", "姓名", "身份证号", "岗位", "出勤（天）", "金额（元）", "发放账户", "领款人签字", "备注"], page.Row(3).CellsUsed().Select(c => c.GetString()));
        Assert.Equal(["应出勤", "实出勤", "月标准", "扣款", "奖励", "应发金额", "实发金额", "开户银行", "银行账号"], page.Row(4).CellsUsed().Select(c => c.GetString()));
        var last = page.LastRowUsed().RowNumber();
        Assert.Equal((decimal)sheet.Net / 100, (decimal)page.Cell(last - 2, 12).GetDouble());
        Assert.Contains(CapitalYuan.Of(sheet.Net), page.Cell(last - 1, 1).GetString(), StringComparison.Ordinal);
        Assert.Contains("制表人：赵某", page.Cell(last, 1).GetString(), StringComparison.Ordinal);
        Assert.Contains("审核人：钱某　　　　单位负责人：", page.Cell(last, 1).GetString(), StringComparison.Ordinal);
        Assert.Contains("****", page.Cell(5, 4).GetString(), StringComparison.Ordinal);
        Assert.StartsWith("尾号", page.Cell(5, 14).GetString(), StringComparison.Ordinal);
        Assert.Equal("", page.Cell(5, 15).GetString());
    }

    [Fact]
    public async Task Full_numbers_need_the_right_and_a_reason_and_are_recorded()
    {
        var sheet = await SheetAsync();
        using var leader = await site.LoggedInAsync("demo.city");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync(WageAddress.Payroll(sheet.Id, "报银行"))).StatusCode);
        using var staff = await site.LoggedInAsync("demo.zhangzhai");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(WageAddress.Payroll(sheet.Id, ""))).StatusCode);
        using var answer = await staff.GetAsync(WageAddress.Payroll(sheet.Id, "报银行代发"));
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        Assert.Null(PersonIdNumber.FaultOf(book.Worksheets.Single().Cell(5, 4).GetString()));
        Assert.True(await site.InStoreAsync(UserIdentity.System, db => db.Audit.AnyAsync(a => a.Action == "导出" && a.Subject == "wages" && a.User == "demo.zhangzhai" && a.Details.Contains("报银行代发"))));
    }

    [Fact]
    public async Task Another_town_s_sheet_is_not_found()
    {
        using var client = await site.LoggedInAsync("demo.leader");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(WageAddress.Payroll((await SheetAsync()).Id, reason: null))).StatusCode);
    }

    private Task<WageSheet> SheetAsync() =>
        site.InStoreAsync(UserIdentity.System, db => db.Set<WageSheet>().AsNoTracking().SingleAsync(s => s.Region == JobsStore.Zhangzhai && s.Month == 202_007 && s.Batch == ""));
}
