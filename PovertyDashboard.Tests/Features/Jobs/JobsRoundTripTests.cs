using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>Every ledger of the room goes out and comes back unchanged, and what files may not change.</summary>
public sealed class JobsRoundTripTests : IAsyncLifetime
{
    private const string AttendanceHead = "村,月份,姓名,身份证号,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,应出勤,实出勤";

    private JobsStore _store = null!;
    private Holder _deng = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _deng = await _store.AddHolderAsync();
        var qian = await _store.AddHolderAsync("钱某", Qian, h => (h.Region, h.PostKind, h.MonthlyPay) = (Shangzhuang, "护河(水)", 600_00));
        foreach (var month in new[] { 202_006, 202_007 })
        {
            await _store.TickMonthAsync(_deng.Id, month, (8, '○'), (9, '×'));
            await _store.TickMonthAsync(qian.Id, month);
        }

        var june = await _store.FixAsync(202_006);
        await _store.WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.TickAsync(new(_deng.Id, 202_006, 9, '×', '√'), CancellationToken.None));
        Assert.True((await _store.DeskAsync(Staff, d => d.CorrectAsync(june.Id, "补记", CancellationToken.None))).IsDone);
        await _store.MakeAsync(202_007);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("posts.xlsx", 2, 1)]
    [InlineData("holders.xlsx", 2, 1)]
    [InlineData("attendance.xlsx", 4, 2)]
    [InlineData("wages.xlsx", 5, 1)]
    [InlineData("posts.csv", 2, 1)]
    [InlineData("holders.csv", 2, 1)]
    [InlineData("attendance.csv", 4, 1)]
    [InlineData("wages.csv", 5, 1)]
    public async Task An_exported_ledger_comes_back_unchanged(string name, int rows, int sheets)
    {
        var ledger = Path.GetFileNameWithoutExtension(name);
        var result = Assert.Single(await _store.ImportAsync(UserIdentity.System, await _store.ExportAsync(ledger, name)));
        Assert.Equal("", result.Rejection);
        Assert.Equal(sheets, result.Sheets.Count);
        Assert.All(result.Sheets, s => Assert.Equal(ledger, s.Ledger?.Key));
        Assert.Empty(result.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Faults).Select(f => f.Message));
        Assert.Equal((rows, rows), (result.Sheets.Sum(s => s.Read), result.Sheets.Sum(s => s.Unchanged)));
    }

    [Fact]
    public async Task Attendance_goes_out_with_a_sheet_for_each_month_and_its_own_days()
    {
        var path = await _store.ExportAsync(AttendanceLedger.Key, "months.xlsx");
        using var book = new ClosedXML.Excel.XLWorkbook(path);
        Assert.Equal(["2020-06", "2020-07"], book.Worksheets.Select(s => s.Name));
        Assert.Equal([30, 31], book.Worksheets.Select(s => s.Row(4).CellsUsed().Count(c => int.TryParse(c.GetString(), out _))));
    }

    [Fact]
    public async Task Staff_s_own_sheet_of_ticks_needs_no_post_name()
    {
        var days = string.Join(',', Enumerable.Range(1, 31).Select(d => d % 7 == 5 ? "休" : "√"));
        var result = await _store.ImportRowsAsync(Staff, AttendanceLedger.Key, AttendanceHead, $"前王庄村,2020年5月,邓某,{Deng},{days},27,27");
        Assert.Equal(1, result.Accepted);
        var row = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Attendance>().SingleAsync(a => a.Month == 202_005));
        Assert.Equal((_deng.Id, 27, 27), (row.HolderId, row.Due, row.Present));
        var again = await _store.ImportRowsAsync(Staff, AttendanceLedger.Key, AttendanceHead, $"前王庄村,2020年5月,邓某,{Deng},{days},27,27");
        Assert.Equal(1, again.Unchanged);
    }

    [Theory]
    [InlineData("2020-05", "赵某", "371599196510100142", "√", "27", "姓名", "与上岗人员台账不同")]
    [InlineData("2020-05", "孙某", "371599194503071233", "√", "27", "身份证号", "上岗人员台账里没有这个人")]
    [InlineData("2019-07", "邓某", "371599198001010017", "√", "27", "月份", "当月不在岗")]
    [InlineData("2020-05", "邓某", "371599198001010017", "√", "9", "实出勤", "与每天的记录不符")]
    [InlineData("2020-05", "邓某", "371599198001010017", "迟到", "27", "1", "不在代码表")]
    public async Task A_wrong_row_of_attendance_is_refused_at_its_column(string month, string name, string id, string first, string present, string column, string says)
    {
        var days = string.Join(',', Enumerable.Range(1, 31).Select(d => d == 1 ? first : d % 7 == 5 ? "/" : "√"));
        var result = await _store.ImportRowsAsync(Staff, AttendanceLedger.Key, AttendanceHead, $"{(name == "赵某" ? "尚庄村" : "前王庄村")},{month},{name},{id},{days},27,{present}");
        var fault = Assert.Single(Assert.Single(result.Rows).Faults);
        Assert.Equal(column, fault.Column);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Contains("请", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_alone_are_taken_where_a_sheet_has_no_days()
    {
        var result = await _store.ImportRowsAsync(Staff, AttendanceLedger.Key, "村,月份,姓名,身份证号,应出勤,实出勤", $"前王庄村,2020-05,邓某,{Deng},26,24");
        Assert.Equal(1, result.Accepted);
        Assert.True((await _store.DeskAsync(Staff, d => d.MakeAsync(Zhangzhai, 202_005, CancellationToken.None))).IsDone);
        var line = await _store.InStoreAsync(UserIdentity.System, db => db.Set<WageLine>().SingleAsync(l => l.Month == 202_005));
        Assert.Equal((26, 24, 461_54L), (line.Due, line.PaidDays, line.Net));
    }

    [Fact]
    public async Task A_file_changes_only_bonus_deduction_and_note_of_a_draft()
    {
        const string Head = "村,月份,姓名,身份证号,应出勤,实出勤,月标准,扣款";
        var ok = await _store.ImportRowsAsync(Staff, WageLedger.Key, Head, $"前王庄村,2020-07,邓某,{Deng},27,25,500,20");
        Assert.Equal((1, 0), (ok.Updated, ok.Refused));
        var sheet = await _store.InStoreAsync(UserIdentity.System, db => db.Set<WageSheet>().SingleAsync(s => s.Month == 202_007));
        Assert.Equal(462_96 - 20_00 + 600_00, sheet.Net);
        Assert.Contains("月标准：由考勤和标准算出", await FaultAsync(Head, $"前王庄村,2020-07,邓某,{Deng},27,25,700,20"), StringComparison.Ordinal);
        Assert.Contains("已审定，不能再改", await FaultAsync(Head, $"前王庄村,2020-06,邓某,{Deng},26,24,500,20"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_that_do_not_add_up_are_refused()
    {
        const string Head = "村,月份,姓名,身份证号,应出勤,实出勤,月标准,应发金额,实发金额";
        Assert.Contains("应发金额：与“标准×计薪天数÷应出勤＋奖励”不符（“500.00”，应为 480.77）", await FaultAsync(Head, $"前王庄村,2020-05,邓某,{Deng},26,25,500,500,"), StringComparison.Ordinal);
        Assert.Contains("实发金额：与“应发－扣款－已发”不符", await FaultAsync(Head, $"前王庄村,2020-05,邓某,{Deng},26,25,500,480.77,480"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_from_a_file_becomes_a_draft_that_another_must_approve()
    {
        const string Head = "村,月份,姓名,身份证号,应出勤,实出勤,月标准,应发金额,银行账号";
        var result = await _store.ImportRowsAsync(Staff, WageLedger.Key, Head, $"前王庄村,2020-04,邓某,{Deng},26,25,500,480.77,6223000012345603308");
        Assert.Equal(1, result.Added);
        var sheet = await _store.InStoreAsync(UserIdentity.System, db => db.Set<WageSheet>().SingleAsync(s => s.Month == 202_004));
        Assert.Equal((WageState.Draft, "赵某", 1, 480_77L), (sheet.State, sheet.MadeByName, sheet.People, sheet.Net));
        Assert.Equal(WageState.Fixed, (await _store.ApproveAsync(sheet.Id)).State);
        Assert.Contains("不能再加人", await FaultAsync(Head, $"尚庄村,2020-04,钱某,{Qian},26,25,600,,6223000012345603308"), StringComparison.Ordinal);
        Assert.Contains("批次：更正表不能从文件新增", await FaultAsync(Head + ",批次", $"前王庄村,2020-03,邓某,{Deng},26,25,500,,6223000012345603308,更正1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_stands_once_in_a_file_of_people()
    {
        const string Head = "村,岗位类别,岗位来源,姓名,身份证号,上岗日期";
        var result = await _store.ImportRowsAsync(Staff, HolderLedger.Key, Head, $"前王庄村,保绿,扶贫,孙某,{Zhao},2020-01-01", $"尚庄村,护路,扶贫,孙某,{Zhao},2020-02-01", $"前王庄村,保绿,扶贫,赵某,{Zhao},2019-01-01");
        Assert.Equal((1, 2), (result.Added, result.Refused));
        Assert.All(result.Rows.Skip(1), r => Assert.StartsWith("身份证号：一人多岗/重复", Assert.Single(r.Faults).Message, StringComparison.Ordinal));
    }

    private async Task<string> FaultAsync(string head, string row) => Assert.Single(Assert.Single((await _store.ImportRowsAsync(Staff, WageLedger.Key, head, row)).Rows).Faults).Message;
}
