using System.Buffers;
using System.Globalization;
using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Which cell styles show a number as a date (日期格式).</summary>
internal sealed class DateStyles
{
    // Excel itself stops at some 65,000.
    private const int Most = 200_000;

    private static readonly SearchValues<char> ElapsedTime = SearchValues.Create("hHmMsS");
    private readonly List<bool> isDate = [];

    private DateStyles()
    {
    }

    public bool IsDate(int style) => (uint)style < (uint)isDate.Count && isDate[style];

    public static DateStyles Read(XlsxPackage package, string? part)
    {
        var styles = new DateStyles();
        if (part is null)
        {
            return styles;
        }
        var custom = new Dictionary<int, bool>();
        var inCellFormats = false;
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt")
            {
                if (custom.Count == Most)
                {
                    throw new InvalidDataException("Too many number formats.");
                }
                custom[FormatId(xml)] = IsDateFormat(xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCellFormats)
            {
                var id = FormatId(xml);
                if (styles.isDate.Count == Most)
                {
                    throw new InvalidDataException("Too many cell formats.");
                }
                styles.isDate.Add(custom.TryGetValue(id, out var date) ? date : IsBuiltInDate(id));
            }
        }
        return styles;
    }

    /// <summary>Whether a format code shows a date: it has y, m, d, h or s outside quotes, brackets and escapes.</summary>
    internal static bool IsDateFormat(string code)
    {
        if (code.Contains("General", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                case '[':
                    var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                    if (code[i] == '[' && IsElapsedTime(code.AsSpan(i + 1)))
                    {
                        return true;
                    }
                    i = end < 0 ? code.Length : end;
                    break;
                case '\\':
                case '_':
                case '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }
        return false;
    }

    private static bool IsElapsedTime(ReadOnlySpan<char> afterBracket)
    {
        var length = afterBracket.IndexOf(']');
        return length > 0 && !afterBracket[..length].ContainsAnyExcept(ElapsedTime);
    }

    // Built-in formats 27-36 and 50-58 are the dates of Chinese, Japanese and Korean versions.
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static int FormatId(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
