using System.Buffers;

namespace PovertyDashboard.Excel;

/// <summary>The form <c>="00123"</c> that keeps Excel from turning csv text into numbers, dates or formulas (防变形写法).</summary>
internal static class CsvGuard
{
    // Excel shows at most 11 digits of a number in a narrow cell before it turns to 3.7E+17.
    private const int LongestPlainNumber = 11;

    // Full-width forms count: East Asian versions of Excel fold them.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r＝＋－＠");
    private static readonly SearchValues<char> NumberOrDate = SearchValues.Create("0123456789.,:/-+%eE 年月日");

    public static string Add(string text) => Needs(text) ? $"=\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    public static string Remove(string text) =>
        text.Length >= 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"')
            ? text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : text;

    private static bool Needs(string text)
    {
        var trimmed = text.AsSpan().TrimStart(' ');
        return trimmed.Length > 0
            && (FormulaStarts.Contains(trimmed[0])
                || (char.IsAsciiDigit(trimmed[0]) && !trimmed.ContainsAnyExcept(NumberOrDate) && !IsPlainNumber(text)));
    }

    private static bool IsPlainNumber(string text) =>
        text.Length <= LongestPlainNumber && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && (text[0] != '0' || text.Length == 1);
}
