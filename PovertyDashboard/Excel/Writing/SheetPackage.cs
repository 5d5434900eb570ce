using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace PovertyDashboard.Excel.Writing;

/// <summary>The parts of a workbook that ClosedXML drew, with its first sheets open for changes.</summary>
internal sealed class SheetPackage
{
    private const string BookPath = "xl/workbook.xml";
    private const string LinksPath = "xl/_rels/workbook.xml.rels";
    private const string StringsPath = "xl/sharedStrings.xml";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Path, byte[] Content)> others = [];
    private readonly XDocument book;

    private SheetPackage(ZipArchive zip, int sheets, SheetTexts? texts)
    {
        book = Load(zip, BookPath);
        var targets = Load(zip, LinksPath).Root!.Elements().ToDictionary(link => (string)link.Attribute("Id")!, link => (string)link.Attribute("Target")!);
        Sheets = [.. book.Descendants(Main + "sheet").Take(sheets).Select(element => Sheet(zip, element, PathOf(targets[(string)element.Attribute(Relationships + "id")!])))];
        foreach (var path in zip.Entries.Select(entry => entry.FullName).Where(path => path != BookPath && Sheets.All(sheet => sheet.Path != path)))
        {
            others.Add((path, path.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) ? PackageSheet.Serialize(Load(zip, path)) : path == StringsPath && texts is not null ? Strings(zip, texts) : Bytes(zip, path)));
        }
        for (var i = 0; i < sheets; i++)
        {
            texts?.PutIntoSheet(Sheets[i].Document, i);
        }
    }

    public static XNamespace Main { get; } = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The open sheets in the order of their tabs.</summary>
    public IReadOnlyList<PackageSheet> Sheets { get; }

    /// <param name="workbook">What was drawn.</param>
    /// <param name="sheets">How many of its first sheets are changed before they are written.</param>
    public static SheetPackage Of(XLWorkbook workbook, int sheets)
    {
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return new SheetPackage(zip, sheets, texts: null);
    }

    /// <summary>A kept drawing of the looks, with their texts put in.</summary>
    public static SheetPackage Open(byte[] drawing, IReadOnlyList<SheetSpec> specs)
    {
        using var zip = new ZipArchive(new MemoryStream(drawing, writable: false), ZipArchiveMode.Read);
        return new SheetPackage(zip, specs.Count, new SheetTexts(specs));
    }

    /// <summary>Writes every part but the open sheets and the workbook, which come last.</summary>
    public void WriteOtherParts(ZipArchive zip)
    {
        // Some programs look at the content types only if they come first.
        foreach (var (path, content) in others.OrderByDescending(part => part.Path == "[Content_Types].xml"))
        {
            PackageSheet.WritePart(zip, path, content);
        }
    }

    /// <summary>Sets the repeated header rows and, where there is one, the filter's range of each open sheet, and writes the workbook part.</summary>
    public void WriteBook(ZipArchive zip, IReadOnlyList<(SheetGeometry Geometry, CellRange? Filter)> drawn)
    {
        foreach (var name in book.Descendants(Main + "definedName"))
        {
            var at = (int?)name.Attribute("localSheetId") ?? 0;
            if (at >= drawn.Count)
            {
                continue;
            }
            var quoted = "'" + Sheets[at].Name.Replace("'", "''", StringComparison.Ordinal) + "'!";
            switch ((string?)name.Attribute("name"))
            {
                case "_xlnm.Print_Titles":
                    name.Value = $"{quoted}${drawn[at].Geometry.FirstHeaderRow}:${drawn[at].Geometry.LastHeaderRow}";
                    break;
                case "_xlnm._FilterDatabase" when drawn[at].Filter is { } range:
                    name.Value = quoted + range.ToAbsolute();
                    break;
            }
        }
        PackageSheet.WritePart(zip, BookPath, PackageSheet.Serialize(book));
    }

    private static byte[] Strings(ZipArchive zip, SheetTexts texts)
    {
        var strings = Load(zip, StringsPath);
        texts.PutIntoStrings(strings);
        return PackageSheet.Serialize(strings);
    }

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

    private static PackageSheet Sheet(ZipArchive zip, XElement element, string path) => new((string)element.Attribute("name")!, path, Load(zip, path));

    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

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

/// <summary>One sheet of a package, open for changes.</summary>
internal sealed record PackageSheet(string Name, string Path, XDocument Document)
{
    public Stream Open(ZipArchive zip) => CreateEntry(zip, Path).Open();

    /// <summary>Writes the sheet as it is.</summary>
    public void Write(ZipArchive zip) => WritePart(zip, Path, Serialize(Document));

    /// <summary>The sheet split where further rows belong: before and after the end of its rows.</summary>
    public (byte[] Head, byte[] Tail) Split()
    {
        // Without a prefix the streamed rows are a quarter smaller.
        Document.Root!.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == SheetPackage.Main.NamespaceName).Remove();
        const string EndOfRows = "</sheetData>";
        var text = Encoding.UTF8.GetString(Serialize(Document));
        var at = text.IndexOf(EndOfRows, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(text[..at]), Encoding.UTF8.GetBytes(text[at..]));
    }

    internal static void WritePart(ZipArchive zip, string path, byte[] content)
    {
        using var part = CreateEntry(zip, path).Open();
        part.Write(content);
    }

    internal static byte[] Serialize(XDocument document) => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + document.ToString(System.Xml.Linq.SaveOptions.DisableFormatting));

    private static ZipArchiveEntry CreateEntry(ZipArchive zip, string path) => zip.CreateEntry(path, CompressionLevel.Fastest);
}
