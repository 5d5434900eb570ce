using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Blank workbooks as they are fetched, filled in on a computer without network, and imported.</summary>
public sealed class TemplateFillTests(TwoTownships towns) : IClassFixture<TwoTownships>
{
    [Fact]
    public async Task Every_template_is_recognised_as_its_ledger()
    {
        var ledgers = towns.Site.Site.Services.GetRequiredService<LedgerCatalog>().Ledgers.Where(l => l.Importable).ToList();
        Assert.True(ledgers.Count > 30);
        foreach (var ledger in ledgers)
        {
            var path = await TemplateAsync(UserIdentity.System, ledger.Key);
            var sheet = Assert.Single(Assert.Single(await towns.Site.ImportAsync(path)).Sheets);
            Assert.Equal((ledger, "表头下面没有数据。请填写后再导入。"), (sheet.Ledger, sheet.Rejection));
            Assert.All(sheet.Columns, column => Assert.NotEqual("", column.Column));
        }
    }

    [Fact]
    public async Task Checks_are_ticked_by_hand_and_a_cross_opens_its_problem()
    {
        var path = await TemplateAsync(TwoTownships.HanjiStaff, "checks");
        using (var workbook = new XLWorkbook(path))
        {
            var sheet = workbook.Worksheet(1);
            var header = sheet.RowsUsed().First(row => row.CellsUsed().Any(c => c.GetString() == "户主"));
            var columns = header.CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
            var first = FirstBlankBelow(sheet, header.RowNumber());
            var items = sheet.Row(first - 1).CellsUsed().Where(c => Offered(sheet, first, c.Address.ColumnNumber) == "\"√,×,/\"").ToList();
            Assert.True(items.Count > 3);
            sheet.Cell(first, columns["村"]).SetValue<string>("大杨新村");
            sheet.Cell(first, columns["户主"]).SetValue<string>("邓某");
            sheet.Cell(first, columns["检查日期"]).SetValue(new DateTime(2020, 8, 20));
            foreach (var (item, i) in items.Select((item, i) => (item, i)))
                sheet.Cell(first, item.Address.ColumnNumber).SetValue<string>(i switch { 0 => "×", 1 => "/", _ => "√" });
            workbook.Save();
        }

        var batch = await towns.WrittenAsync(TwoTownships.HanjiStaff, await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "检查表.xlsx", await File.ReadAllBytesAsync(path)));
        Assert.Equal((RowFate.Added, ""), (Assert.Single(batch.Rows).Fate, string.Concat(batch.Rows[0].Faults.Select(f => f.Message))));
        var (check, problems) = await towns.Site.Site.InStoreAsync(UserIdentity.System, async db =>
            (await db.Set<Check>().SingleAsync(), await db.Set<Problem>().Select(p => p.HouseholdName).ToListAsync()));
        Assert.Equal((1, 1, new DateOnly(2020, 8, 20)), (check.FailedCount, check.NotApplicableCount, check.CheckedOn));
        Assert.True(check.PassedCount > 1);
        Assert.Equal(["邓某"], problems);
    }

    [Fact]
    public async Task The_villages_of_the_user_are_offered_and_no_list_that_is_too_long()
    {
        using var own = new XLWorkbook(await TemplateAsync(TwoTownships.HanjiStaff, "households"));
        var offered = OfferedIn(own);
        Assert.Contains(offered, text => text.Contains("大杨新村", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, text => text.Contains("三合村", StringComparison.Ordinal));
        Assert.Contains("\"韩集镇\"", offered);

        using var all = new XLWorkbook(await TemplateAsync(UserIdentity.System, "households"));
        Assert.DoesNotContain(OfferedIn(all), text => text.Contains("大杨新村", StringComparison.Ordinal));
        Assert.Contains(OfferedIn(all), text => text == "韩集镇");
    }

    private static List<string> OfferedIn(XLWorkbook workbook) =>
    [
        .. workbook.Worksheets.SelectMany(s => s.DataValidations).Where(v => v.AllowedValues == XLAllowedValues.List).Select(v => v.Value),
        .. workbook.Worksheets.Where(s => s.Name == "选项").SelectMany(s => s.CellsUsed()).Select(c => c.GetString()),
    ];

    private static int FirstBlankBelow(IXLWorksheet sheet, int row)
    {
        while (sheet.Row(row).CellsUsed().Any()) row++;
        return row;
    }

    private static string? Offered(IXLWorksheet sheet, int row, int column) =>
        sheet.DataValidations.FirstOrDefault(v => v.AllowedValues == XLAllowedValues.List && v.Ranges.Any(r => r.Contains(sheet.Cell(row, column))))?.Value;

    private Task<string> TemplateAsync(UserIdentity user, string key) => towns.Site.Site.AsAsync(user, async services =>
    {
        var path = Path.Combine(towns.Site.Folder, $"{key}-{user.Name}.xlsx");
        await using var file = File.Create(path);
        await services.GetRequiredService<LedgerExport>().WriteTemplateAsync(services.GetRequiredService<LedgerCatalog>().Ledger(key)!, null, file, CancellationToken.None);
        return path;
    });
}
