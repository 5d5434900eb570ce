using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>
/// Writes the annotated copy of a workbook (批注副本): every part goes over as it is, only the marked sheets, the styles and the
/// comments are changed on their way. Nothing but styles, links and comments is held in memory.
/// </summary>
internal sealed class XlsxAnnotator
{
    private readonly XlsxPackage package;
    private readonly Dictionary<string, Action<Stream>> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ContentTypes types;
    private readonly StyleEdit styles;
    private readonly string main;
    private string stylesPath = "";

    private XlsxAnnotator(XlsxPackage package, BookParts book, IReadOnlyList<SheetTask> tasks, CancellationToken ct)
    {
        this.package = package;
        types = new ContentTypes(package.Load(ContentTypes.Path));
        changed[ContentTypes.Path] = output => XmlCopy.Save(types.Document, output);
        main = MainNamespace(book.Main);
        styles = Styles(book);
        foreach (var task in tasks)
        {
            var part = book.Sheets.First(s => s.Name == task.Sheet).Part;
            var drawing = Comments(task, part);
            changed[part] = output => Rewrite(part, new SheetRewrite(task, styles, drawing), output, ct);
        }
    }

    public static void Write(Stream file, ReadLimits limits, IReadOnlyList<SheetTask> tasks, Stream output, CancellationToken ct)
    {
        using var package = new XlsxPackage(file, limits);
        new XlsxAnnotator(package, XlsxWorkbook.PartsOf(package), tasks, ct).Write(output, ct);
    }

    private void Write(Stream output, CancellationToken ct)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // Some programs look at the content types only if they come first; the styles are known when all sheets are written.
        foreach (var path in package.Paths.Union(changed.Keys, StringComparer.OrdinalIgnoreCase).OrderBy(Rank).ToList())
        {
            using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
            if (changed.TryGetValue(path, out var write)) write(part);
            else package.Copy(path, part, ct);
        }
    }

    private int Rank(string path) => path == ContentTypes.Path ? 0 : path == stylesPath ? 2 : 1;

    private StyleEdit Styles(BookParts book)
    {
        stylesPath = book.Styles ?? "";
        if (stylesPath.Length == 0 || !package.Has(stylesPath))
        {
            stylesPath = Free("xl/styles", ".xml");
            types.AddStyles(stylesPath);
            var links = new PartLinks(package, book.Main);
            links.Add("styles", stylesPath, main);
            changed[links.Path] = output => XmlCopy.Save(links.Document, output);
        }

        var edit = new StyleEdit(package.Has(stylesPath) ? package.Load(stylesPath) : StyleEdit.Empty(main));
        changed[stylesPath] = output => XmlCopy.Save(edit.Document, output);
        return edit;
    }

    /// <summary>Puts the comments of a sheet in; the relationship of their boxes where they are the first ones.</summary>
    private string? Comments(SheetTask task, string sheet)
    {
        var links = new PartLinks(package, sheet);
        var (comments, boxes) = (Present(links.TargetOf("comments")), Present(links.TargetOf("vmlDrawing")));
        if (Boxes(boxes) is not { IsReadable: true } read) return null;
        var edit = new CommentEdit(comments is null ? null : package.Load(comments), read.Document, main);
        foreach (var (row, column, text) in task.Comments) edit.Add(row, column, text);
        if (comments is null)
        {
            comments = Free("xl/comments", ".xml");
            types.AddComments(comments);
            links.Add("comments", comments, main);
        }

        string? drawing = null;
        if (boxes is null)
        {
            boxes = Free("xl/drawings/vmlDrawing", ".vml");
            types.AddVml();
            drawing = links.Add("vmlDrawing", boxes, main);
        }

        changed[comments] = output => XmlCopy.Save(edit.Comments, output);
        changed[boxes] = output => XmlCopy.Save(edit.Boxes, output);
        changed[links.Path] = output => XmlCopy.Save(links.Document, output);
        return drawing;
    }

    /// <summary>Old programs write boxes that are no proper XML: such a sheet keeps its comments as they are, and gets colours and 结果 alone.</summary>
    private (bool IsReadable, XDocument? Document) Boxes(string? path)
    {
        try
        {
            return (true, path is null ? null : package.Load(path));
        }
        catch (XmlException)
        {
            return (false, null);
        }
    }

    private string? Present(string? path) => path is not null && package.Has(path) ? path : null;

    private string Free(string begin, string end)
    {
        var number = 1;
        string path;
        do path = string.Create(CultureInfo.InvariantCulture, $"{begin}{number++}{end}");
        while (package.Has(path) || changed.ContainsKey(path));
        return path;
    }

    private void Rewrite(string part, SheetRewrite rewrite, Stream output, CancellationToken ct)
    {
        using var xml = package.OpenXml(part);
        using var to = XmlCopy.WriterOn(output);
        rewrite.Write(xml, to, ct);
    }

    private string MainNamespace(string part)
    {
        using var xml = package.OpenXml(part);
        xml.MoveToContent();
        return xml.NamespaceURI;
    }
}
