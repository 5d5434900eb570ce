using System.Globalization;

namespace PovertyDashboard.Excel.Reading;

/// <summary>What a cell holds (单元格类型); a number with a date format is a <see cref="Date"/>.</summary>
public enum CellKind : byte
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,
    Error,
}

/// <summary>One cell (单元格) with its content exactly as the file stores it.</summary>
public readonly record struct Cell
{
    private readonly string? raw;
    private readonly bool from1904;

    private Cell(CellKind kind, string? raw, bool hasFormula, bool tooLong, bool from1904)
    {
        Kind = kind;
        this.raw = raw;
        HasFormula = hasFormula;
        TooLong = tooLong;
        this.from1904 = from1904;
    }

    public CellKind Kind { get; }

    /// <summary>The stored text: a number such as <c>3.71599E+17</c> is not reformatted, so that lost digits can be seen. Cut off when <see cref="TooLong"/>.</summary>
    public string Raw => raw ?? "";

    /// <summary>The value was computed by a formula; with <see cref="CellKind.Empty"/> it was never computed.</summary>
    public bool HasFormula { get; }

    /// <summary>The text was longer than <see cref="ReadLimits.CellCharacters"/>.</summary>
    public bool TooLong { get; }

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>The day of a <see cref="CellKind.Date"/> cell; null for other kinds and for times without a day.</summary>
    public DateOnly? AsDate() => Kind == CellKind.Date ? SerialDate.Parse(Raw, from1904) : null;

    /// <summary>A number in plain decimal notation, without the noise of binary fractions; null for other kinds.</summary>
    /// <remarks>Only fractions are rounded to the 15 digits that Excel shows; long whole numbers stay as stored.</remarks>
    public string? AsDecimalText() => Kind is CellKind.Number or CellKind.Date ? PlainNumber.Format(Raw) : null;

    public override string ToString() => Raw;

    internal static Cell Text(string text, int limit)
    {
        if (text.Length == 0)
        {
            return default;
        }
        if (text.Length <= limit)
        {
            return new Cell(CellKind.Text, text, hasFormula: false, tooLong: false, from1904: false);
        }
        var cut = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return new Cell(CellKind.Text, text[..cut], hasFormula: false, tooLong: true, from1904: false);
    }

    internal static Cell Value(CellKind kind, string raw, bool from1904 = false) =>
        raw.Length == 0 ? default : new Cell(kind, raw, hasFormula: false, tooLong: false, from1904);

    internal Cell WithFormula() => new(Kind, raw, hasFormula: true, TooLong, from1904);

    /// <summary>Plain notation of numbers that are stored as binary doubles.</summary>
    private static class PlainNumber
    {
        private const int ExcelDigits = 15;

        /// <summary>Whether it would come out as it is: no power, sign or needless zero, and no more digits than Excel shows.</summary>
        private static bool IsPlain(string raw)
        {
            var dot = raw.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 && dot < raw.Length - 1 && raw.Length <= ExcelDigits + 1 && raw[^1] != '0' && (raw[0] != '0' || dot == 1)
                && raw.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 && raw.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        }

        public static string? Format(string raw)
        {
            if (IsPlain(raw))
            {
                return raw;
            }
            if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }
            if (value.Scale > 0)
            {
                var whole = decimal.Truncate(Math.Abs(value));
                var wholeDigits = whole == 0 ? 0 : whole.ToString(CultureInfo.InvariantCulture).Length;
                value = Math.Round(value, Math.Max(0, ExcelDigits - wholeDigits), MidpointRounding.AwayFromZero);
            }
            // Dividing by one with 28 decimals drops trailing zeros.
            return (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        }
    }
}
