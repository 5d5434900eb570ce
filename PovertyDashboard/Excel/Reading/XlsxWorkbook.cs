using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Where the parts of a workbook lie (部件): its own path, its styles and strings, and its worksheets in the order of their tabs.</summary>
internal sealed record BookParts(string Main, string? Styles, string? Strings, bool From1904, IReadOnlyList<(string Name, bool Hidden, string Part)> Sheets);

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

    /// <summary>The parts of the workbook; a package that is none is refused in a sentence.</summary>
    public static BookParts PartsOf(XlsxPackage package)
    {
        var main = package.Relationships("").Find(r => r.Type == "officeDocument").Target ?? "";
        if (Refusal(package, main) is { } fault)
        {
            throw new SheetFaultException(fault);
        }
        var relationships = package.Relationships(main);
        var (entries, from1904) = ReadWorkbook(package, main);
        // Macros may hide behind another type.
        if (relationships.Exists(r => r.Type == "vbaProject"))
        {
            throw new SheetFaultException(ReadFaults.Xlsm);
        }
        var sheets = new List<(string, bool, string)>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, hidden, id) in entries)
        {
            var relationship = relationships.Find(r => r.Id == id);
            if (relationship.Type != "worksheet")
            {
                continue;
            }
            // Each sheet would be read anew.
            if (!taken.Add(relationship.Target))
            {
                throw new InvalidDataException("Two sheets are the same part.");
            }
            sheets.Add((name, hidden, relationship.Target));
        }
        return new BookParts(main, relationships.Find(r => r.Type == "styles").Target, relationships.Find(r => r.Type == "sharedStrings").Target, from1904, sheets);
    }

    private static Workbook Open(XlsxPackage package)
    {
        var parts = PartsOf(package);
        var strings = new Lazy<SharedStrings>(() => SharedStrings.Read(package, parts.Strings));
        var styles = new Lazy<DateStyles>(() => DateStyles.Read(package, parts.Styles));
        var sheets = new List<SheetSource>();
        foreach (var (name, hidden, part) in parts.Sheets)
        {
            var sheet = new XlsxSheet(package, part, name, strings, styles, parts.From1904);
            sheets.Add(new SheetSource(name, hidden, sheet.Rows, sheet.Merges));
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
                // A sheet is a part.
                if (sheets.Count > package.Limits.Entries)
                {
                    throw new SheetFaultException(ReadFaults.TooManySheets(package.Limits));
                }
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
