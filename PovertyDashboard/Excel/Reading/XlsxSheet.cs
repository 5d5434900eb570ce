using System.Globalization;
using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Streams the rows of one worksheet part.</summary>
internal sealed class XlsxSheet(
    XlsxPackage package, string part, string name, Lazy<SharedStrings> strings, Lazy<DateStyles> styles, bool from1904)
{
    public IEnumerable<SheetRow> Rows(CancellationToken ct)
    {
        var rowsWithContent = 0;
        foreach (var row in AllRows())
        {
            ct.ThrowIfCancellationRequested();
            if (row is null)
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
        using var xml = XmlWithoutRows() ?? package.OpenXml(part);
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

    /// <summary>The rows, empty ones as null: from their bytes as long as these have the usual shape, then by the parser.</summary>
    private IEnumerable<SheetRow?> AllRows()
    {
        var (read, tags) = (0, 0L);
        if (PlainSheet.Open(package.Open(part)) is { } plain)
        {
            using (plain)
            {
                var plainCells = new PlainCells(NewCells(), package.Limits);
                bool? more;
                while ((more = plain.Next()) == true && plainCells.TryRead(plain.Row, out var row))
                {
                    read++;
                    package.CountTags(part, tags += plain.Row.Count((byte)'<'));
                    yield return row;
                }
                // What stands around the rows must be sound too.
                if (more == false && plain.WithoutRows() is { } rest)
                {
                    Check(rest);
                    yield break;
                }
            }
        }
        foreach (var row in ParsedRows(NewCells()).Skip(read))
        {
            yield return row;
        }
    }

    /// <summary>Each way of reading counts for itself: the parser goes through all rows once more.</summary>
    private XlsxCells NewCells() => new(package, part, name, strings, styles, from1904);

    private IEnumerable<SheetRow?> ParsedRows(XlsxCells cells)
    {
        using var xml = package.OpenXml(part);
        var number = 0;
        var inData = false;
        while (xml.Next())
        {
            if (xml.LocalName == "sheetData")
            {
                inData = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            if (inData && xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
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
                yield return cells.Read(xml, number);
            }
        }
    }

    private void Check(Stream rest)
    {
        using var xml = package.Xml(part, rest);
        var datas = 0;
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheetData" && ++datas > 1)
            {
                throw new InvalidDataException("A sheet has its rows twice.");
            }
        }
    }

    private XmlReader? XmlWithoutRows()
    {
        using var plain = PlainSheet.Open(package.Open(part));
        return plain is not null && plain.SkipRows() && plain.WithoutRows() is { } rest ? package.Xml(part, rest) : null;
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
