using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Tests.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Filling;

/// <summary>A county's form comes out filled, and everything on it that nobody filled is as the county made it.</summary>
public sealed class FormFillerTests
{
    private const string Id = "371599198001010017";
    private static readonly DateOnly Day = new(2020, 8, 31);
    private static readonly int[] Columns = [0, 1, 2, 3, 4, 5];

    [Fact]
    public async Task The_form_alone_is_valid() => Assert.Empty(WrittenSheet.ErrorsOf((await FilledBook.FillAsync(CountyForm.File)).Content));

    [Fact]
    public async Task Values_come_into_their_cells_in_the_styles_of_these()
    {
        var book = await FilledBook.FillAsync(CountyForm.File, new SheetFill(CountyForm.Details,
        [
            new(2, 1, new FillValue("张寨镇")), new(2, 5, new FillValue(Day: Day)), new(3, 1, new FillValue(Number: 72)), new(3, 4, new FillValue(Number: 95.24m, IsPercent: true)),
            new(9, 3, new FillValue("邓某_x0041_\u0001")), new(2, 8, new FillValue(Day: Day)), new(12, 1, new FillValue(Number: 95.24m, IsPercent: true)),
        ], null));

        Assert.Equal(["张寨镇", "44074", "72", "0.9524", "邓某_x005F_x0041__x0001_", "44074", "95.24"], new[] { "B2", "F2", "B3", "E3", "D9", "I2", "B12" }.Select(a => book.At(a)));
        Assert.Equal([3, 5, 3, 6, 3], new[] { "B2", "F2", "B3", "E3", "D9" }.Select(book.StyleAt));
        Assert.Contains("yyyy\\-mm\\-dd", book.TextOf("xl/styles.xml"), StringComparison.Ordinal);
        Assert.True(book.StyleAt("I2") >= 7);
        Assert.Equal("=SUM(D6:D6)", book.At("D7"));
        WrittenSheet.AssertValid(book.Content);
    }

