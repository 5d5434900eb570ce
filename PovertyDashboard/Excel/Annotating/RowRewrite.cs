using System.Globalization;
using System.Xml;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>Passes one row on: its cells as they are, wrong ones coloured, those of an earlier copy cleared, 结果 added (行改写).</summary>
internal sealed class RowRewrite(SheetTask task, StyleEdit styles)
{
    /// <summary>Writes the row element on which the reader stands, and leaves the reader on its end.</summary>
    public void Write(XmlReader xml, XmlWriter to, int number)
    {
        var (prefix, ns, depth, isEmpty) = (xml.Prefix, xml.NamespaceURI, xml.Depth, xml.IsEmptyElement);
        var rowStyle = xml.GetAttribute("customFormat") is "1" or "true" ? Style(xml) : 0;
        StartRow(xml, to, number);
        var own = new Own(task.BadCellsOf(number), task.ResultOf(number) is null ? null : task.ResultAt);
        var (column, left) = (-1, rowStyle);
        while (!isEmpty && xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName != "c")
            {
                // What programs of later years put behind the cells.
                Add(int.MaxValue);
                XmlCopy.Node(xml, to);
                if (!xml.IsEmptyElement) XmlCopy.Content(xml, to);
                continue;
            }

            column = xml.GetAttribute("r") is { } at && CellRange.TryParseAddress(at, out _, out var stated) ? stated : column + 1;
            Add(column - 1);
            if (column == task.ResultAt && number >= task.HeaderRow && (task.ReplacesResult || task.ResultOf(number) is not null))
            {
                Add(column);
                xml.SkipContent();
                continue;
            }

            var style = styles.Original(Style(xml));
            if (column < task.ResultAt) left = style;
            Copy(xml, to, number, column, own.Takes(column) ? styles.Of(style, CellLook.Bad) : style);
        }

        Add(int.MaxValue);
        to.WriteEndElement();

        void Add(int upTo)
        {
            foreach (var at in own.Until(upTo))
            {
                if (at == task.ResultAt) Result(to, prefix, ns, number, left);
                else Cell(to, prefix, ns, number, at, styles.Of(rowStyle, CellLook.Bad), null);
            }
        }
    }

    private void Result(XmlWriter to, string prefix, string ns, int number, int left)
    {
        var (text, isBad) = task.ResultOf(number)!.Value;
        // The header looks like its neighbour.
        var style = number == task.HeaderRow ? left : styles.Of(left, isBad ? CellLook.BadResult : CellLook.Result);
        Cell(to, prefix, ns, number, task.ResultAt, style, text);
    }

    private static void StartRow(XmlReader xml, XmlWriter to, int number)
    {
        to.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        to.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        while (xml.MoveToNextAttribute())
            // The spans are a hint that no longer holds.
            if (xml.Name is not ("r" or "spans")) to.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.Value);
        xml.MoveToElement();
    }

    private static void Copy(XmlReader xml, XmlWriter to, int row, int column, int style)
    {
        to.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        to.WriteAttributeString("r", CellRange.Address(row, column));
        if (style > 0) to.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        while (xml.MoveToNextAttribute())
            if (xml.Name is not ("r" or "s")) to.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.Value);
        xml.MoveToElement();
        XmlCopy.Content(xml, to);
    }

    private static void Cell(XmlWriter to, string prefix, string ns, int row, int column, int style, string? text)
    {
        to.WriteStartElement(prefix, "c", ns);
        to.WriteAttributeString("r", CellRange.Address(row, column));
        if (style > 0) to.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (text is not null)
        {
            to.WriteAttributeString("t", "inlineStr");
            to.WriteStartElement(prefix, "is", ns);
            to.WriteStartElement(prefix, "t", ns);
            to.WriteAttributeString("xml", "space", null, "preserve");
            to.WriteString(text);
            to.WriteEndElement();
            to.WriteEndElement();
        }

        to.WriteEndElement();
    }

    private static int Style(XmlReader xml) => int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;

    /// <summary>The columns of a row in which something of ours has to stand, in order.</summary>
    private sealed class Own(IEnumerable<int> bad, int? result)
    {
        private readonly SortedSet<int> left = result is { } at ? [.. bad, at] : [.. bad];

        /// <summary>Whether a cell that is there is one of them; it then needs none added.</summary>
        public bool Takes(int column) => left.Remove(column);

        public List<int> Until(int column)
        {
            List<int> due = left.Count == 0 ? [] : [.. left.TakeWhile(c => c <= column)];
            due.ForEach(c => left.Remove(c));
            return due;
        }
    }
}
