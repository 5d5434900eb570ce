using System.Globalization;
using System.Text.RegularExpressions;

namespace PovertyDashboard.Ledgers;

/// <summary>Reads numbers as staff write them: 1,234.50, １２, 500元, 13万, 2.15 亩.</summary>
public static partial class NumberText
{
    /// <summary>The value × 10^scale, rounded half away from zero; null where the text is no number or too large.</summary>
    public static long? Scaled(string written, int scale)
    {
        if (Read(written) is not { } value) return null;
        for (var i = 0; i < scale; i++)
        {
            if (Math.Abs(value) > 1_000_000_000_000_000m) return null;
            value *= 10;
        }

        return Math.Abs(value) > 1_000_000_000_000_000_000m ? null : (long)Math.Round(value, MidpointRounding.AwayFromZero);
    }

    /// <summary>The whole number, or null where the text is none (1.0 counts as 1; 1.5 does not).</summary>
    public static long? Whole(string written)
    {
        var tenth = Scaled(written, 4);
        return tenth is { } t && t % 10_000 == 0 ? t / 10_000 : null;
    }

    private static decimal? Read(string written)
    {
        // Nearly all numbers of a file are plain.
        if (decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return value;
        var match = Form().Match(TextFold.HalfWidth(written).Replace(",", "", StringComparison.Ordinal).Replace('−', '-').Trim());
        if (!match.Success || !decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return null;
        return match.Groups["wan"].Success && Math.Abs(value) < 1_000_000_000m ? value * 10_000 : value;
    }

    [GeneratedRegex(@"^(?<n>[-+]?(\d+(\.\d*)?|\.\d+)(E[-+]?\d{1,2})?)\s*(?<wan>万)?\s*(元|人|户|岁|亩|米|千米|公里|km|kw|kwh|度|平方米|㎡|m2|个月|月|天|次|个|工日|年)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
