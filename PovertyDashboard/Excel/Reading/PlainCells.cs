using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Reads the cells of a row of the usual shape from its bytes.</summary>
internal sealed class PlainCells(XlsxCells cells, ReadLimits limits)
{
    // "&amp;" is taken last, so that what it makes is not taken for a name.
    private static readonly (string Name, string Character)[] Names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];

    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Select(c => (byte)c)]);

    private const int LongestText = 4096, LongestKept = 48, KeptBits = 12, Kept = 1 << KeptBits;
    private readonly char[] _text = new char[LongestText];
    private readonly (byte[] Bytes, string Text)[] _kept = new (byte[], string)[Kept];

    /// <summary>Number of the row read last.</summary>
    public int Number { get; set; }

    /// <summary>The row, empty where no cell has content; false where its shape is not the usual one.</summary>
    public bool TryRead(ReadOnlySpan<byte> row, out SheetRow? read)
    {
        read = null;
        var at = "<row".Length;
        var number = Number + 1;
        ReadOnlySpan<byte> written = [];
        while (Attribute(row, ref at, out var name, out var value))
        {
            if (!name.SequenceEqual("r"u8)) continue;
            if (!Utf8Parser.TryParse(value, out number, out var used) || used != value.Length || value[0] == '0') return false;
            written = value;
        }

        // What stands out of order is for the parser to refuse.
        if (at < 0 || number <= Number || number > CellRange.MaxRows) return false;
        var rest = row[at..];
        if (rest.SequenceEqual("/>"u8))
        {
            Number = number;
            return true;
        }

        if (rest[0] != '>') return false;
        at++;
        cells.Begin();
        var column = -1;
        while (!row[at..].SequenceEqual("</row>"u8))
        {
            if (row[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
            else if (!Cell(row, number, written, ref at, ref column, out var cell)) return false;
            else cells.Put(column, cell, number);
        }

        (Number, read) = (number, cells.End(number));
        return true;
    }

    private bool Cell(ReadOnlySpan<byte> row, int number, ReadOnlySpan<byte> written, scoped ref int at, scoped ref int column, out Cell cell)
    {
        cell = default;
        if (!row[at..].StartsWith("<c"u8)) return false;
        at += 2;
        var (type, style) = ("n", -1);
        var previous = column++;
        while (Attribute(row, ref at, out var name, out var value))
        {
            if (name.Length != 1) continue;
            if (name[0] == 'r' && !TryColumn(value, number, written, out column)) return false;
            if (name[0] == 's' && (!Utf8Parser.TryParse(value, out style, out var used) || used != value.Length || style < 0)) return false;
            if (name[0] == 't' && TypeOf(value) is var known) type = known;
        }

        if (at < 0 || type.Length == 0 || column <= previous || column >= CellRange.MaxColumns) return false;
        if (row[at..].StartsWith("/>"u8))
        {
            at += 2;
            return true;
        }

        if (row[at++] != '>') return false;
        ReadOnlySpan<byte> content = [];
        var (hasFormula, hasContent) = (false, false);
        while (!row[at..].StartsWith("</c>"u8))
        {
            var rest = row[at..];
            if (rest.StartsWith("<v>"u8)) content = Between(row, ref at, "<v>"u8, "</v>"u8);
            else if (rest.StartsWith("<is><t>"u8)) content = Between(row, ref at, "<is><t>"u8, "</t></is>"u8);
            else if (rest.StartsWith("<is><t xml:space=\"preserve\">"u8)) content = Between(row, ref at, "<is><t xml:space=\"preserve\">"u8, "</t></is>"u8);
            else if (rest.StartsWith("<f>"u8)) hasFormula = !Between(row, ref at, "<f>"u8, "</f>"u8).IsEmpty || at >= 0;
            else return false;
            if (at < 0 || (hasContent && !content.IsEmpty && !rest.StartsWith("<f>"u8))) return false;
            hasContent |= !content.IsEmpty;
        }

        at += "</c>".Length;
        if (!TryText(content, type is "s" or "n", out var text)) return false;
        cell = cells.Counted(cells.ToCell(type, style, text), type);
        if (hasFormula) cell = cell.WithFormula();
        return true;
    }

    /// <summary>The next attribute of the tag; none at its end, and <paramref name="at"/> is -1 where it is of another shape.</summary>
    private static bool Attribute(ReadOnlySpan<byte> tag, scoped ref int at, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = [];
        if (tag[at] is (byte)'>' or (byte)'/') return false;
        var rest = tag[(at + 1)..];
        if (tag[at] == ' ' && rest[0] is (byte)'>' or (byte)'/')
        {
            at++;
            return false;
        }

        // Cells have attributes of one letter.
        var equals = rest.Length > 1 && rest[1] == '=' && char.IsAsciiLetter((char)rest[0]) ? 1 : rest.IndexOfAny("=>"u8);
        if (tag[at] != ' ' || equals <= 0 || rest[equals] != '=' || rest[equals + 1] != '"' || rest[(equals + 2)..].IndexOf((byte)'"') is var length && length < 0)
        {
            at = -1;
            return false;
        }

        name = rest[..equals];
        value = rest.Slice(equals + 2, length);
        at += equals + length + 4;
        // Namespaces change what names mean.
        if (value.IndexOfAny("<&"u8) < 0 && (equals == 1 || (!name.StartsWith("xmlns"u8) && name.IndexOfAny(" \t\r\n/"u8) < 0))) return true;
        at = -1;
        return false;
    }

    /// <summary>The text between two tags, in which there is no other; <paramref name="at"/> is -1 where there is one.</summary>
    private static ReadOnlySpan<byte> Between(ReadOnlySpan<byte> row, scoped ref int at, ReadOnlySpan<byte> open, ReadOnlySpan<byte> close)
    {
        var rest = row[(at + open.Length)..];
        var length = rest.IndexOf((byte)'<');
        if (length < 0 || !rest[length..].StartsWith(close))
        {
            at = -1;
            return [];
        }

        at += open.Length + length + close.Length;
        return rest[..length];
    }

    /// <summary>The characters of a text; false where it has what only the parser may judge.</summary>
    private bool TryText(ReadOnlySpan<byte> bytes, bool isNumber, out string text)
    {
        text = "";
        if (bytes.IsEmpty) return true;
        // The same few texts stand in most cells, and each would be a string of its own; numbers of persons are all different.
        var isKept = bytes.Length <= LongestKept && (bytes.Length <= 8 || (!isNumber && bytes[0] > '9'));
        ref var kept = ref _kept[isKept ? Slot(bytes) : 0];
        if (isKept && kept.Bytes is { } same && bytes.SequenceEqual(same))
        {
            text = kept.Text;
            return true;
        }

        if (bytes.Length <= LongestText && bytes.IndexOfAnyExceptInRange((byte)'-', (byte)'9') < 0)
        {
            text = Encoding.Latin1.GetString(bytes);
            if (isKept) kept = (bytes.ToArray(), text);
            return text.Length <= limits.CellCharacters;
        }

        if (bytes.Length > LongestText || bytes.IndexOf("]]>"u8) >= 0 || bytes.IndexOfAny(Controls) >= 0 || !Utf8.IsValid(bytes)) return false;
        text = new string(_text.AsSpan(0, Encoding.UTF8.GetChars(bytes, _text)));
        if (bytes.IndexOf((byte)'&') >= 0 && !Unescape(ref text)) return false;
        if (isKept) kept = (bytes.ToArray(), text);
        return text.Length <= limits.CellCharacters;
    }

    /// <summary>Puts the characters for their five names; false where there is a reference of another kind.</summary>
    private static bool Unescape(ref string text)
    {
        var rest = text;
        foreach (var (name, character) in Names) rest = rest.Replace(name, character == "&" ? "\0" : character, StringComparison.Ordinal);
        text = rest.Replace('\0', '&');
        return !rest.Contains('&', StringComparison.Ordinal);
    }

    private static int Slot(ReadOnlySpan<byte> bytes)
    {
        // By the ends and the length: two texts of one slot only take it from each other.
        var hash = (ulong)bytes.Length;
        if (bytes.Length >= sizeof(ulong)) hash ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes) * 31 + BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        else
            foreach (var b in bytes) hash = (hash ^ b) * 16777619;
        return (int)((hash * 0x9E3779B97F4A7C15) >> (64 - KeptBits));
    }

    private static bool TryColumn(ReadOnlySpan<byte> address, int number, ReadOnlySpan<byte> written, out int column)
    {
        column = 0;
        var i = 0;
        for (; i < address.Length && char.IsAsciiLetterUpper((char)address[i]) && column <= CellRange.MaxColumns; i++) column = column * 26 + (address[i] & 0x1F);
        var row = address[i..];
        // The row's number stands in each of its cells, and nearly always in the same digits.
        var isOk = column is > 0 and <= CellRange.MaxColumns && (row.Length > 0 && row.SequenceEqual(written)
            || row.Length is > 0 and <= 7 && row[0] != '0' && Utf8Parser.TryParse(row, out int stated, out var used) && used == row.Length && stated == number);
        column--;
        return isOk;
    }

    /// <summary>The type's word; empty for one that is not known.</summary>
    private static string TypeOf(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("s"u8) ? "s" : word.SequenceEqual("inlineStr"u8) ? "inlineStr" : word.SequenceEqual("n"u8) ? "n" : word.SequenceEqual("str"u8) ? "str"
        : word.SequenceEqual("b"u8) ? "b" : word.SequenceEqual("e"u8) ? "e" : word.SequenceEqual("d"u8) ? "d" : "";
}
