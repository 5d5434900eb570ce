using System.Globalization;
using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Streams the rows of one worksheet part.</summary>
internal sealed class XlsxSheet(
    XlsxPackage package, string part, string name, Lazy<SharedStrings> strings, Lazy<DateStyles> styles, bool from1904)
{
    public IEnumerable<SheetRow> Rows(CancellationToken ct)
    {
        using var xml = package.OpenXml(part);
        var cells = new XlsxCells(package, part, name, strings, styles, from1904);
        var number = 0;
        var rowsWithContent = 0;
        var inData = false;
        while (xml.Next())
        {
            if (xml.LocalName == "sheetData")
            {
                inData = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            if (!inData || xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }
            ct.ThrowIfCancellationRequested();
            var previous = number;
            number = RowNumber(xml, previous);
            if (number > CellRange.MaxRows)
            {
                throw new InvalidDataException("More rows than a sheet can have.");
            }
            if (number <= previous)
            {
                throw new SheetFaultException(ReadFaults.OutOfOrder(name, number));
            }
            if (cells.Read(xml, number) is not { } row)
            {
                continue;
            }
            if (!package.RowQuota.Allows(part, ++rowsWithContent))
            {
                throw new SheetFaultException(ReadFaults.TooManyRows(name, package.Limits));
            }
            yield return row;
        }
    }

    /// <summary>Merged ranges stand after the rows, so the rows are passed over once.</summary>
    public IReadOnlyList<CellRange> Merges()
    {
        var merges = new List<CellRange>();
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheetData")
            {
                xml.SkipContent();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell")
            {
                merges.Add(CellRange.Parse(xml.GetAttribute("ref")) ?? throw new InvalidDataException("Merged range without a reference."));
                if (merges.Count > package.Limits.Merges)
                {
                    throw new SheetFaultException(ReadFaults.TooManyMerges(name, package.Limits));
                }
            }
        }
        return merges;
    }

    private static int RowNumber(XmlReader xml, int previous)
    {
        if (xml.GetAttribute("r") is not { } text)
        {
            return previous + 1;
        }
        var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return ok && number is > 0 and <= CellRange.MaxRows ? number : throw new InvalidDataException("Row number out of range.");
    }
}
