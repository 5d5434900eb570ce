using System.Text;

namespace PovertyDashboard.Excel.Reading;

/// <summary>
/// The rows of a worksheet part as bytes, found without an XML parser, which alone takes longer than reading may take. It knows the
/// shape that Excel, WPS and this program write; of any other it says so, and the parser takes over.
/// </summary>
internal sealed class PlainSheet : IDisposable
{
    private const int LongestHead = 64 * 1024, LongestRow = 1024 * 1024, LongestTail = 8 * 1024 * 1024;
    private readonly Stream _part;
    private byte[] _buffer = new byte[LongestHead];
    private int _from, _to;
    private byte[] _head = [];

    private PlainSheet(Stream part) => _part = part;

    /// <summary>The row found last, from its tag to its end tag.</summary>
    public ReadOnlySpan<byte> Row => _buffer.AsSpan(RowFrom, _from - RowFrom);

    private int RowFrom { get; set; }

    /// <summary>Opens the part at its first row; null where its beginning is of another shape.</summary>
    public static PlainSheet? Open(Stream part)
    {
        var sheet = new PlainSheet(part);
        if (sheet.ReadHead()) return sheet;
        sheet.Dispose();
        return null;
    }

    /// <summary>Moves to the next row; false at the end of the rows, null where something else stands there.</summary>
    public bool? Next()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_from, _to - _from);
            var blank = rest.IndexOfAnyExcept(" \t\r\n"u8);
            if (blank > 0)
            {
                _from += blank;
                continue;
            }

            if (rest.StartsWith("</sheetData>"u8)) return false;
            var length = rest.StartsWith("<row"u8) ? LengthOf(rest) : rest.Length < "</sheetData>".Length ? 0 : -1;
            if (length > 0)
            {
                (RowFrom, _from) = (_from, _from + length);
                return true;
            }

            if (length < 0 || !Fill()) return null;
        }
    }

    /// <summary>Passes over the rows; false where something is among them that may hide their end.</summary>
    public bool SkipRows()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_from, _to - _from);
            var end = rest.IndexOf("</sheetData>"u8);
            var seen = end < 0 ? rest : rest[..end];
            if (seen.IndexOf("<!"u8) >= 0 || seen.IndexOf("<?"u8) >= 0) return false;
            _from = end < 0 ? Math.Max(_from, _to - "</sheetData".Length) : _from + end;
            if (end >= 0) return true;
            if (!Fill()) return false;
        }
    }

    /// <summary>The part without its rows, to be read by the parser; null where it is unusually long.</summary>
    public MemoryStream? WithoutRows()
    {
        var without = new MemoryStream();
        without.Write(_head);
        do
        {
            without.Write(_buffer.AsSpan(_from, _to - _from));
            _from = _to;
            if (without.Length > LongestTail) return null;
        }
        while (Fill());
        without.Position = 0;
        return without;
    }

    public void Dispose() => _part.Dispose();

    /// <summary>How long the row is that the bytes begin with; 0 where it does not end yet, -1 where that is none.</summary>
    private static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        var tag = bytes.IndexOf((byte)'>');
        if (tag < 0) return 0;
        if (bytes[tag - 1] == '/') return tag + 1;
        var end = bytes.IndexOf("</row>"u8);
        return end < 0 ? 0 : end + "</row>".Length;
    }

    private bool ReadHead()
    {
        while (true)
        {
            var at = _buffer.AsSpan(0, _to).IndexOf("<sheetData>"u8);
            if (at >= 0)
            {
                _from = at + "<sheetData>".Length;
                _head = _buffer[.._from];
                return IsPlain(_head);
            }

            if (_to == _buffer.Length || !Fill()) return false;
        }
    }

    /// <summary>UTF-8 without comments and the like, in which the tag of the rows could stand for something else.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble)) head = head[Encoding.UTF8.Preamble.Length..];
        if (head.IndexOf("<!"u8) >= 0) return false;
        if (!head.StartsWith("<?xml "u8)) return head.IndexOf("<?"u8) < 0;
        var declaration = Encoding.ASCII.GetString(head[..(head.IndexOf("?>"u8) + 1)]);
        return head[declaration.Length..].IndexOf("<?"u8) < 0
            && (!declaration.Contains("encoding", StringComparison.Ordinal) || declaration.Contains("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads on behind what is still needed; false at the end of the part, and for rows that are too long.</summary>
    private bool Fill()
    {
        if (_head.Length > 0 && _from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length)
        {
            if (_buffer.Length >= LongestRow) return false;
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _part.Read(_buffer.AsSpan(_to));
        _to += read;
        return read > 0;
    }
}
