using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Finds out what an Office package is and lists the worksheets of a workbook.</summary>
internal static class XlsxWorkbook
{
    public static Workbook Open(Stream file, ReadLimits limits)
    {
        var package = new XlsxPackage(file, limits);
        try
        {
            return Open(package);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private static Workbook Open(XlsxPackage package)
    {
        var main = package.Relationships("").Find(r => r.Type == "officeDocument").Target ?? "";
        if (Refusal(package, main) is { } fault)
        {
            throw new SheetFaultException(fault);
        }
        var relationships = package.Relationships(main);
        var (entries, from1904) = ReadWorkbook(package, main);
        var strings = new Lazy<SharedStrings>(
            () => SharedStrings.Read(package, relationships.Find(r => r.Type == "sharedStrings").Target));
        var styles = new Lazy<DateStyles>(() => DateStyles.Read(package, relationships.Find(r => r.Type == "styles").Target));
        var sheets = new List<SheetSource>();
        foreach (var (name, hidden, id) in entries)
        {
            var relationship = relationships.Find(r => r.Id == id);
            if (relationship.Type == "worksheet")
            {
                var sheet = new XlsxSheet(package, relationship.Target, name, strings, styles, from1904);
                sheets.Add(new SheetSource(name, hidden, sheet.Rows, sheet.Merges));
            }
        }
        return sheets.Count > 0 ? new Workbook(sheets, package) : throw new SheetFaultException(ReadFaults.NoSheet);
    }

    /// <summary>Why the package is not a workbook that can be read, or null.</summary>
    private static string? Refusal(XlsxPackage package, string main)
    {
        var type = package.ContentType(main);
        if (main.Length == 0)
        {
            return package.Has("mimetype") && package.Has("content.xml") ? ReadFaults.Ods
                : package.Has("[Content_Types].xml") ? ReadFaults.Damaged
                : ReadFaults.Archive;
        }
        return Is("sheet.binary") ? ReadFaults.Xlsb
            : Is("macroEnabled") && (Is("sheet") || Is("excel")) ? ReadFaults.Xlsm
            : Is("wordprocessingml") || Is("ms-word") ? ReadFaults.Word
            : Is("presentationml") || Is("ms-powerpoint") ? ReadFaults.PowerPoint
            : Is("spreadsheetml") || type.Length == 0 || type.EndsWith("/xml", StringComparison.Ordinal) ? null
            : ReadFaults.Unknown;

        bool Is(string word) => type.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static (List<(string Name, bool Hidden, string Id)> Sheets, bool From1904) ReadWorkbook(XlsxPackage package, string main)
    {
        var sheets = new List<(string, bool, string)>();
        var from1904 = false;
        using var xml = package.OpenXml(main);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (xml.Depth == 0 && xml.LocalName != "workbook")
            {
                throw new SheetFaultException(ReadFaults.Unknown);
            }
            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet")
            {
                var hidden = xml.GetAttribute("state") is "hidden" or "veryHidden";
                sheets.Add((XmlText.Decode(xml.GetAttribute("name") ?? ""), hidden, RelationshipId(xml)));
            }
        }
        return (sheets, from1904);
    }

    // The attribute is "id" in the relationships namespace, of which there are two (transitional and strict), under any prefix.
    private static string RelationshipId(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return xml.Value;
            }
        }
        return "";
    }
}
