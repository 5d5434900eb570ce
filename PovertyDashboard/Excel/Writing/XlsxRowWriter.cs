using System.Text;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Writes rows as worksheet XML and sums the columns that have a total.</summary>
internal sealed class XlsxRowWriter : RowWriter
{
    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly byte[][] cellStarts;
    private readonly byte[][] dataStyles;
    private readonly decimal[] sums;
    private readonly Utf8Xml rows = new();
    private readonly Utf8Xml cells = new();
    private int column;
    private readonly int lastRow;
    private int lines;

    public XlsxRowWriter(SheetSpec spec, SheetFrame frame)
    {
        columns = spec.Columns;
        Row = frame.Geometry.FirstDataRow - 1;
        cellStarts = [.. columns.Select((_, i) => Encoding.ASCII.GetBytes("<c r=\"" + CellRange.ColumnName(i)))];
        dataStyles = [.. frame.DataStyles.Select(StyleBytes)];
        sums = new decimal[columns.Count];
        // The rows below the data need room too.
        lastRow = CellRange.MaxRows - 2 - spec.FootLines.Count - (spec.Closing is null ? 0 : 1);
    }

    /// <summary>The number of the row written last.</summary>
    public int Row { get; private set; }

    /// <summary>What the columns come to so far; 0 for those without a total.</summary>
    public IReadOnlyList<decimal> Sums => sums;

    public int PendingBytes => rows.Written.Length;

    public void BeginRow()
    {
        if (Row >= lastRow)
        {
            throw new SheetFaultException("行数超过 Excel 单个工作表的上限（1,048,576 行）。请按区域分别导出，或导出 csv 文件。");
        }
        Row++;
        column = 0;
        lines = 1;
        cells.Clear();
    }

    public void EndRow()
    {
        while (column < columns.Count)
        {
            Empty();
        }
        WriteRow(RowHeights.Of(lines));
    }

    public override void Text(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Empty();
            return;
        }
        if (columns[column].Format.Kind == CellFormatKind.Text)
        {
            lines = Math.Max(lines, RowHeights.Lines(value, columns[column].Width));
        }
        TextCell(value, dataStyles[column]);
    }

    public override void Number(long scaled, int scale)
    {
        var value = Unscale(scaled, scale);
        if (columns[column].Total)
        {
            sums[column] += value;
        }
        NumberCell(value, dataStyles[column]);
    }

    public override void Date(DateOnly value)
    {
        if (columns[column].Format.Kind == CellFormatKind.Date && SerialDate.Of(value) is { } serial)
        {
            NumberCell(serial, dataStyles[column]);
        }
        else
        {
            Text(DateText(value));
        }
    }

    public override void Month(int yyyymm) => Text(MonthText(yyyymm));

    public override void Empty() => EmptyCell(dataStyles[column]);

    /// <summary>Writes the 合计 row: the label in the first column, the sums in the columns that have one.</summary>
    public void WriteTotal(int[] styles)
    {
        BeginRow();
        TextCell("合计", StyleBytes(styles[0]));
        while (column < columns.Count)
        {
            var style = StyleBytes(styles[column]);
            if (columns[column].Total)
            {
                NumberCell(sums[column], style);
            }
            else
            {
                EmptyCell(style);
            }
        }
        WriteRow(RowHeights.Total);
    }

    public void WriteSignOff(string text, int style)
    {
        BeginRow();
        TextCell(text, StyleBytes(style));
        WriteRow(RowHeights.SignOff);
    }

    public void Flush(Stream sheet)
    {
        sheet.Write(rows.Written.Span);
        rows.Clear();
    }

    private static bool NeedsSpace(string value) => char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) || value.Contains('\n', StringComparison.Ordinal);

    private static byte[] StyleBytes(int style) => Encoding.ASCII.GetBytes($"\" s=\"{style}\"");

    private void TextCell(string value, byte[] style)
    {
        StartCell(style);
        // Only blanks at an end and line breaks need to be kept; the attribute would be a third of most cells.
        cells.Raw(NeedsSpace(value) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        cells.Text(XmlText.Cut(value));
        cells.Raw("</t></is></c>"u8);
    }

    private void NumberCell(decimal value, byte[] style)
    {
        StartCell(style);
        cells.Raw("><v>"u8);
        cells.Number(value);
        cells.Raw("</v></c>"u8);
    }

    private void EmptyCell(byte[] style)
    {
        StartCell(style);
        cells.Raw("/>"u8);
    }

    private void StartCell(byte[] style)
    {
        cells.Raw(cellStarts[column++]);
        cells.Number(Row);
        cells.Raw(style);
    }

    private void WriteRow(int height)
    {
        rows.Raw("<row r=\""u8);
        rows.Number(Row);
        // Always stated, since some programs do not take over the sheet's default height.
        rows.Raw("\" ht=\""u8);
        rows.Number(height);
        rows.Raw("\" customHeight=\"1"u8);
        rows.Raw("\">"u8);
        rows.Raw(cells.Written.Span);
        rows.Raw("</row>"u8);
    }
}
