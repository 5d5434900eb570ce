namespace PovertyDashboard.Excel.Writing;

/// <summary>Writes the cells of one row from left to right; cells that are not written stay empty.</summary>
public abstract class RowWriter
{
    /// <summary>Writes a text as text, whatever it looks like.</summary>
    public abstract void Text(string? value);

    /// <summary>Writes a number that is stored scaled: fen with scale 2, whole numbers with scale 0.</summary>
    public abstract void Number(long scaled, int scale);

    public abstract void Date(DateOnly value);

    /// <summary>Writes a month that is stored as yyyymm, e.g. 202008.</summary>
    public abstract void Month(int yyyymm);

    public abstract void Empty();

    private protected static decimal Unscale(long scaled, int scale) =>
        new((int)Magnitude(scaled), (int)(Magnitude(scaled) >> 32), 0, scaled < 0, checked((byte)scale));

    private protected static string MonthText(int yyyymm) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{yyyymm / 100:0000}-{yyyymm % 100:00}");

    private protected static string DateText(DateOnly value) => value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Also right for long.MinValue, whose absolute value is no long.
    private static ulong Magnitude(long value) => value < 0 ? 0UL - (ulong)value : (ulong)value;
}
