using System.Globalization;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Everything of a ledger sheet but its data rows: the sheet drawn once with sample rows, and the styles of those.</summary>
internal sealed class SheetFrame
{
    private readonly SheetSpec spec;

    private SheetFrame(SheetSpec spec, PackageSheet sheet)
    {
        this.spec = spec;
        Sheet = sheet;
        Geometry = SheetGeometry.Of(spec);
        DataStyles = TakeStyles(Geometry.FirstDataRow);
        TotalStyles = TakeStyles(Geometry.FirstDataRow + 1);
        SignOffStyle = TakeStyles(Geometry.FirstDataRow + 2)[0];
    }

    public PackageSheet Sheet { get; }

    public SheetGeometry Geometry { get; }

    /// <summary>Style numbers of the cells of a data row.</summary>
    public int[] DataStyles { get; }

    /// <summary>Style numbers of the cells of the 合计 row.</summary>
    public int[] TotalStyles { get; }

    public int SignOffStyle { get; }

    /// <summary>A workbook with a sheet for each look.</summary>
    public static (SheetPackage Package, IReadOnlyList<SheetFrame> Frames) Of(IReadOnlyList<SheetSpec> specs)
    {
        var package = SheetPackage.Open(SheetDrawings.Of(specs), specs);
        return (package, [.. specs.Select((spec, i) => new SheetFrame(spec, package.Sheets[i]))]);
    }

    /// <summary>Fits the filter and the merged ranges to the rows that were written.</summary>
    /// <param name="lines">Rows of the lines below the data.</param>
    public CellRange Finish(int lastDataRow, int? totalRow, IEnumerable<int> lines)
    {
        var last = spec.Columns.Count - 1;
        var filter = new CellRange(Geometry.LastHeaderRow, 0, Math.Max(lastDataRow, Geometry.LastHeaderRow), last);
        var sheet = Sheet.Document.Root!;
        sheet.Element(SheetPackage.Main + "autoFilter")!.SetAttributeValue("ref", filter.ToString());
        var merges = sheet.Element(SheetPackage.Main + "mergeCells");
        var labelEnd = spec.Columns.TakeWhile(column => !column.Total).Count() - 1;
        if (totalRow is { } total && labelEnd > 0)
        {
            AddMerge(merges, new CellRange(total, 0, total, labelEnd));
        }
        foreach (var line in lines.Where(_ => last > 0))
        {
            AddMerge(merges, new CellRange(line, 0, line, last));
        }
        return filter;
    }

    private static void AddMerge(XElement? merges, CellRange range)
    {
        // Title and head lines are merged over all columns, so a sheet with two columns or more always has the element.
        merges!.Add(new XElement(SheetPackage.Main + "mergeCell", new XAttribute("ref", range.ToString())));
        merges.SetAttributeValue("count", merges.Elements().Count());
    }

    private int[] TakeStyles(int number)
    {
        var row = Sheet.Document.Descendants(SheetPackage.Main + "row")
            .First(row => (string?)row.Attribute("r") == number.ToString(CultureInfo.InvariantCulture));
        row.Remove();
        return [.. row.Elements(SheetPackage.Main + "c").Select(cell => (int)cell.Attribute("s")!)];
    }
}
