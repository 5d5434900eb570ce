namespace PovertyDashboard.Excel.Writing;

/// <summary>Row heights in points, worked out beforehand since not every program fits rows to wrapped text when it opens a sheet.</summary>
internal static class RowHeights
{
    /// <summary>Rows are at least this high, so that printed sheets can be written on.</summary>
    public const int Lowest = 20;

    public const int Total = 22;
    public const int SignOff = 32;
    private const int TextLine = 15;
    private const int Padding = 5;
    private const int Highest = 409;

    public static int Of(int lines) => lines <= 1 ? Lowest : Math.Min(Highest, lines * TextLine + Padding);

    /// <summary>How many lines a text takes in a column of a width in characters, where a Chinese character counts 2.</summary>
    public static int Lines(ReadOnlySpan<char> text, int width)
    {
        var lines = 1;
        var used = 0;
        foreach (var c in text)
        {
            // A surrogate pair comes to 2 by its two halves.
            var size = c <= '\u00FF' || char.IsSurrogate(c) ? 1 : 2;
            if (c == '\n')
            {
                lines++;
                used = 0;
            }
            else if ((used += size) > width && used > size)
            {
                lines++;
                used = size;
            }
        }
        return lines;
    }
}
