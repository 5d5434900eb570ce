using System.Globalization;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Everything of a ledger sheet but its data rows: the package drawn once with sample rows, and the styles of those.</summary>
internal sealed class SheetFrame
{
    private readonly SheetSpec spec;

    private SheetFrame(SheetSpec spec, SheetPackage package)
    {
        this.spec = spec;
        Package = package;
        Geometry = SheetGeometry.Of(spec);
        DataStyles = TakeStyles(Geometry.FirstDataRow);
        TotalStyles = TakeStyles(Geometry.FirstDataRow + 1);
        SignOffStyle = TakeStyles(Geometry.FirstDataRow + 2)[0];
    }

    public SheetPackage Package { get; }

    public SheetGeometry Geometry { get; }

    /// <summary>Style numbers of the cells of a data row.</summary>
    public int[] DataStyles { get; }

    /// <summary>Style numbers of the cells of the 合计 row.</summary>
    public int[] TotalStyles { get; }

    public int SignOffStyle { get; }

    public static SheetFrame Of(SheetSpec spec)
    {
        var geometry = SheetGeometry.Of(spec);
        var (workbook, sheet) = LedgerLayout.Draw(spec, styleColumns: false);
        using (workbook)
        {
            for (var i = 0; i < spec.Columns.Count; i++)
            {
                var sample = sheet.Cell(geometry.FirstDataRow, i + 1).Style;
                LedgerStyles.DataCell(sample, spec.Columns[i]);
                LedgerStyles.Border(sample);
                var total = sheet.Cell(geometry.FirstDataRow + 1, i + 1).Style;
                LedgerStyles.DataCell(total, spec.Columns[i]);
                LedgerStyles.Border(total);
                total.Font.Bold = true;
            }
            LedgerStyles.TotalLabel(sheet.Cell(geometry.FirstDataRow + 1, 1).Style);
            // Not empty, so that ClosedXML writes the row although it has no border.
            LedgerStyles.Line(sheet.Cell(geometry.FirstDataRow + 2, 1).SetValue<string>("签").Style);
            sheet.Range(geometry.LastHeaderRow, 1, geometry.FirstDataRow, spec.Columns.Count).SetAutoFilter();
            return new SheetFrame(spec, SheetPackage.Of(workbook));
        }
    }

    /// <summary>Fits the filter and the merged ranges to the rows that were written.</summary>
    public CellRange Finish(int lastDataRow, int? totalRow, int? signOffRow)
    {
        var last = spec.Columns.Count - 1;
        var filter = new CellRange(Geometry.LastHeaderRow, 0, Math.Max(lastDataRow, Geometry.LastHeaderRow), last);
        var sheet = Package.Sheet.Root!;
        sheet.Element(SheetPackage.Main + "autoFilter")!.SetAttributeValue("ref", filter.ToString());
        var merges = sheet.Element(SheetPackage.Main + "mergeCells");
        var labelEnd = spec.Columns.TakeWhile(column => !column.Total).Count() - 1;
        if (totalRow is { } total && labelEnd > 0)
        {
            AddMerge(merges, new CellRange(total, 0, total, labelEnd));
        }
        if (signOffRow is { } signOff && last > 0)
        {
            AddMerge(merges, new CellRange(signOff, 0, signOff, last));
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
        var row = Package.Sheet.Descendants(SheetPackage.Main + "row")
            .First(row => (string?)row.Attribute("r") == number.ToString(CultureInfo.InvariantCulture));
        row.Remove();
        return [.. row.Elements(SheetPackage.Main + "c").Select(cell => (int)cell.Attribute("s")!)];
    }
}
