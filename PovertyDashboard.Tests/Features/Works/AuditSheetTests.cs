using ClosedXML.Excel;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>The audit sheet of a home (定案表), opened again and read cell by cell.</summary>
public sealed class AuditSheetTests
{
    [Fact]
    public async Task The_sheet_holds_every_line_the_four_sums_the_conclusion_and_places_for_the_signatures()
    {
        await using var store = await CreateAsync();
        var cement = await store.AddLineAsync(l => (l.Spec, l.ReportedPrice) = ("P.O 42.5", 26_40));
        var labour = await store.AddLineAsync(l => (l.Kind, l.Name, l.Unit, l.ReportedQuantity, l.ReportedPrice, l.DoneOn, l.Worker) = (LineKind.Labour, "瓦工", "工日", 2_50, 220_00, new DateOnly(2020, 7, 6), "马某某"));
        Assert.True((await store.VerifyAsync(Auditor, cement.Id, 20_00, 22_00, reason: "按指导价核定")).IsDone);
        Assert.True((await store.VerifyAsync(Auditor, labour.Id, 3_00, 220_00, isAddition: true, reason: "漏报半天")).IsDone);
        Assert.True((await store.ConcludeAsync(Auditor, labour.Id, AuditConclusion.Partly, "水泥按指导价核减")).IsDone);

        using var book = await OpenAsync(store, cement.Id);
        var sheet = book.Worksheets.Single();
        var text = sheet.CellsUsed().Select(c => c.GetFormattedString()).ToList();
        Assert.Equal("“双提升”用工用料审计定案表", text[0]);
        Assert.Contains(text, t => t.Contains("光岳社区", StringComparison.Ordinal) && t.Contains("户主：邓某", StringComparison.Ordinal) && t.Contains("审计日期：2020-08-31", StringComparison.Ordinal));
        var head = sheet.CellsUsed().Single(c => c.GetString() == "申报数量").Address;
        var row = sheet.Row(head.RowNumber + 1);
        Assert.Equal(
            [20, 26.4, 528, 20, 22, 440, 88, 0],
            Enumerable.Range(head.ColumnNumber, 8).Select(c => row.Cell(c).GetDouble()));
        Assert.Equal(("水泥", "P.O 42.5", "按指导价核定"), (row.Cell(4).GetString(), row.Cell(5).GetString(), row.Cell(15).GetString()));
        Assert.Contains("超指导价", row.Cell(16).GetString(), StringComparison.Ordinal);
        row = sheet.Row(head.RowNumber + 2);
        Assert.Equal([2.5, 220, 550, 3, 220, 660, 0, 110], Enumerable.Range(head.ColumnNumber, 8).Select(c => row.Cell(c).GetDouble()));
        Assert.Contains(text, t => t.Contains("申报合计 1,078.00", StringComparison.Ordinal) && t.Contains("核定合计 1,100.00", StringComparison.Ordinal) && t.Contains("核减合计 88.00", StringComparison.Ordinal) && t.Contains("核增合计 110.00", StringComparison.Ordinal));
        Assert.Contains("核定合计（大写人民币）：壹仟壹佰元整", text);
        Assert.Contains("审计结论：部分属实。水泥按指导价核减", text);
        foreach (var signature in new[] { "户主", "社区", "施工方", "审计组" }) Assert.Contains(signature, text.Single(t => t.Contains("（签字）", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_home_s_sheet_says_so_and_leaves_what_is_not_verified_empty()
    {
        await using var store = await CreateAsync();
        var line = await store.AddLineAsync();
        using var book = await OpenAsync(store, line.Id);
        var sheet = book.Worksheets.Single();
        var head = sheet.CellsUsed().Single(c => c.GetString() == "核实数量").Address;
        Assert.True(sheet.Cell(head.RowNumber + 1, head.ColumnNumber).IsEmpty());
        Assert.Contains("审计结论：未定案", sheet.CellsUsed().Select(c => c.GetString()));
        Assert.Null(await store.WithAsync<HomeReader, AuditView?>(Elsewhere, r => r.OfLineAsync(line.Id, CancellationToken.None)));
    }

    private static async Task<XLWorkbook> OpenAsync(WorksStore store, long line)
    {
        var path = Path.Combine(store.Folder, "sheet.xlsx");
        var view = (await store.WithAsync<HomeReader, AuditView?>(Auditor, r => r.OfLineAsync(line, CancellationToken.None)))!;
        await using (var file = File.Create(path)) await store.WithAsync<AuditSheet, long>(Auditor, s => s.WriteAsync(view, file, CancellationToken.None));
        return new XLWorkbook(path);
    }
}