    [Fact]
    public async Task The_block_row_is_repeated_and_everything_below_it_goes_along()
    {
        var book = await FilledBook.FillAsync(CountyForm.File, Details(3));

        Assert.Equal(["1", "户主 1", Id, "3", "1234.56", "44074", "=IF(E$9=0,0,E6/E$9)", "核对无误"], "ABCDEFGH".Select(c => book.At($"{c}6")));
        Assert.Equal(["3", "户主 3", Id, "3", "1234.56", "44074", "=IF(E$9=0,0,E8/E$9)", "核对无误"], "ABCDEFGH".Select(c => book.At($"{c}8")));
        Assert.Equal("ABCDEFGHI".Select(c => book.StyleAt($"{c}6")), "ABCDEFGHI".Select(c => book.StyleAt($"{c}8")));
        Assert.Equal(["22.5", "22.5", "30"], new[] { 6, 8, 9 }.Select(r => (string)book.Row(r).Attribute("ht")!));
        Assert.Equal(["=SUM(D6:D8)", "=SUM(E6:E8)", "=E9*2", "=E9", "制表人："], new[] { "D9", "E9", "E10", "D3", "A11" }.Select(a => book.At(a)));
        Assert.Equal(["='明细 表'!E9", "=A1*2", "=SUM('明细 表'!E6:E8)", "=A2*2", "=合计额+COUNTA('明细 表'!B6:B8)", "=A3*2", "说明 E7"], new[] { "A1", "B1", "A2", "B2", "A3", "B3", "A4" }.Select(a => book.At(a, 2)));
        Assert.Equal(["A1:I1", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5", "G4:G5", "H4:I5", "H6:I6", "A9:C9", "A11:C11", "H7:I7", "H8:I8"], book.All("mergeCell", "ref"));
        Assert.Equal(["13"], book.All("mergeCells", "count"));
        Assert.Equal(["E6:E8", "A10:I11"], book.All("conditionalFormatting", "sqref"));
        Assert.Equal(["$E6>AVERAGE($E$6:$E$8)", "$E$9"], book.Texts("formula"));
        Assert.Equal(["D6:D8"], book.All("dataValidation", "sqref"));
        Assert.Equal(["10"], book.All("brk", "id"));
        Assert.Equal(["A1:I11"], book.All("dimension", "ref"));
        Assert.Equal(["B10"], book.All("selection", "activeCell"));
        Assert.Equal(["A6"], book.All("pane", "topLeftCell"));
        Assert.Equal(["'明细 表'!$A$1:$I$11", "'明细 表'!$4:$5", "'明细 表'!$E$9"], book.Texts("definedName", "xl/workbook.xml"));
        Assert.Equal(["0", "1", "8", "10"], book.Texts("row", "xl/drawings/drawing1.xml"));
        WrittenSheet.AssertValid(book.Content);
    }

    [Fact]
    public async Task What_nobody_touches_goes_over_byte_for_byte_and_values_are_computed_on_opening()
    {
        var form = FilledBook.PartsOf(CountyForm.File);
        var book = await FilledBook.FillAsync(CountyForm.File, Details(3));

        Assert.Equal(form.Keys.Except(["xl/calcChain.xml"]).Order(), book.Paths.Order());
        Assert.Equal("[Content_Types].xml", book.Paths.First());
        foreach (var path in new[] { "xl/media/image1.png", "xl/styles.xml", "_rels/.rels", "xl/worksheets/_rels/sheet1.xml.rels", "xl/drawings/_rels/drawing1.xml.rels" }) Assert.Equal(form[path], book.Part(path));
        Assert.Contains(CountyForm.Pages, book.TextOf("xl/worksheets/sheet1.xml").Replace(" />", "/>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("calcChain", book.TextOf("[Content_Types].xml") + book.TextOf("xl/_rels/workbook.xml.rels"), StringComparison.Ordinal);
        Assert.Equal("1", (string?)book["xl/workbook.xml"].Elements().Single(e => e.Name.LocalName == "calcPr").Attribute("fullCalcOnLoad"));
        Assert.All(book.Sheet.Descendants().Where(e => e.Name.LocalName == "f"), f => Assert.Single(f.Parent!.Elements()));
    }

    [Fact]
    public async Task Without_rows_the_block_row_stays_empty()
    {
        var book = await FilledBook.FillAsync(CountyForm.File, Details(0));

        Assert.Equal([null, null, null, null, null, null, "=IF(E$7=0,0,E6/E$7)", "核对无误"], "ABCDEFGH".Select(c => book.At($"{c}6")));
        Assert.Equal(("=SUM(D6:D6)", "合计"), (book.At("D7"), book.At("A7")));
        WrittenSheet.AssertValid(book.Content);
    }

    [Fact]
    public async Task One_row_takes_the_place_of_the_block_row()
    {
        var book = await FilledBook.FillAsync(CountyForm.File, Details(1));

        Assert.Equal(("户主 1", "=IF(E$7=0,0,E6/E$7)", "=SUM(E6)", "合计"), (book.At("B6"), book.At("G6"), book.At("E7"), book.At("A7")));
        WrittenSheet.AssertValid(book.Content);
    }

    [Fact]
    public async Task A_block_of_two_thousand_rows_is_summed_to_its_end()
    {
        var book = await FilledBook.FillAsync(CountyForm.File, Details(2000));

        Assert.Equal(("户主 2000", "=IF(E$2006=0,0,E2005/E$2006)", "=SUM(D6:D2005)", "=E2006*2"), (book.At("B2005"), book.At("G2005"), book.At("D2006"), book.At("E2007")));
        Assert.Equal("H2005:I2005", book.All("mergeCell", "ref").Last());
        WrittenSheet.AssertValid(book.Content);
    }

    [Fact]
    public async Task A_block_row_that_the_file_does_not_have_is_made_and_texts_that_look_like_numbers_stay_texts()
    {
        var form = new RawXlsx().WithRows($"<row><c t=\"inlineStr\"><is><t>编号</t></is></c></row><row r=\"9\"><c><f>SUM(B3:B3)</f></c></row>").ToBytes();
        var book = await FilledBook.FillAsync(form, new SheetFill("台账", [], FilledBook.Block(3, [0, 1], [FilledBook.Of("0431"), FilledBook.Of(Day)], [FilledBook.Of(Id), FilledBook.Of(5)])));

        Assert.Equal(["编号", "0431", Id, "44074", "5", "=SUM(B3:B4)"], new[] { "A1", "A3", "A4", "B3", "B4", "A10" }.Select(a => book.At(a)));
        Assert.Equal("inlineStr", (string?)book.Cell("A4")!.Attribute("t"));
    }

    [Fact]
    public async Task Comments_their_boxes_tables_charts_and_later_formats_go_along()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var form = CountyForm.Book()
            .With("xl/worksheets/_rels/sheet1.xml.rels", RawXlsx.Relations(("d1", "drawing", "../drawings/drawing1.xml"), ("c1", "comments", "../comments1.xml"), ("v1", "vmlDrawing", "../drawings/v.vml"), ("t1", "table", "../tables/table1.xml")))
            .With("xl/comments1.xml", $"""<comments xmlns="{Main}"><authors><author/></authors><commentList><comment ref="E7" authorId="0"><text><t>核</t></text></comment></commentList></comments>""")
            .With("xl/drawings/v.vml", """<xml xmlns:x="urn:schemas-microsoft-com:office:excel"><s><x:ClientData><x:Anchor>5, 12, 6, 8, 8, 40, 9, 4</x:Anchor><x:Row>6</x:Row><x:Column>4</x:Column></x:ClientData></s></xml>""")
            .With("xl/tables/table1.xml", $"""<table xmlns="{Main}" id="1" ref="A5:F6"><autoFilter ref="A5:F6"/></table>""")
            .With("xl/charts/chart1.xml", """<c:chartSpace xmlns:c="c"><c:f>'明细 表'!$E$6:$E$6</c:f></c:chartSpace>""");
        var book = await FilledBook.FillAsync(form.ToBytes(), Details(3));

        Assert.Equal("E9", (string?)book["xl/comments1.xml"].Descendants().Single(e => e.Name.LocalName == "comment").Attribute("ref"));
        Assert.Equal(["5, 12, 8, 8, 8, 40, 11, 4", "8"], book.Texts("Anchor", "xl/drawings/v.vml").Concat(book.Texts("Row", "xl/drawings/v.vml")));
        Assert.Equal(["A5:F8", "A5:F8"], book["xl/tables/table1.xml"].DescendantsAndSelf().Select(e => (string?)e.Attribute("ref")));
        Assert.Equal(["'明细 表'!$E$6:$E$8"], book.Texts("f", "xl/charts/chart1.xml"));
    }

    [Fact]
    public async Task A_block_row_in_merged_rows_is_refused_in_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<SheetFaultException>(() => FilledBook.FillAsync(CountyForm.File, new SheetFill(CountyForm.Details, [], FilledBook.Block(5, [1], [FilledBook.Of("a")]))));
        Assert.Equal("明细行：工作表「明细 表」第 5 行在跨行的合并单元格 A4:A5 里，不能按行重复。请在 WPS 或 Excel 中取消这处合并，或选择别的行。", refused.Message);
        Assert.Equal(refused.Message, FormBook.Read(CountyForm.File, CountyForm.FileName, ReadLimits.Web, CancellationToken.None)[0].RefusalOfBlock(5));
    }

    [Theory]
    [InlineData(1_048_575)]
    [InlineData(2_000_000)]
    public async Task More_rows_than_a_sheet_holds_are_refused_in_a_sentence(int rows)
    {
        var block = new BlockFill(6, [0], rows, AsyncEnumerable.Empty<IReadOnlyList<FillValue>>());
        var refused = await Assert.ThrowsAsync<SheetFaultException>(() => FilledBook.FillAsync(CountyForm.File, new SheetFill(CountyForm.Details, [], block)));
        Assert.StartsWith("明细行：行数超过 Excel 单个工作表的上限", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Rows_that_are_not_as_many_as_were_counted_are_refused_in_a_sentence(int counted)
    {
        var block = new BlockFill(6, [0], counted, new[] { 1, 2, 3 }.Select(IReadOnlyList<FillValue> (n) => [FilledBook.Of(n)]).ToAsyncEnumerable());
        var refused = await Assert.ThrowsAsync<SheetFaultException>(() => FilledBook.FillAsync(CountyForm.File, new SheetFill(CountyForm.Details, [], block)));
        Assert.Contains("请再填写一次", refused.Message, StringComparison.Ordinal);
    }

    private static SheetFill Details(int rows) => new(CountyForm.Details, [],
        FilledBook.Block(CountyForm.Block, Columns, [.. Enumerable.Range(1, rows).Select(n => new[] { n, $"户主 {n}", Id, 3, (object)1234.56m, Day }.Select(FilledBook.Of).ToArray())]));
}
