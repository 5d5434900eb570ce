using ClosedXML.Excel;
using PovertyDashboard.Excel.Writing;
using static PovertyDashboard.Tests.Excel.Writing.SampleLedger;

namespace PovertyDashboard.Tests.Excel.Writing;

/// <summary>A look is drawn once; what changes from one export to the next must not stay behind in it.</summary>
public sealed class SheetDrawingsTests
{
    private static readonly SheetSpec First = Spec with { Title = "张寨镇台账", HeadLines = ["填报单位：张寨镇 & 邻镇"], Footer = "甲 2020-08-01" };
    private static readonly SheetSpec Second = Spec with { Title = " <许营镇>台账_x0041_", HeadLines = [""], Footer = "R&D" };

    [Fact]
    public void The_same_look_is_drawn_once_and_another_one_again()
    {
        var drawn = SheetDrawings.Of([First]);

        Assert.Same(drawn, SheetDrawings.Of([Second]));
        Assert.All(
            (SheetSpec[])[
                First with { SheetName = "别的" }, First with { HeadLines = ["一", "二"] }, First with { Columns = [.. First.Columns.Skip(1)] },
                First with { Columns = [First.Columns[0] with { Width = 15 }, .. First.Columns.Skip(1)] }, First with { Columns = [First.Columns[0] with { Required = false }, .. First.Columns.Skip(1)] },
                First with { Columns = [First.Columns[0] with { Format = CellFormat.Integer }, .. First.Columns.Skip(1)] },
            ],
            other => Assert.NotSame(drawn, SheetDrawings.Of([other])));
        Assert.NotSame(drawn, SheetDrawings.Of([First, First with { SheetName = "第二张" }]));
    }

    [Fact]
    public async Task Every_export_has_its_own_texts()
    {
        foreach (var spec in (SheetSpec[])[First, Second, First])
        {
            var file = await WrittenSheet.Xlsx(spec, Lines, Write);
            using var workbook = new XLWorkbook(new MemoryStream(file));
            var sheet = workbook.Worksheet(1);

            Assert.Equal(spec.Title, WrittenSheet.Read(file)[0][0].Raw);
            Assert.Equal(spec.HeadLines[0], sheet.Cell(2, 1).GetString());
            Assert.Equal($"&L{spec.Footer!.Replace("&", "&&", StringComparison.Ordinal)}&C第&P页 共&N页", FooterOf(sheet));
        }
    }

    [Fact]
    public async Task Each_sheet_of_a_workbook_has_its_own_texts()
    {
        using var file = new MemoryStream();
        await SheetWriter.WriteAsync(file, [Content(First with { SheetName = "一" }), Content(Second with { SheetName = "二" })], CancellationToken.None);
        using var workbook = new XLWorkbook(new MemoryStream(file.ToArray()));

        Assert.Equal([First.Title, " <许营镇>台账A"], workbook.Worksheets.Select(sheet => sheet.Cell(1, 1).GetString().Replace("_x0041_", "A", StringComparison.Ordinal)));
        Assert.Equal(["&L甲 2020-08-01&C第&P页 共&N页", "&LR&&D&C第&P页 共&N页"], workbook.Worksheets.Select(sheet => FooterOf(sheet)));
    }

    private static string FooterOf(IXLWorksheet sheet) => sheet.PageSetup.Footer.GetText(XLHFOccurrence.OddPages);

    private static SheetContent<Line> Content(SheetSpec spec) => new(spec, Lines.ToAsyncEnumerable(), Write);
}
