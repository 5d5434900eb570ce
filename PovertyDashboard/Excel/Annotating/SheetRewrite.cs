using System.Globalization;
using System.Xml;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>Passes a worksheet part on, with 结果 and the colours of wrong cells put in (工作表改写); only one row is ever held.</summary>
/// <param name="drawing">Relationship of the comments' boxes, where the sheet has had none before; else null.</param>
internal sealed class SheetRewrite(SheetTask task, StyleEdit styles, string? drawing)
{
    private const int ResultWidth = 36;

    // What stands behind the drawing of boxes in a sheet.
    private static readonly HashSet<string> Behind = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst"];

    private bool hasColumns;
    private bool hasDrawing;

    public void Write(XmlReader xml, XmlWriter to, CancellationToken ct)
    {
        while (xml.Next())
        {
            if (xml.Depth == 0 && xml.NodeType == XmlNodeType.EndElement) AddDrawing(to, xml.NamespaceURI);
            if (xml.Depth != 1 || xml.NodeType != XmlNodeType.Element)
            {
                XmlCopy.Node(xml, to);
                continue;
            }

            switch (xml.LocalName)
            {
                case "dimension" when CellRange.Parse(xml.GetAttribute("ref")) is { } range:
                    to.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                    to.WriteAttributeString("ref", (range with { LastColumn = Math.Max(range.LastColumn, task.ResultAt) }).ToString());
                    to.WriteEndElement();
                    xml.SkipContent();
                    break;
                case "cols":
                    hasColumns = true;
                    Columns(xml, to);
                    break;
                case "sheetData":
                    if (!hasColumns) NewColumns(xml, to);
                    Start(xml, to);
                    Rows(xml, to, ct);
                    break;
                default:
                    if (Behind.Contains(xml.LocalName)) AddDrawing(to, xml.NamespaceURI);
                    hasDrawing |= xml.LocalName == "legacyDrawing";
                    XmlCopy.Node(xml, to);
                    break;
            }
        }
    }

    private void AddDrawing(XmlWriter to, string ns)
    {
        if (hasDrawing || drawing is null) return;
        hasDrawing = true;
        to.WriteStartElement("legacyDrawing", ns);
        to.WriteAttributeString("r", "id", PartLinks.NamespaceFor(ns), drawing);
        to.WriteEndElement();
    }

    private void NewColumns(XmlReader xml, XmlWriter to)
    {
        to.WriteStartElement(xml.Prefix, "cols", xml.NamespaceURI);
        Column(to, xml.Prefix, xml.NamespaceURI);
        to.WriteEndElement();
    }

    /// <summary>The widths of the columns, in order: a range that spans 结果 is split around it.</summary>
    private void Columns(XmlReader xml, XmlWriter to)
    {
        var (own, isPlaced, depth, isEmpty, prefix, ns) = (task.ResultAt + 1, false, xml.Depth, xml.IsEmptyElement, xml.Prefix, xml.NamespaceURI);
        Start(xml, to);
        while (!isEmpty && xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "col") continue;
            var (first, last) = (Number(xml, "min"), Number(xml, "max"));
            Range(xml, to, first, Math.Min(last, own - 1));
            if (!isPlaced && last >= own) Place();
            Range(xml, to, Math.Max(first, own + 1), last);
            xml.SkipContent();
        }

        if (!isPlaced) Place();
        to.WriteEndElement();

        void Place()
        {
            isPlaced = true;
            Column(to, prefix, ns);
        }
    }

    private static void Range(XmlReader xml, XmlWriter to, int first, int last)
    {
        if (first > last) return;
        to.WriteStartElement(xml.Prefix, "col", xml.NamespaceURI);
        while (xml.MoveToNextAttribute())
            to.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.LocalName == "min" ? Text(first) : xml.LocalName == "max" ? Text(last) : xml.Value);
        xml.MoveToElement();
        to.WriteEndElement();
    }

    private void Column(XmlWriter to, string prefix, string ns)
    {
        to.WriteStartElement(prefix, "col", ns);
        to.WriteAttributeString("min", Text(task.ResultAt + 1));
        to.WriteAttributeString("max", Text(task.ResultAt + 1));
        to.WriteAttributeString("width", Text(ResultWidth));
        to.WriteAttributeString("customWidth", "1");
        to.WriteEndElement();
    }

    private void Rows(XmlReader xml, XmlWriter to, CancellationToken ct)
    {
        var (depth, isEmpty, number) = (xml.Depth, xml.IsEmptyElement, 0);
        var row = new RowRewrite(task, styles);
        while (!isEmpty && xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            ct.ThrowIfCancellationRequested();
            number = xml.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            row.Write(xml, to, number);
        }

        to.WriteEndElement();
    }

    private static void Start(XmlReader xml, XmlWriter to)
    {
        to.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        to.WriteAttributes(xml, defattr: false);
    }

    private static int Number(XmlReader xml, string attribute) => int.Parse(xml.GetAttribute(attribute) ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
