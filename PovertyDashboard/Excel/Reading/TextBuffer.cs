using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Collects the text of one cell in bounded memory, however long the file says it is.</summary>
internal sealed class TextBuffer
{
    private const int EscapeLength = 7;
    private readonly char[] chars;
    private readonly char[] rest = new char[4096];
    private readonly int cellCharacters;
    private int length;

    public TextBuffer(int cellCharacters)
    {
        this.cellCharacters = cellCharacters;
        // Each character may be escaped; one more shows that the text is too long.
        chars = new char[(cellCharacters + 1) * EscapeLength];
    }

    public ReadOnlySpan<char> Span => chars.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <summary>Adds the text inside the element that the reader stands on, and leaves the reader on its end tag.</summary>
    public void AppendElement(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                AppendText(xml);
            }
        }
    }

    /// <summary>Adds the visible text of a string item: all runs, but not the phonetic hints beside them.</summary>
    public void AppendRichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.SkipContent();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                AppendElement(xml);
            }
        }
    }

    public Cell ToText() => Cell.Text(XmlText.Decode(Span), cellCharacters);

    private void AppendText(XmlReader xml)
    {
        while (length < chars.Length)
        {
            var read = xml.ReadValueChunk(chars, length, chars.Length - length);
            if (read == 0)
            {
                return;
            }
            length += read;
        }
        while (xml.ReadValueChunk(rest, 0, rest.Length) > 0)
        {
            // What does not fit only has to be passed over.
        }
    }
}
