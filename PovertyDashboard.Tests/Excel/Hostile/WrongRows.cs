using System.Globalization;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Rows, cells, numbers and merged ranges that cannot be, in a ledger that is else in order.</summary>
internal static class WrongRows
{
    public static IEnumerable<HostileFile> All =>
    [
        new("content in cell XFD1048576", () => HouseholdRows.File("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), "超过 128 列"),
        new("an empty cell XFD1048576 and nothing else", () => HouseholdRows.File("<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>"), "表头下面没有数据"),
        .. new[] { "0", "-1", "1048577", "99999999999999999999", "abc", "1.5", "" }.Select(r => new HostileFile($"row number “{r}”", () => HouseholdRows.File(HouseholdRows.Right(1, $"r=\"{r}\"")), ReadFaultsText.Damaged)),
        .. new[] { "A", "1", "XFE2", "ZZZZZZZZZZZZ2", "A0", "A-1", "Ａ2", "" }.Select(r => new HostileFile($"cell “{r}”", () => HouseholdRows.File($"<row><c r=\"{r}\"><v>1</v></c></row>"), ReadFaultsText.Damaged)),
        new("a row twice", () => HouseholdRows.File(HouseholdRows.Right(1, "r=\"2\""), HouseholdRows.Right(2, "r=\"2\"")), ReadFaultsText.OutOfOrder),
        new("rows from below to above", () => HouseholdRows.File(HouseholdRows.Right(1, "r=\"3\""), HouseholdRows.Right(2, "r=\"2\"")), ReadFaultsText.OutOfOrder),
        new("a cell twice", () => HouseholdRows.File($"<row r=\"2\">{At("A2", "高新区")}{At("A2", "莘县")}</row>"), ReadFaultsText.OutOfOrder),
        new("cells from right to left", () => HouseholdRows.File($"<row r=\"2\">{At("B2", "韩集镇")}{At("A2", "高新区")}</row>"), ReadFaultsText.OutOfOrder),
        new("cells that say another row", () => HouseholdRows.File($"<row r=\"2\">{At("A9", "高新区")}</row>"), ReadFaultsText.OutOfOrder),
        .. new[] { "5", "-1", "NaN", "1e3", "99999999999999999999", "0x0" }.Select(index => new HostileFile($"shared text number “{index}”", () => HouseholdRows.File($"<row><c t=\"s\"><v>{index}</v></c></row>"), ReadFaultsText.Damaged)),
        .. new[] { "-1", "abc", "99999999999999999999" }.Select(style => new HostileFile($"style number “{style}”", () => HouseholdRows.File($"<row><c s=\"{style}\"><v>1</v></c></row>"), ReadFaultsText.Damaged)),
        Held("style number 4,000,000", "<c s=\"4000000\"><v>44053</v></c>"),
        Held("a formula that was never computed", "<c><f>A1+1</f></c>"),
        Held("a formula that calls a program", "<c t=\"str\"><f>cmd|' /c calc'!A0</f><v>=cmd|' /c calc'!A0</v></c>"),
        Held("an error", "<c t=\"e\"><v>#REF!</v></c>"),
        Held("the number 1e999", "<c><v>1e999</v></c>"),
        Held("the number NaN", "<c><v>NaN</v></c>"),
        Held("the number -1e-400", "<c><v>-1e-400</v></c>"),
        Held("a number of 5,000 digits", $"<c><v>{new string('9', 5_000)}</v></c>"),
        Held("a truth that is none", "<c t=\"b\"><v>banana</v></c>"),
        Held("a text of 501", HouseholdRows.Cell(new string('长', 501))),
        Held("a control character", HouseholdRows.Cell("邓_x0000_某")),
        Held("half a character, escaped", HouseholdRows.Cell("邓_xD842_某")),
        Held("a day before the first one", "<c t=\"d\"><v>0000-00-00</v></c>", column: 9),
        Held("a day after the last one", "<c t=\"d\"><v>99999-12-31</v></c>", column: 9),
        Held("day number 9,999,999 as a date", "<c s=\"1\"><v>9999999</v></c>", column: 9),
        Held("day number -1 as a date", "<c s=\"1\"><v>-1</v></c>", column: 9),
        new("a header and nothing below", () => HouseholdRows.File(), "表头下面没有数据"),
        new("one cell merged out of all", () => HouseholdRows.Book().WithSheet($"<sheetData>{HouseholdRows.Header}<row>{HouseholdRows.Cell("高新区")}</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>").ToBytes(), "看不出这是哪个乡镇的表"),
        new("a merged range without a place", () => HouseholdRows.Book().WithSheet($"<sheetData>{HouseholdRows.Header}{HouseholdRows.Right(1)}</sheetData><mergeCells><mergeCell/></mergeCells>").ToBytes(), ReadFaultsText.Damaged),
        new("a million merged ranges", () => Merged(1_000_000, i => $"A{i + 1}:A{i + 2}", 1), "合并单元格超过 100,000 处"),
        new("90,000 merged ranges over each other and 15,000 rows", () => Merged(90_000, i => "A3:DX1048576", 15_000), "", HostileEnd.RowsHeld),
    ];

    /// <summary>One row with a wrong cell in the place of the number of persons, or of another column.</summary>
    private static HostileFile Held(string what, string cell, int column = 6) => new(what, () =>
    {
        var cells = HouseholdRows.Cells(1).ToList();
        while (cells.Count <= column) cells.Add("<c/>");
        cells[column] = cell;
        return HouseholdRows.Book($"<row>{string.Concat(cells)}</row>").WithStyles("<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>").ToBytes();
    }, "", HostileEnd.RowsHeld);

    private static string At(string place, string text) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static byte[] Merged(int count, Func<long, string> range, int rows) => new RawXlsx().WithMany(
        "xl/worksheets/sheet1.xml",
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{HouseholdRows.Header}{string.Concat(Enumerable.Repeat("<row><c/><c><v>1</v></c></row>", rows))}</sheetData><mergeCells>",
        count,
        i => string.Create(CultureInfo.InvariantCulture, $"<mergeCell ref=\"{range(i)}\"/>"),
        "</mergeCells></worksheet>").ToBytes();
}
