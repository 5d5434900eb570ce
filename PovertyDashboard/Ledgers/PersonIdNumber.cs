using System.Globalization;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Identity numbers (公民身份号码, GB 11643-1999): 18 characters with check digit, the old 15 digits,
/// and disability certificates (残疾人证) of 20 or 22 characters that begin with the 18.
/// </summary>
public static class PersonIdNumber
{
    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>What is wrong with the number, as the beginning of a sentence; null when it is right.</summary>
    public static string? FaultOf(string number)
    {
        if (number.Length == 15) return number.All(char.IsAsciiDigit) ? null : "证件号码含有数字以外的字符";
        if (number.Length is not (18 or 20 or 22)) return $"证件号码位数不对（{number.Length} 位）";
        if (!number.AsSpan(0, 17).ContainsOnlyDigits() || !(char.IsAsciiDigit(number[17]) || number[17] == 'X')) return "证件号码含有数字以外的字符";
        if (BirthDate(number) is not { } born || born.Year < 1900) return "证件号码中的出生日期不存在";
        if (CheckDigit(number) != number[17]) return "证件号码校验位错误";
        if (number.Length >= 20 && !(number[18] is >= '1' and <= '7' && number[19] is >= '1' and <= '4')) return "残疾人证号的类别或等级不对";
        return number.Length == 22 && number[20] != 'B' ? "残疾人证号的补办标记不对" : null;
    }

    /// <summary>The 18th character that belongs to the first 17 digits.</summary>
    public static char CheckDigit(string number) => CheckDigits[Weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11];

    /// <summary>The birth date inside an 18-character number, or null where no such day exists.</summary>
    public static DateOnly? BirthDate(string number) =>
        number.Length >= 18 && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>男 for an odd 17th digit, else 女; null where the number is too short.</summary>
    public static string? Gender(string number) => number.Length < 18 ? null : (number[16] - '0') % 2 == 1 ? "男" : "女";

    /// <summary>The plain form of a written number: no blanks or leading apostrophe, half width, X upper case.</summary>
    public static string Normalize(string written) => written.AsSpan().ContainsOnlyDigits() ? written :
        string.Concat(TextFold.HalfWidth(written).Where(c => !char.IsWhiteSpace(c) && c != '\'')).ToUpperInvariant();

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
