namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Workbooks whose parts are missing, lead elsewhere or into a circle, or are other parts than they say.</summary>
internal static class WrongParts
{
    private const string Links = "xl/_rels/workbook.xml.rels", Book = "xl/workbook.xml";

    public static IEnumerable<HostileFile> All =>
    [
        .. new[] { Book, "_rels/.rels", Links, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml" }.Select(part => new HostileFile($"without {part}", () => Whole().Without(part).ToBytes(), part == Links ? "没有可读的工作表" : ReadFaultsText.Damaged)),
        new("without content types and links", () => Whole().Without("[Content_Types].xml").Without("_rels/.rels").ToBytes(), "压缩包"),
        new("no sheets", () => new RawXlsx().WithWorkbook("<sheets/>").ToBytes(), "没有可读的工作表"),
        new("only a sheet that is a chart", () => Linked(("s1", "chartsheet", "worksheets/sheet1.xml")), "没有可读的工作表"),
        new("only a sheet of macros", () => Linked(("s1", "xlMacrosheet", "worksheets/sheet1.xml")), "没有可读的工作表"),
        new("only hidden sheets", () => new RawXlsx().WithWorkbook("<sheets><sheet name=\"a\" sheetId=\"1\" state=\"veryHidden\" r:id=\"s1\"/></sheets>").ToBytes(), ReadFaultsText.Empty),
        new("a sheet at an absolute path", () => Linked(("s1", "worksheet", "/etc/passwd")), ReadFaultsText.Damaged),
        new("a sheet above the package", () => Linked(("s1", "worksheet", "../../../../etc/passwd")), ReadFaultsText.Damaged),
        new("a sheet at an address", () => Linked(("s1", "worksheet", "http://127.0.0.1:9/sheet1.xml")), ReadFaultsText.Damaged),
        new("a sheet that is a file of the machine", () => Linked(("s1", "worksheet", "file:///etc/passwd")), ReadFaultsText.Damaged),
        new("a sheet outside the package", () => new RawXlsx().With(Links, External("s1", "worksheet", "http://127.0.0.1:9/sheet1.xml")).ToBytes(), "没有可读的工作表"),
        new("a workbook outside the package", () => new RawXlsx().With("_rels/.rels", External("r", "officeDocument", "http://127.0.0.1:9/book.xml")).ToBytes(), ReadFaultsText.Damaged),
        new("a template outside the package", () => Whole().With(Links, RawXlsx.Relations(("s1", "worksheet", "worksheets/sheet1.xml")).Replace("</Relationships>", External("t", "attachedTemplate", "file://127.0.0.1/a").Replace("<Relationships>", "", StringComparison.Ordinal), StringComparison.Ordinal)).WithRows(HouseholdRows.Header).ToBytes(), "表头下面没有数据"),
        new("another workbook linked in", () => Whole().With("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>").With("xl/externalLinks/_rels/externalLink1.xml.rels", External("x", "externalLinkPath", "http://127.0.0.1:9/b.xlsx"))
            .WithRows(HouseholdRows.Header + "<row><c><f>[1]表!A1</f></c><c><f>WEBSERVICE(\"http://127.0.0.1:9\")</f></c></row>").ToBytes(), "看不出这是哪个乡镇的表"),
        new("a sheet that is the workbook", () => Linked(("s1", "worksheet", "workbook.xml")), ReadFaultsText.Empty),
        new("a sheet that is its own links", () => Linked(("s1", "worksheet", "_rels/workbook.xml.rels")), ReadFaultsText.Empty),
        new("texts and styles that are the sheet", () => new RawXlsx().With(Links, RawXlsx.Relations(("s1", "worksheet", "worksheets/sheet1.xml"), ("x", "sharedStrings", "worksheets/sheet1.xml"), ("y", "styles", "worksheets/sheet1.xml"))).WithRows("<row><c t=\"s\" s=\"1\"><v>0</v></c></row>").ToBytes(), ReadFaultsText.Damaged),
        new("a workbook that is a picture", () => new RawXlsx().With(Book, [0x89, 0x50, 0x4E, 0x47]).ToBytes(), ReadFaultsText.Damaged),
        new("a workbook that is another XML", () => new RawXlsx().With(Book, "<html/>").ToBytes(), "无法识别这个文件"),
        new("a workbook of no bytes", () => new RawXlsx().With(Book, "").ToBytes(), ReadFaultsText.Damaged),
    ];

    private static RawXlsx Whole() => new RawXlsx().WithRows("<row><c t=\"s\" s=\"0\"><v>0</v></c><c s=\"0\"><v>1</v></c></row>").WithStrings("<si><t>村</t></si>");

    private static byte[] Linked(params (string Id, string Type, string Target)[] links) => new RawXlsx().With(Links, RawXlsx.Relations(links)).ToBytes();

    private static string External(string id, string type, string target) => $"<Relationships><Relationship Id=\"{id}\" Type=\"x/{type}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>";
}
