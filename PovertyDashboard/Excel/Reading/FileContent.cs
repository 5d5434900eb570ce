using System.Text;

namespace PovertyDashboard.Excel.Reading;

/// <summary>What the first bytes of a file say it is (文件类型).</summary>
internal enum FileContentKind
{
    Empty,
    Zip,
    Ole,
    Text,
    Pdf,
    Picture,
    Archive,
    Html,
    SpreadsheetXml,
    Word,
    Unknown,
}

/// <summary>Tells file types apart by their signatures.</summary>
internal static class FileContent
{
    public const int HeadBytes = 4096;

    private static readonly (byte[] Signature, int Offset, FileContentKind Kind)[] Signatures =
    [
        ([0x50, 0x4B, 0x03, 0x04], 0, FileContentKind.Zip),
        ([0x50, 0x4B, 0x05, 0x06], 0, FileContentKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, FileContentKind.Ole),
        ("%PDF"u8.ToArray(), 0, FileContentKind.Pdf),
        ([0x89, 0x50, 0x4E, 0x47], 0, FileContentKind.Picture),
        ([0xFF, 0xD8, 0xFF], 0, FileContentKind.Picture),
        ("GIF8"u8.ToArray(), 0, FileContentKind.Picture),
        ("II*\0"u8.ToArray(), 0, FileContentKind.Picture),
        ("MM\0*"u8.ToArray(), 0, FileContentKind.Picture),
        ("WEBP"u8.ToArray(), 8, FileContentKind.Picture),
        ("ftypheic"u8.ToArray(), 4, FileContentKind.Picture),
        ("Rar!"u8.ToArray(), 0, FileContentKind.Archive),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, FileContentKind.Archive),
        ([0x1F, 0x8B, 0x08], 0, FileContentKind.Archive),
        ("{\\rtf"u8.ToArray(), 0, FileContentKind.Word),
    ];

    private static readonly string[] HtmlStarts =
        ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<div", "mime-version:"];

    public static FileContentKind Judge(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return FileContentKind.Empty;
        }
        foreach (var (signature, offset, kind) in Signatures)
        {
            if (head.Length >= offset + signature.Length && head[offset..].StartsWith(signature))
            {
                return kind;
            }
        }
        // A bitmap begins with "BM" and four zero bytes at 6; a csv may begin with the same two letters.
        if (head.Length > 10 && head.StartsWith("BM"u8) && head[6..10].IndexOfAnyExcept((byte)0) < 0)
        {
            return FileContentKind.Picture;
        }
        return JudgeText(head);
    }

    public static string Fault(FileContentKind kind) => kind switch
    {
        FileContentKind.Empty => ReadFaults.Empty,
        FileContentKind.Pdf => ReadFaults.Pdf,
        FileContentKind.Picture => ReadFaults.Picture,
        FileContentKind.Archive => ReadFaults.Archive,
        FileContentKind.Html => ReadFaults.Html,
        FileContentKind.SpreadsheetXml => ReadFaults.SpreadsheetXml,
        FileContentKind.Word => ReadFaults.Word,
        _ => ReadFaults.Unknown,
    };

    private static FileContentKind JudgeText(ReadOnlySpan<byte> head)
    {
        var encoding = TextEncodings.Utf16Of(head);
        if (encoding is null && head.Contains((byte)0))
        {
            return FileContentKind.Unknown;
        }
        var text = (encoding ?? Encoding.Latin1).GetString(head)
            .TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
        {
            return FileContentKind.Empty;
        }
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains("office:spreadsheet", StringComparison.OrdinalIgnoreCase) ? FileContentKind.SpreadsheetXml
                : text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileContentKind.Html
                : FileContentKind.Unknown;
        }
        return Array.Exists(HtmlStarts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            ? FileContentKind.Html
            : FileContentKind.Text;
    }
}
