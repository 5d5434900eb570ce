using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace PovertyDashboard.Excel.Writing;

/// <summary>The parts of a workbook that ClosedXML drew, with its first sheet open for changes.</summary>
internal sealed class SheetPackage
{
    private const string BookPath = "xl/workbook.xml";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Path, byte[] Content)> others = [];
    private readonly string sheetPath;
    private readonly XDocument book;
    private readonly string sheetName;

    private SheetPackage(ZipArchive zip, string sheetName)
    {
        this.sheetName = sheetName;
        book = Load(zip, BookPath);
        sheetPath = FirstSheetPath(zip, book);
        Sheet = Load(zip, sheetPath);
        foreach (var path in zip.Entries.Select(entry => entry.FullName).Where(path => path != BookPath && path != sheetPath))
        {
            others.Add((path, path.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) ? Serialize(Load(zip, path)) : Bytes(zip, path)));
        }
    }

    public static XNamespace Main { get; } = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public XDocument Sheet { get; }

    public static SheetPackage Of(XLWorkbook workbook)
    {
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return new SheetPackage(zip, workbook.Worksheets.First().Name);
    }

    /// <summary>Writes every part but the first sheet and the workbook, which come last.</summary>
    public void WriteOtherParts(ZipArchive zip)
    {
        // Some programs look at the content types only if they come first.
        foreach (var (path, content) in others.OrderByDescending(part => part.Path == "[Content_Types].xml"))
        {
            WritePart(zip, path, content);
        }
    }

    public Stream OpenSheet(ZipArchive zip) => CreateEntry(zip, sheetPath).Open();

    /// <summary>Writes the first sheet as it is.</summary>
    public void WriteSheet(ZipArchive zip) => WritePart(zip, sheetPath, Serialize(Sheet));

    /// <summary>Sets the repeated header rows and, when there is one, the filter's range, and writes the workbook part.</summary>
    public void WriteBook(ZipArchive zip, SheetGeometry geometry, CellRange? filter)
    {
        var quoted = "'" + sheetName + "'!";
        foreach (var name in book.Descendants(Main + "definedName"))
        {
            switch ((string?)name.Attribute("name"))
            {
                case "_xlnm.Print_Titles":
                    name.Value = $"{quoted}${geometry.FirstHeaderRow}:${geometry.LastHeaderRow}";
                    break;
                case "_xlnm._FilterDatabase" when filter is { } range:
                    name.Value = quoted + range.ToAbsolute();
                    break;
            }
        }
        WritePart(zip, BookPath, Serialize(book));
    }

    /// <summary>The first sheet split where further rows belong: before and after the end of its rows.</summary>
    public (byte[] Head, byte[] Tail) SplitSheet()
    {
        // Without a prefix the streamed rows are a quarter smaller.
        Sheet.Root!.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == Main.NamespaceName).Remove();
        const string EndOfRows = "</sheetData>";
        var text = Encoding.UTF8.GetString(Serialize(Sheet));
        var at = text.IndexOf(EndOfRows, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(text[..at]), Encoding.UTF8.GetBytes(text[at..]));
    }

    private static void WritePart(ZipArchive zip, string path, byte[] content)
    {
        using var part = CreateEntry(zip, path).Open();
        part.Write(content);
    }

    private static ZipArchiveEntry CreateEntry(ZipArchive zip, string path) => zip.CreateEntry(path, CompressionLevel.Fastest);

    private static byte[] Serialize(XDocument document) => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + document.ToString(System.Xml.Linq.SaveOptions.DisableFormatting));

    private static byte[] Bytes(ZipArchive zip, string path)
    {
        using var part = zip.GetEntry(path)!.Open();
        using var copy = new MemoryStream();
        part.CopyTo(copy);
        return copy.ToArray();
    }

    private static XDocument Load(ZipArchive zip, string path)
    {
        using var part = zip.GetEntry(path)!.Open();
        var document = XDocument.Load(part);
        Tidy(document.Root!);
        return document;
    }

    private static string FirstSheetPath(ZipArchive zip, XDocument book)
    {
        var id = (string?)book.Descendants(Main + "sheet").First().Attribute(Relationships + "id");
        var target = Load(zip, "xl/_rels/workbook.xml.rels").Root!.Elements().First(r => (string?)r.Attribute("Id") == id).Attribute("Target")!.Value;
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static void Tidy(XElement root)
    {
        // The last row is known only when all are written, and this element stands before them; it may be left out.
        root.Element(Main + "dimension")?.Remove();
        // ClosedXML writes the columns right of the used ones first; the format wants them in order.
        if (root.Element(Main + "cols") is { } columns)
        {
            columns.ReplaceNodes(columns.Elements().OrderBy(column => (int)column.Attribute("min")!).ToArray());
        }
        // It also writes both formulas of a check when there are none.
        root.Descendants().Where(e => (e.Name == Main + "formula1" || e.Name == Main + "formula2") && e.Value.Length == 0).Remove();
    }
}
