using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Dashboard;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

public sealed class CardWorkbookTests
{
    [Fact]
    public async Task Every_card_becomes_a_sheet_whose_numbers_are_numbers()
    {
        await using var store = await OpenAsync();
        var sheets = store.Services.GetRequiredService<CardSheets>();
        foreach (var card in DashboardCards.Overview.Where(c => c.Needs.All(store.Figures.Knows)))
        {
            var sheet = await sheets.ReadAsync(card, View(Hanji), byCategory: false, CancellationToken.None);
            using var file = new MemoryStream();
            await CardWorkbook.WriteAsync(file, sheet, "韩集镇", Today, "李某", CancellationToken.None);
            using var book = new XLWorkbook(file);
            var cells = book.Worksheets.First();
            Assert.Equal("韩集镇" + sheet.Title, cells.Cell(1, 1).GetString());
            var head = cells.RowsUsed().First(r => r.Cell(1).GetString() == sheet.Columns[0].Title).RowNumber();
            Assert.Equal(sheet.Rows.Count + (sheet.Total is null ? 0 : 1), cells.LastRowUsed().RowNumber() - head);
        }
    }

    [Fact]
    public async Task Counts_stay_numbers_and_rates_lose_their_sign_to_the_head()
    {
        await using var store = await OpenAsync();
        var sheet = await store.Services.GetRequiredService<CardSheets>().ReadAsync(DashboardCards.Overview[0], View(Hanji), byCategory: true, CancellationToken.None);
        using var file = new MemoryStream();
        await CardWorkbook.WriteAsync(file, sheet, "韩集镇", Today, "李某", CancellationToken.None);
        using var book = new XLWorkbook(file);
        var cells = book.Worksheets.First();
        var head = cells.RowsUsed().First(r => r.Cell(1).GetString() == "类别").RowNumber();
        var rate = sheet.Columns.ToList().FindIndex(c => c.Title == "销号率") + 1;
        Assert.Equal("销号率（%）", cells.Cell(head, rate).GetString());
        Assert.Equal(XLDataType.Number, cells.Cell(head + 1, 2).DataType);
        Assert.Equal(XLDataType.Number, cells.Cell(head + 1, rate).DataType);
        Assert.Equal(sheet.Rows[0][2].Text, FigureText.Count(cells.Cell(head + 1, 3).GetValue<long>()));
    }
}
