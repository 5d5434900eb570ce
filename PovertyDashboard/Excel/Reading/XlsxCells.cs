using System.Globalization;
using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Reads the cells of a row element.</summary>
internal sealed class XlsxCells(
    XlsxPackage package, string part, string sheet, Lazy<SharedStrings> strings, Lazy<DateStyles> styles, bool from1904)
{
    private readonly Cell[] cells = new Cell[package.Limits.Columns];
    private int width;
    private long characters;
    private readonly TextBuffer buffer = new(package.Limits.CellCharacters);

    /// <summary>Reads the row element the reader stands on, up to its end tag; null when no cell has content.</summary>
    public SheetRow? Read(XmlReader xml, int number)
    {
        if (xml.IsEmptyElement)
        {
            return null;
        }
        Begin();
        var depth = xml.Depth;
        var column = -1;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c" || xml.Depth != depth + 1)
            {
                continue;
            }
            var previous = column;
            var cell = ReadCell(xml, number, ref column);
            if (column >= CellRange.MaxColumns)
            {
                throw new InvalidDataException("More columns than a sheet can have.");
            }
            if (column <= previous)
            {
                throw new SheetFaultException(ReadFaults.OutOfOrder(sheet, number));
            }
            Put(column, cell, number);
        }
        return End(number);
    }

    /// <summary>Begins a row whose cells are put one by one.</summary>
    public void Begin()
    {
        Array.Clear(cells, 0, width);
        width = 0;
    }

    public void Put(int column, Cell cell, int row)
    {
        if (column < cells.Length)
        {
            cells[column] = cell;
            width = Math.Max(width, column + 1);
        }
        else if (!cell.IsEmpty || cell.HasFormula)
        {
            throw new SheetFaultException(ReadFaults.TooManyColumns(sheet, row, package.Limits));
        }
    }

    /// <summary>The row of the cells that were put; null when none has content.</summary>
    /// <exception cref="SheetFaultException">The sheet has too much text up to here.</exception>
    public SheetRow? End(int number)
    {
        // Once for a row: asking for every cell took a quarter of the time of reading.
        if (!package.TextQuota.Allows(part, characters))
        {
            throw new SheetFaultException(ReadFaults.TooMuchText(package.Limits));
        }
        return SheetRow.Of(number, cells.AsSpan(0, width));
    }

    /// <summary>The cell, its text counted; shared texts are held once and counted there.</summary>
    public Cell Counted(Cell cell, string type)
    {
        characters += type == "s" ? 0 : cell.Raw.Length;
        return cell;
    }

    private Cell ReadCell(XmlReader xml, int number, ref int column)
    {
        string type = "n";
        var style = -1;
        column++;
        while (xml.MoveToNextAttribute())
        {
            // Attributes of other namespaces have prefixes and are longer.
            switch (xml.Name)
            {
                case "r":
                    column = CellRange.TryParseAddress(xml.Value, out var row, out var at) ? at : throw new InvalidDataException("Bad cell reference.");
                    if (row != number)
                    {
                        throw new SheetFaultException(ReadFaults.OutOfOrder(sheet, number));
                    }
                    break;
                case "s":
                    style = int.Parse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture);
                    break;
                case "t":
                    type = xml.Value;
                    break;
            }
        }
        xml.MoveToElement();
        return ReadContent(xml, type, style);
    }

    private Cell ReadContent(XmlReader xml, string type, int style)
    {
        if (xml.IsEmptyElement)
        {
            return default;
        }
        buffer.Clear();
        var hasFormula = false;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
            {
                continue;
            }
            switch (xml.LocalName)
            {
                case "v":
                    buffer.AppendElement(xml);
                    break;
                case "is":
                    buffer.AppendRichText(xml);
                    break;
                case "f":
                    hasFormula = true;
                    break;
            }
        }
        var cell = Counted(type is "inlineStr" or "str" ? buffer.ToText() : ToCell(type, style, Trimmed()), type);
        return hasFormula ? cell.WithFormula() : cell;
    }

    /// <summary>The cell of a type and style with its content as written.</summary>
    public Cell ToCell(string type, int style, string content)
    {
        switch (type)
        {
            case "s":
                // ClosedXML writes an empty text as a shared string without a number.
                var index = content.AsSpan().Trim();
                return index.IsEmpty ? default : strings.Value[int.Parse(index, NumberStyles.None, CultureInfo.InvariantCulture)];
            case "inlineStr":
            case "str":
                return Cell.Text(XmlText.Decode(content), package.Limits.CellCharacters);
            case "b":
                return Cell.Value(CellKind.Boolean, content.Trim());
            case "e":
                return Cell.Value(CellKind.Error, content.Trim());
            case "d":
                return Cell.Value(CellKind.Date, content.Trim());
            default:
                return Cell.Value(styles.Value.IsDate(style) ? CellKind.Date : CellKind.Number, content.Trim(), from1904);
        }
    }

    private string Trimmed()
    {
        var raw = buffer.Span.Trim();
        return raw[..Math.Min(raw.Length, package.Limits.CellCharacters)].ToString();
    }
}
