using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>The table of texts that cells refer to by number (共享字符串).</summary>
internal sealed class SharedStrings
{
    private const int FewestCharacters = 16;
    private readonly List<Cell> texts = [];

    private SharedStrings()
    {
    }

    public Cell this[int index] => index < texts.Count ? texts[index] : throw new InvalidDataException("No such shared string.");

    public static SharedStrings Read(XlsxPackage package, string? part)
    {
        var strings = new SharedStrings();
        if (part is null)
        {
            return strings;
        }
        var characters = 0L;
        var buffer = new TextBuffer(package.Limits.CellCharacters);
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                continue;
            }
            buffer.Clear();
            buffer.AppendRichText(xml);
            var text = buffer.ToText();
            strings.texts.Add(text);
            // An empty text takes its place too.
            if (!package.TextQuota.Allows(part, characters += Math.Max(text.Raw.Length, FewestCharacters)))
            {
                throw new SheetFaultException(ReadFaults.TooMuchText(package.Limits));
            }
        }
        return strings;
    }
}
