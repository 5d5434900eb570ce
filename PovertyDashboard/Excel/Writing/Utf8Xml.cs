using System.Buffers;
using System.Globalization;
using System.Text;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Collects the UTF-8 bytes of streamed rows.</summary>
internal sealed class Utf8Xml
{
    private const int LongestNumber = 48;

    // What may not stand in XML as it is, and "_", which may begin what would be read as an escape.
    private static readonly SearchValues<char> Special = SearchValues.Create(string.Concat(
        Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n'))
            .Concat(Enumerable.Range(0xD800, 0x800))
            .Concat(['&', '<', '>', '_', 0xFFFE, 0xFFFF])
            .Select(c => (char)c)));

    private readonly ArrayBufferWriter<byte> bytes = new(4096);

    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public void Clear() => bytes.ResetWrittenCount();

    public void Raw(ReadOnlySpan<byte> utf8) => bytes.Write(utf8);

    public void Ascii(string text) => Chars(text);

    public void Number(long value)
    {
        value.TryFormat(bytes.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        bytes.Advance(written);
    }

    public void Number(decimal value)
    {
        value.TryFormat(bytes.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        bytes.Advance(written);
    }

    /// <summary>Text that reads back exactly as it is.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Special)) >= 0;)
        {
            Chars(text[..at]);
            text = text[(at + EscapeFirst(text[at..]))..];
        }
        Chars(text);
    }

    /// <summary>Writes the special character a text begins with; returns how many characters that took.</summary>
    private int EscapeFirst(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                return 1;
            case '<':
                Raw("&lt;"u8);
                return 1;
            case '>':
                Raw("&gt;"u8);
                return 1;
            case '_' when XmlText.IndexOfEscape(text[..Math.Min(text.Length, XmlText.EscapeLength)]) != 0:
                Raw("_"u8);
                return 1;
            case var high when char.IsHighSurrogate(high) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                Chars(text[..2]);
                return 2;
            default:
                Ascii(string.Create(CultureInfo.InvariantCulture, $"_x{(int)text[0]:X4}_"));
                return 1;
        }
    }

    private void Chars(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, bytes);
}
