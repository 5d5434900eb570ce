using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using Microsoft.Extensions.Caching.Memory;

namespace PovertyDashboard.Excel.Writing;

/// <summary>
/// The workbooks that ClosedXML has drawn (画好的表样), kept by their look: drawing one takes longer than anything else before the
/// first byte of an export.
/// </summary>
internal static class SheetDrawings
{
    // Some 20 KB each; the ledgers as they are declared come to fewer than a hundred, the rest is what people choose of their columns.
    private const long KeptBytes = 8 * 1024 * 1024;

    private static readonly MemoryCache Kept = new(new MemoryCacheOptions { SizeLimit = KeptBytes });

    /// <summary>A workbook with a sheet for each look: the head, and a sample of each row below it.</summary>
    public static byte[] Of(IReadOnlyList<SheetSpec> specs)
    {
        var look = LookOf(specs);
        if (Kept.Get<byte[]>(look) is { } known)
        {
            return known;
        }
        var drawn = Draw(specs);
        return Kept.Set(look, drawn, new MemoryCacheEntryOptions { Size = drawn.Length + look.Length * sizeof(char) });
    }

    private static byte[] Draw(IReadOnlyList<SheetSpec> specs)
    {
        using var workbook = LedgerLayout.NewBook();
        for (var i = 0; i < specs.Count; i++)
        {
            DrawSamples(LedgerLayout.Draw(workbook, SheetTexts.Marked(specs[i], i), styleColumns: false), specs[i]);
        }
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }

    /// <summary>All that a drawing shows but the texts that are put in.</summary>
    private static string LookOf(IReadOnlyList<SheetSpec> specs)
    {
        var look = new StringBuilder();
        foreach (var spec in specs)
        {
            look.Append(CultureInfo.InvariantCulture, $"{spec.SheetName}\u001e{spec.HeadLines.Count}");
            foreach (var column in spec.Columns)
            {
                look.Append(CultureInfo.InvariantCulture, $"\u001f{column.Header}\u001f{column.Group}\u001f{column.Width}{column.Format.Kind}{column.Format.Scale}{column.Required}{column.Total}");
            }
            look.Append('\u001d');
        }
        return look.ToString();
    }

    private static void DrawSamples(IXLWorksheet sheet, SheetSpec spec)
    {
        var geometry = SheetGeometry.Of(spec);
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
    }
}
