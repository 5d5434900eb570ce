using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using PovertyDashboard.Excel.Annotating;

namespace PovertyDashboard.Excel.Filling;

/// <summary>One worksheet of a form on its way into the filled file (工作表填写): held in memory but for the rows of its block, which pass by.</summary>
internal sealed class SheetEdit
{
    private readonly string name;
    private readonly XElement root;
    private readonly SheetRows rows;
    private readonly SheetFill? fill;
    private readonly RowGrowth growth;
    private readonly FormulaShift formulas;
    private readonly FillStyles styles;
    private readonly List<CellRange> repeated = [];

    /// <param name="name">Name of the sheet.</param>
    /// <param name="document">The part.</param>
    /// <param name="fill">What is put in; null for a sheet that only stands beside.</param>
    /// <param name="growth">What its block adds.</param>
    /// <param name="formulas">The growths of all sheets.</param>
    /// <param name="styles">The styles of the workbook.</param>
    public SheetEdit(string name, XDocument document, SheetFill? fill, RowGrowth growth, FormulaShift formulas, FillStyles styles)
    {
        (this.name, this.fill, this.growth, this.formulas, this.styles) = (name, fill, growth, formulas, styles);
        root = document.Root!;
        rows = new SheetRows(root);
        if (growth.Extra > 0 && rows.Last + growth.Extra > CellRange.MaxRows) throw new SheetFaultException(FillFaults.TooManyRows);
        new PartShift(formulas, name, growth).Adjust(root);
        Merges();
        foreach (var cell in fill?.Cells ?? []) Put(SheetRows.Cell(rows.Row(cell.Row), cell.Column), cell.Value);
        if (fill?.Block is { } block) foreach (var column in block.Columns) Put(SheetRows.Cell(rows.Row(block.Row), column), FillValue.Empty);
    }

    private XNamespace Ns => root.Name.Namespace;

    public async Task WriteAsync(Stream output, CancellationToken ct)
    {
        using var to = XmlCopy.WriterOn(output);
        XmlTree.Start(root, to);
        foreach (var child in root.Elements())
        {
            if (child.Name == Ns + "sheetData") await WriteRowsAsync(child, to, ct);
            else if (child.Name == Ns + "mergeCells") WriteMerges(child, to);
            else XmlTree.Write(child, to);
        }

        to.WriteEndElement();
    }

    private async Task WriteRowsAsync(XElement data, XmlWriter to, CancellationToken ct)
    {
        XmlTree.Start(data, to);
        foreach (var (number, row) in rows.All)
        {
            if (number == fill?.Block?.Row)
            {
                await WriteBlockAsync(row, fill.Block, to, ct);
                continue;
            }

            foreach (var formula in FormulasOf(row))
            {
                formula.Value = formulas.Outside(formula.Value, name);
                if (formula.Attribute("ref") is { } spread) spread.Value = growth.Of(spread.Value, cellsGrow: false);
            }

            if (growth.Of(number) is var now && now != number) SheetRows.Move(row, now);
            XmlTree.Write(row, to);
        }

        to.WriteEndElement();
    }

    private async Task WriteBlockAsync(XElement template, BlockFill block, XmlWriter to, CancellationToken ct)
    {
        var own = FormulasOf(template).Select(f => f.Value).ToList();
        var count = 0;
        await foreach (var values in block.Rows.WithCancellation(ct))
        {
            // Counted before: everything below and all formulas stand by that number.
            if (count == block.Count) throw new SheetFaultException(FillFaults.Changed);
            Write(template, own, count++, row =>
            {
                for (var i = 0; i < block.Columns.Count; i++) Put(SheetRows.Cell(row, block.Columns[i]), values[i]);
            }, to);
        }

        if (count != block.Count) throw new SheetFaultException(FillFaults.Changed);
        if (count == 0) Write(template, own, 0, _ => { }, to);
    }

    private void Write(XElement template, List<string> own, int step, Action<XElement> put, XmlWriter to)
    {
        var row = new XElement(template);
        if (step > 0) SheetRows.Move(row, growth.Row + step);
        foreach (var (formula, text) in FormulasOf(row).Zip(own))
        {
            formula.Value = formulas.Inside(text, growth, step);
            if (formula.Attribute("ref") is { } spread && CellRange.Parse(spread.Value) is { } range) spread.Value = (range with { FirstRow = growth.Row + step, LastRow = growth.Row + step }).ToString();
        }

        put(row);
        XmlTree.Write(row, to);
    }

    private IEnumerable<XElement> FormulasOf(XElement row) => row.Elements(Ns + "c").Select(c => c.Element(Ns + "f")).OfType<XElement>().Where(f => f.Value.Length > 0);

    /// <summary>Merged cells below move down; those inside the block row are repeated in each of its rows.</summary>
    private void Merges()
    {
        foreach (var merge in root.Element(Ns + "mergeCells")?.Elements(Ns + "mergeCell").ToList() ?? [])
        {
            var range = CellRange.Parse((string?)merge.Attribute("ref") ?? "") ?? throw new InvalidDataException("Merged range without a reference.");
            if (fill?.Block is { } block && range.FirstRow <= block.Row && block.Row <= range.LastRow)
            {
                if (range.FirstRow != range.LastRow) throw new SheetFaultException(FillFaults.BlockInMerge(name, block.Row, range.ToString()));
                repeated.Add(range);
            }
            else
            {
                merge.SetAttributeValue("ref", (range with { FirstRow = growth.Of(range.FirstRow), LastRow = growth.Of(range.LastRow) }).ToString());
            }
        }
    }

    private void WriteMerges(XElement merges, XmlWriter to)
    {
        var copies = repeated.Count == 0 ? 0 : Math.Max(0, growth.Extra);
        if (merges.Attribute("count") is { } count) count.Value = (merges.Elements(Ns + "mergeCell").Count() + repeated.Count * copies).ToString(CultureInfo.InvariantCulture);
        XmlTree.Start(merges, to);
        foreach (var merge in merges.Elements()) XmlTree.Write(merge, to);
        for (var step = 1; step <= copies; step++)
        {
            foreach (var range in repeated)
            {
                to.WriteStartElement(to.LookupPrefix(Ns.NamespaceName), "mergeCell", Ns.NamespaceName);
                to.WriteAttributeString("ref", (range with { FirstRow = growth.Row + step, LastRow = growth.Row + step }).ToString());
                to.WriteEndElement();
            }
        }

        to.WriteEndElement();
    }

    /// <summary>Puts the value into the cell in the cell's own style; whatever stood there goes.</summary>
    private void Put(XElement cell, FillValue value)
    {
        cell.RemoveNodes();
        foreach (var attribute in new[] { "t", "cm", "vm" }) cell.SetAttributeValue(attribute, null);
        var style = (int?)cell.Attribute("s") ?? 0;
        if (value.Day is { } day)
        {
            if (styles.SerialOf(day) is { } serial && styles.ForDay(style) is { } dated)
            {
                cell.SetAttributeValue("s", dated == 0 ? null : dated);
                Number(cell, serial);
            }
            else
            {
                Text(cell, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
        else if (value.Number is { } number)
        {
            Number(cell, value.IsPercent && styles.IsPercent(style) ? number / 100 : number);
        }
        else if (!string.IsNullOrEmpty(value.Text))
        {
            Text(cell, value.Text);
        }
    }

    private void Number(XElement cell, decimal number) => cell.Add(new XElement(Ns + "v", number.ToString(CultureInfo.InvariantCulture)));

    private void Text(XElement cell, string text)
    {
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(Ns + "is", new XElement(Ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XmlText.Encode(text))));
    }
}
