using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Filling;

/// <summary>
/// Fills the upper level's own form (套表): values into its cells, and rows in place of its block row. What lies below moves down, formulas,
/// merges, print areas, names, formats, validations and pictures go along; every part that none of this touches goes over byte for byte.
/// See ADR 0023.
/// </summary>
public sealed class FormFiller
{
    private readonly XlsxPackage package;
    private readonly BookParts book;
    private readonly Dictionary<string, Func<Stream, CancellationToken, Task>> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<RowGrowth> growths;
    private readonly FormulaShift formulas;
    private string stylesPath = "";

    private FormFiller(XlsxPackage package, IReadOnlyList<SheetFill> fills)
    {
        this.package = package;
        book = XlsxWorkbook.PartsOf(package);
        if (book.Sheets.Count == 0) throw new SheetFaultException(ReadFaults.NoSheet);
        if (fills.FirstOrDefault(f => !book.Sheets.Any(s => s.Name == f.Sheet)) is { } lost) throw new SheetFaultException(FillFaults.NoSheet(lost.Sheet));
        growths = [.. fills.Where(f => f.Block is not null).Select(f => new RowGrowth(f.Sheet, f.Block!.Row, Math.Max(0, f.Block.Count - 1)))];
        formulas = new FormulaShift(growths);
        var styles = Styles();
        foreach (var (name, _, part) in book.Sheets) Sheet(name, part, fills.FirstOrDefault(f => f.Sheet == name), styles);
        Charts();
        Workbook();
        // Written when all sheets are, which is when they are known.
        if (stylesPath.Length > 0) changed[stylesPath] = (output, ct) => styles.IsChanged ? Save(styles.Document, output) : CopyAsync(stylesPath, output, ct);
    }

    /// <summary>Writes the filled form; what cannot be read or filled is refused in a sentence.</summary>
    /// <param name="source">The form, from its beginning; it must be seekable.</param>
    /// <param name="limits">What it may cost to read.</param>
    /// <param name="fills">What is put in, at most one for each sheet.</param>
    /// <param name="output">Takes the filled form; written synchronously and left open.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="SheetFaultException">The form is damaged, over a limit or cannot be filled so.</exception>
    public static async Task WriteAsync(Stream source, ReadLimits limits, IReadOnlyList<SheetFill> fills, Stream output, CancellationToken ct)
    {
        source.Position = 0;
        using var package = ReadGuard.Run(() => new XlsxPackage(source, limits));
        var filler = ReadGuard.Run(() => new FormFiller(package, fills));
        await filler.WriteAsync(output, ct);
    }

    private async Task WriteAsync(Stream output, CancellationToken ct)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // Some programs look at the content types only if they come first.
        foreach (var path in package.Paths.Where(p => !dropped.Contains(p)).OrderBy(Rank).ToList())
        {
            await using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
            if (changed.TryGetValue(path, out var write)) await write(part, ct);
            else await CopyAsync(path, part, ct);
        }
    }

    private int Rank(string path) => path == ContentTypes.Path ? 0 : path == stylesPath ? 2 : 1;

    private void Sheet(string name, string part, SheetFill? fill, FillStyles styles)
    {
        var growth = growths.FirstOrDefault(g => g.Sheet == name) ?? new RowGrowth(name, CellRange.MaxRows, 0);
        var edit = new SheetEdit(name, package.Load(part), fill, growth, formulas, styles);
        changed[part] = edit.WriteAsync;
        if (growth.Extra == 0) return;
        foreach (var (_, type, target) in package.Relationships(part).Where(r => package.Has(r.Target)))
        {
            switch (type)
            {
                case "drawing" or "comments" or "threadedComment" or "table" or "pivotTable":
                    Shift(target, root => new PartShift(formulas, name, growth).Adjust(root));
                    break;
                case "vmlDrawing" when Boxes(target) is { } boxes:
                    PartShift.AdjustBoxes(boxes.Root!, growth);
                    changed[target] = (output, _) => Save(boxes, output);
                    break;
            }
        }
    }

    /// <summary>Charts draw ranges, wherever they stand.</summary>
    private void Charts()
    {
        if (growths.All(g => g.Extra == 0)) return;
        foreach (var path in package.Paths.Where(p => p.StartsWith("xl/charts/chart", StringComparison.OrdinalIgnoreCase) && p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
            Shift(path, root => new PartShift(formulas, null, null).Adjust(root));
    }

    /// <summary>Names and print areas; the order of computation is forgotten, and everything is computed when the file is opened.</summary>
    private void Workbook()
    {
        Shift(book.Main, root =>
        {
            var ns = root.Name.Namespace;
            foreach (var name in root.Element(ns + "definedNames")?.Elements(ns + "definedName") ?? []) name.Value = formulas.Outside(name.Value, null);
            if (root.Element(ns + "calcPr") is not { } computing)
            {
                computing = new XElement(ns + "calcPr");
                string[] before = ["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames"];
                root.Elements().Last(e => before.Contains(e.Name.LocalName)).AddAfterSelf(computing);
            }

            computing.SetAttributeValue("fullCalcOnLoad", "1");
        });
        if (package.Relationships(book.Main).Find(r => r.Type == "calcChain").Target is not { } chain) return;
        dropped.Add(chain);
        Shift(XlsxPackage.RelationshipsPath(book.Main), root => root.Elements().Where(e => ((string?)e.Attribute("Type"))?.EndsWith("/calcChain", StringComparison.Ordinal) == true).Remove());
        Shift(ContentTypes.Path, root => root.Elements().Where(e => chain.Equals(((string?)e.Attribute("PartName"))?.TrimStart('/'), StringComparison.OrdinalIgnoreCase)).Remove());
    }

    private FillStyles Styles()
    {
        stylesPath = book.Styles is { } path && package.Has(path) ? path : "";
        var document = stylesPath.Length > 0 ? package.Load(stylesPath) : StyleEdit.Empty("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        return new FillStyles(new StyleEdit(document), DateStyles.Read(package, stylesPath.Length > 0 ? stylesPath : null), book.From1904, stylesPath.Length > 0);
    }

    private void Shift(string path, Action<XElement> change)
    {
        var document = package.Load(path);
        change(document.Root!);
        changed[path] = (output, _) => Save(document, output);
    }

    /// <summary>Old programs write boxes that are no proper XML: these stay where they are.</summary>
    private XDocument? Boxes(string path)
    {
        try
        {
            return package.Load(path);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Task Save(XDocument document, Stream output)
    {
        XmlCopy.Save(document, output);
        return Task.CompletedTask;
    }

    private Task CopyAsync(string path, Stream output, CancellationToken ct)
    {
        ReadGuard.Run(() =>
        {
            package.Copy(path, output, ct);
            return true;
        });
        return Task.CompletedTask;
    }
}
