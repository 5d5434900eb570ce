using PovertyDashboard.Features.Imports;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>What staff do every week: take a ledger out, change one cell, bring it back.</summary>
public sealed class OneCellTests(ImportedSamples samples) : IClassFixture<ImportedSamples>
{
    private readonly ImportSite _site = samples.Site;

    [Theory]
    [InlineData("households", ".xlsx", "户类型", "未脱贫户")]
    [InlineData("households", ".csv", "户类型", "即时帮扶户")]
    [InlineData("households", ".xlsx", "工资性收入", "12345.67")]
    [InlineData("households", ".csv", "首次识别时间", "2016-03")]
    [InlineData("members", ".xlsx", "健康状况", "长期慢性病,残疾")]
    [InlineData("households", ".csv", "风险识别时间", "2020-03-04")]
    [InlineData("members", ".csv", "是否参加大病保险", "否")]
    [InlineData("members", ".xlsx", "务工时间（月）", "7")]
    [InlineData("problems", ".xlsx", "问题描述", "院墙倒塌，等待修缮")]
    [InlineData("problems", ".csv", "责任人", "邓某")]
    [InlineData("checks", ".xlsx", "备注", "雨后再看")]
    [InlineData("checks", ".csv", "备注", "雨后看过")]
    public async Task One_changed_cell_comes_back_as_one_row_with_that_value_and_nothing_else_changes(string ledger, string extension, string header, string value)
    {
        const int row = 4;
        var before = CsvEdit.Read(await _site.ExportAsync(ledger, "before" + extension));
        var path = await _site.ExportAsync(ledger, ledger + extension);
        if (extension == ".csv") CsvEdit.Set(path, row, header, value);
        else XlsxEdit.Change(path, sheet => sheet[sheet.RowBelow(header, row), header] = value);

        var result = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets);

        Assert.Equal((result.Read - 1, 1, 0, 0), (result.Unchanged, result.Updated, result.Added, result.Refused));
        var change = Assert.Single(Assert.Single(result.Rows, r => r.Fate == RowFate.Updated).Changes);
        Assert.Equal((header, value), (change.Column, change.New == "12,345.67" ? "12345.67" : change.New));
        var after = CsvEdit.Read(await _site.ExportAsync(ledger, "after" + extension));
        var (gone, came) = (Texts(before).Except(Texts(after)).ToList(), Texts(after).Except(Texts(before)).ToList());
        var (old, now) = (Assert.Single(gone).Split('\u001f'), Assert.Single(came).Split('\u001f'));
        Assert.Equal(1, old.Zip(now).Count(pair => pair.First != pair.Second) + Math.Abs(old.Length - now.Length));
        Assert.Equal(before.Count, after.Count);
    }

    [Fact]
    public async Task A_cross_in_an_exported_check_sheet_opens_its_problem_and_leaves_the_other_checks_alone()
    {
        var before = await OpenedAsync();
        var path = await _site.ExportAsync("checks", "crossed.xlsx");
        var name = "";
        XlsxEdit.Change(path, sheet =>
        {
            var row = Enumerable.Range(sheet.RowBelow("户主", 1), 30).First(r => sheet[r, "院内净"] == "达标");
            (name, sheet[row, "院内净"]) = (sheet[row, "户主"], "×");
        });

        var result = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets);

        Assert.Equal((result.Read - 1, 1, 0), (result.Unchanged, result.Updated, result.Refused));
        var opened = Assert.Single((await OpenedAsync()).ExceptBy(before.Select(p => p.Id), p => p.Id));
        Assert.Equal((name, ProblemState.Waiting), (opened.HouseholdName, opened.State));
        Assert.StartsWith("院内净不达标", opened.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_persons_stay_masked_in_what_is_shown_of_a_change()
    {
        var path = await _site.ExportAsync("households", "cards.xlsx");
        XlsxEdit.Change(path, sheet =>
        {
            sheet[sheet.RowBelow("户编号", 7), "银行卡号"] = "6217000000006128";
            var row = sheet.RowBelow("户编号", 8);
            var card = sheet[row, "银行卡号"];
            sheet[row, "银行卡号"] = "62" + card[2..4] + "0000" + card[8..];
        });
        var changes = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets).Rows.Where(r => r.Fate == RowFate.Updated).SelectMany(r => r.Changes).ToList();
        Assert.Equal("尾号 6128", changes[0].New);
        Assert.Equal(changes[1].Old + "（遮住的部分有改动）", changes[1].New);
        Assert.All(changes, c => Assert.StartsWith("尾号 ", c.Old, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_who_is_given_another_household_number_moves_there()
    {
        var path = await _site.ExportAsync("members", "moved.xlsx");
        var number = "";
        XlsxEdit.Change(path, sheet =>
        {
            var (first, last) = (sheet.RowBelow("户编号", 1), sheet.RowBelow("户编号", 600));
            number = sheet[last, "户编号"];
            sheet[first, "户编号"] = number;
        });

        var result = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets);

        var changes = Assert.Single(result.Rows, r => r.Fate == RowFate.Updated).Changes;
        Assert.Equal(number, Assert.Single(changes, c => c.Column == "户编号").New);
        Assert.Equal(0, result.Refused);
        var again = Assert.Single(Assert.Single(await _site.ImportAsync(await _site.ExportAsync("members", "after.xlsx"))).Sheets);
        Assert.Equal(again.Read, again.Unchanged);
    }

    private Task<List<Problem>> OpenedAsync() =>
        _site.Site.InStoreAsync(UserIdentity.System, db => Task.FromResult(db.Set<Problem>().Where(p => p.OriginLedger == "checks").ToList()));

    /// <summary>The rows as one text each; the total follows from them.</summary>
    private static IEnumerable<string> Texts(IEnumerable<string[]> rows) => rows.Where(r => r is not ["合计", ..]).Select(r => string.Join('\u001f', r));
}
