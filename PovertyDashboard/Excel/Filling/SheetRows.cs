using System.Globalization;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Filling;

/// <summary>The rows of a worksheet in memory (工作表的行): every row and cell says where it stands, every formula is written out.</summary>
internal sealed class SheetRows
{
    private readonly XNamespace ns;
    private readonly XElement data;
    private readonly SortedDictionary<int, XElement> rows = [];

    public SheetRows(XElement sheet)
    {
        ns = sheet.Name.Namespace;
        data = sheet.Element(ns + "sheetData") ?? throw new InvalidDataException("A sheet without data.");
        var (number, masters) = (0, new Dictionary<string, (string Text, int Row, int Column)>());
        foreach (var row in data.Elements(ns + "row"))
        {
            number = row.Attribute("r") is { } r ? int.Parse(r.Value, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            if (number is < 1 or > CellRange.MaxRows || !rows.TryAdd(number, row)) throw new InvalidDataException("Rows out of order.");
            row.SetAttributeValue("r", number);
            // A hint that no longer holds.
            row.SetAttributeValue("spans", null);
            Settle(row, number, masters);
        }
    }

    public int Last => rows.Count == 0 ? 0 : rows.Keys.Last();

    public IEnumerable<KeyValuePair<int, XElement>> All => rows;

    public IEnumerable<XElement> Formulas => rows.Values.SelectMany(r => r.Elements(ns + "c")).Select(c => c.Element(ns + "f")).OfType<XElement>();

    /// <summary>The row, made where the sheet has none.</summary>
    public XElement Row(int number)
    {
        if (rows.TryGetValue(number, out var row)) return row;
        row = new XElement(ns + "row", new XAttribute("r", number));
        rows.Add(number, row);
        return row;
    }

    /// <summary>The cell of a row, made where there is none.</summary>
    public static XElement Cell(XElement row, int column)
    {
        var ns = row.Name.Namespace;
        XElement? before = null;
        foreach (var cell in row.Elements(ns + "c"))
        {
            var at = ColumnOf(cell);
            if (at == column) return cell;
            if (at > column) break;
            before = cell;
        }

        var made = new XElement(ns + "c", new XAttribute("r", CellRange.Address((int)row.Attribute("r")!, column)));
        // A row's own style is that of the cells which it does not name.
        if (row.Attribute("customFormat")?.Value is "1" or "true" && row.Attribute("s") is { } style) made.SetAttributeValue("s", style.Value);
        if (before is null) row.AddFirst(made);
        else before.AddAfterSelf(made);
        return made;
    }

    public static int ColumnOf(XElement cell) => CellRange.TryParseAddress(cell.Attribute("r")!.Value, out _, out var column) ? column : throw new InvalidDataException("Bad cell reference.");

    /// <summary>Gives the row and its cells another number.</summary>
    public static void Move(XElement row, int number)
    {
        row.SetAttributeValue("r", number);
        foreach (var cell in row.Elements(row.Name.Namespace + "c")) cell.SetAttributeValue("r", CellRange.Address(number, ColumnOf(cell)));
    }

    private void Settle(XElement row, int number, Dictionary<string, (string Text, int Row, int Column)> masters)
    {
        var column = -1;
        foreach (var cell in row.Elements(ns + "c"))
        {
            var before = column;
            column = cell.Attribute("r") is { } at ? CellRange.TryParseAddress(at.Value, out _, out var stated) ? stated : throw new InvalidDataException("Bad cell reference.") : column + 1;
            if (column <= before) throw new InvalidDataException("Cells out of order.");
            cell.SetAttributeValue("r", CellRange.Address(number, column));
            if (cell.Element(ns + "f") is not { } formula) continue;
            if ((string?)formula.Attribute("t") == "shared") WriteOut(formula, number, column, masters);
            // What it came to before is wrong as soon as anything is filled in; programs compute it when they open the file.
            cell.Elements(ns + "v").Remove();
            cell.SetAttributeValue("t", null);
        }
    }

    /// <summary>A formula shared by many cells stands in the first alone; rows put in between would part them.</summary>
    private static void WriteOut(XElement formula, int row, int column, Dictionary<string, (string Text, int Row, int Column)> masters)
    {
        var id = (string?)formula.Attribute("si") ?? "";
        if (formula.Value.Length > 0) masters[id] = (formula.Value, row, column);
        else if (masters.TryGetValue(id, out var master)) formula.Value = FormulaText.Moved(master.Text, row - master.Row, column - master.Column);
        foreach (var attribute in new[] { "t", "si", "ref" }) formula.SetAttributeValue(attribute, null);
    }
}
