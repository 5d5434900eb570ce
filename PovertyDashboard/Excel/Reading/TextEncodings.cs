using System.Text;

namespace PovertyDashboard.Excel.Reading;

/// <summary>The encodings of text files (文字编码): UTF-8, UTF-16 with a mark, else GB18030, which includes GBK and GB2312.</summary>
internal static class TextEncodings
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding StrictGb18030 = CodePagesEncodingProvider.Instance
        .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Encoding? Utf16Of(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    /// <summary>The encoding in which the whole file is valid; GBK text is practically never valid UTF-8.</summary>
    public static Encoding Detect(Stream file)
    {
        var mark = new byte[2];
        file.Position = 0;
        var length = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        if (Utf16Of(mark.AsSpan(0, length)) is { } utf16)
        {
            // Half a character would else come in as another one.
            var strict = new UnicodeEncoding(bigEndian: utf16 == Encoding.BigEndianUnicode, byteOrderMark: true, throwOnInvalidBytes: true);
            return Decodes(file, strict, allowControls: true) ? strict : throw new SheetFaultException(ReadFaults.Encoding);
        }
        if (Decodes(file, StrictUtf8, allowControls: true))
        {
            return StrictUtf8;
        }
        return Decodes(file, StrictGb18030, allowControls: false)
            ? StrictGb18030
            : throw new SheetFaultException(ReadFaults.Encoding);
    }

    // Binary data can by chance be valid GB18030, but it is full of control characters.
    private static bool Decodes(Stream file, Encoding encoding, bool allowControls)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 65536, leaveOpen: true);
        var block = new char[65536];
        try
        {
            for (int length; (length = reader.Read(block)) > 0;)
            {
                var some = block.AsSpan(0, length);
                if (some.Contains('\0') || (!allowControls && some.ContainsAnyInRange('\u0001', '\u0008')))
                {
                    return false;
                }
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
