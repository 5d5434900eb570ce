using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>The XML of a workbook's first sheet, and the workbook as other programs pack it.</summary>
internal static class SheetXml
{
    /// <summary>Packed as tightly as Excel does; an export is packed faster and larger.</summary>
    public static byte[] Repacked(byte[] file)
    {
        using var from = new ZipArchive(new MemoryStream(file));
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var target = to.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
                source.CopyTo(target);
            }

        return packed.ToArray();
    }

    public static byte[] Of(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var xml = new MemoryStream();
        part.CopyTo(xml);
        return xml.ToArray();
    }
}

/// <summary>A ledger sheet by ClosedXML alone: the reference of the export.</summary>
internal static class PlainClosedXml
{
    private const int HeaderRow = 3;

    public static long Write<T>(SheetSpec spec, IEnumerable<T> rows, Action<T, RowWriter> write, Stream output)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(spec.SheetName);
        sheet.Cell(1, 1).SetValue(spec.Title).Style.Font.SetBold().Font.SetFontSize(22).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        sheet.Range(1, 1, 1, spec.Columns.Count).Merge();
        sheet.Cell(2, 1).SetValue(spec.HeadLines[0]);
        for (var i = 0; i < spec.Columns.Count; i++) sheet.Cell(HeaderRow, i + 1).SetValue(spec.Columns[i].Header);
        var writer = new CellWriter(sheet, spec);
        foreach (var row in rows)
        {
            writer.BeginRow();
            write(row, writer);
        }

        for (var i = 0; i < spec.Columns.Count; i++)
        {
            sheet.Column(i + 1).Width = spec.Columns[i].Width;
            var cells = sheet.Range(HeaderRow + 1, i + 1, writer.Row, i + 1);
            if (spec.Columns[i].Format.Code is { } code) cells.Style.NumberFormat.Format = code;
            else cells.Style.NumberFormat.NumberFormatId = (int)XLPredefinedFormat.Number.Text;
            cells.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();
        }

        var table = sheet.Range(HeaderRow, 1, writer.Row, spec.Columns.Count);
        table.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        sheet.SheetView.FreezeRows(HeaderRow);
        table.SetAutoFilter();
        using var file = new MemoryStream();
        book.SaveAs(file);
        file.WriteTo(output);
        return writer.Row - HeaderRow;
    }

    private sealed class CellWriter(IXLWorksheet sheet, SheetSpec spec) : RowWriter
    {
        private int _column;

        public int Row { get; private set; } = HeaderRow;

        public void BeginRow() => (Row, _column) = (Row + 1, 0);

        public override void Text(string? value)
        {
            if (string.IsNullOrEmpty(value)) Empty();
            else Next().SetValue<string>(value);
        }

        public override void Number(long scaled, int scale) => Next().SetValue((double)Unscale(scaled, scale));

        public override void Date(DateOnly value) => Next().SetValue(value.ToDateTime(TimeOnly.MinValue));

        public override void Month(int yyyymm) => Next().SetValue<string>(yyyymm.ToString(CultureInfo.InvariantCulture));

        public override void Empty() => _column++;

        private IXLCell Next() => sheet.Cell(Row, ++_column is var at && at <= spec.Columns.Count ? at : throw new InvalidOperationException("More cells than columns."));
    }
}
