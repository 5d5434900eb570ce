using System.Globalization;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Ledgers with wrong rows, so that an annotated copy is made of them, whose styles, comments and links are made to break it.</summary>
internal static class CopyBombs
{
    private const string Sheet = "xl/worksheets/_rels/sheet1.xml.rels";

    public static IEnumerable<HostileFile> All =>
    [
        Copy("60,000 styles that look like ours", book => book
            .WithMany("xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fills><fill/><fill/><fill><patternFill><fgColor rgb=\"FFFFD3CE\"/></patternFill></fill></fills><cellXfs>", 60_000, i => string.Create(CultureInfo.InvariantCulture, $"<xf fillId=\"2\" numFmtId=\"{i}\"/>"), "</cellXfs></styleSheet>")
            .WithManyRows(10_000, i => string.Create(CultureInfo.InvariantCulture, $"<row><c s=\"{i * 5}\" t=\"str\"><v>？</v></c><c s=\"{(i * 5) + 1}\" t=\"str\"><v>？</v></c><c s=\"{(i * 5) + 2}\" t=\"str\"><v>？</v></c><c s=\"{(i * 5) + 3}\" t=\"str\"><v>？</v></c></row>"), HouseholdRows.Header)),
        Copy("styles of 4 million elements", book => book.WithMany("xl/styles.xml", "<styleSheet><cellXfs>", 4_000, _ => string.Concat(Enumerable.Repeat("<a/>", 1_000)), "</cellXfs></styleSheet>")),
        Copy("styles of 17 MB", book => book.WithMany("xl/styles.xml", "<styleSheet><cellXfs>", 17_000, _ => $"<xf a=\"{new string('a', 1_000)}\"/>", "</cellXfs></styleSheet>")),
        Copy("styles that are none", book => book.With("xl/styles.xml", "<html><cellXfs/></html>")),
        Copy("comments of another kind", book => book.With(Sheet, RawXlsx.Relations(("c", "comments", "../comments1.xml"))).With("xl/comments1.xml", "<html/>")),
        Copy("comments of 5 million elements", book => book.With(Sheet, RawXlsx.Relations(("c", "comments", "../comments1.xml"))).WithMany("xl/comments1.xml", "<comments><commentList>", 3_500, _ => string.Concat(Enumerable.Repeat("<a/>", 1_000)), "</commentList></comments>")),
        Copy("comments whose boxes are no XML", book => book.With(Sheet, RawXlsx.Relations(("v", "vmlDrawing", "../drawing1.vml"))).With("xl/drawing1.vml", "<xml><br></xml>")),
        Copy("comments that are the sheet", book => book.With(Sheet, RawXlsx.Relations(("c", "comments", "sheet1.xml")))),
        Copy("comments that are missing", book => book.With(Sheet, RawXlsx.Relations(("c", "comments", "nothing.xml"), ("v", "vmlDrawing", "nothing.vml")))),
        Copy("links of the sheet that are none", book => book.With(Sheet, "<html/>")),
        Copy("a text between the rows of 900,000", book => book.WithRows(HouseholdRows.Header + new string('字', 300_000) + HouseholdRows.Wrong)),
        Copy("columns without numbers", book => book.WithSheet($"<cols><col/></cols><sheetData>{HouseholdRows.Header}{HouseholdRows.Wrong}</sheetData>")),
    ];

    private static HostileFile Copy(string what, Func<RawXlsx, RawXlsx> change) => new("for the copy: " + what, () => change(HouseholdRows.Book(HouseholdRows.Wrong)).ToBytes(), "", HostileEnd.RowsHeld);
}
