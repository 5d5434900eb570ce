using System.Globalization;
using System.Text;
using System.Xml;

namespace PovertyDashboard.Excel;

/// <summary>The escapes <c>_xHHHH_</c> with which workbooks store characters that XML cannot hold.</summary>
internal static class XmlText
{
    public const int EscapeLength = 7;

    /// <summary>Characters of a cell: Excel takes no more, and refuses to open a workbook that has longer ones.</summary>
    private const int LongestCell = 32_767;

    /// <summary>The text itself where it has no escapes.</summary>
    public static string Decode(string text) => IndexOfEscape(text) < 0 ? text : Decode(text.AsSpan());

    public static string Decode(ReadOnlySpan<char> text)
    {
        var at = IndexOfEscape(text);
        if (at < 0)
        {
            return text.ToString();
        }
        var decoded = new StringBuilder(text.Length);
        while (at >= 0)
        {
            decoded.Append(text[..at]).Append((char)ushort.Parse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            text = text[(at + EscapeLength)..];
            at = IndexOfEscape(text);
        }
        return decoded.Append(text).ToString();
    }

    /// <summary>The text as a cell takes it: what XML cannot hold stands as an escape, what would be read as one does not, and nothing is longer than a cell may be.</summary>
    public static string Encode(string text)
    {
        var kept = Cut(text);
        var encoded = new StringBuilder(kept.Length);
        for (var i = 0; i < kept.Length; i++)
        {
            var c = kept[i];
            if (char.IsHighSurrogate(c) && i + 1 < kept.Length && char.IsLowSurrogate(kept[i + 1])) encoded.Append(c).Append(kept[++i]);
            else if (!XmlConvert.IsXmlChar(c) || (c == '_' && IsEscape(kept.AsSpan(i)))) encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else encoded.Append(c);
        }
        return encoded.ToString();
    }

    /// <summary>The text itself, or its beginning where a cell holds no more.</summary>
    public static string Cut(string text) => text.Length <= LongestCell ? text : string.Concat(text.AsSpan(0, LongestCell - 1), "…");

    /// <summary>Where the next text that would be read as an escape begins, or -1.</summary>
    public static int IndexOfEscape(ReadOnlySpan<char> text)
    {
        for (var from = 0; ;)
        {
            var found = text[from..].IndexOf("_x", StringComparison.Ordinal);
            if (found < 0)
            {
                return -1;
            }
            from += found;
            if (IsEscape(text[from..]))
            {
                return from;
            }
            from += 2;
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text)
    {
        if (text.Length < EscapeLength || text[EscapeLength - 1] != '_')
        {
            return false;
        }
        foreach (var c in text.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }
        return true;
    }
}
