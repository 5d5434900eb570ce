using System.Globalization;
using System.Text;

namespace PovertyDashboard.Excel;

/// <summary>The escapes <c>_xHHHH_</c> with which workbooks store characters that XML cannot hold.</summary>
internal static class XmlText
{
    public const int EscapeLength = 7;

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
