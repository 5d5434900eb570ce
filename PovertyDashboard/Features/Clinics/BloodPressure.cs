using System.Globalization;
using System.Text.RegularExpressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>Blood pressure (血压) as sheets write it, 140/80 in one cell, and the range of the instrument (domain facts 5).</summary>
public static partial class BloodPressure
{
    public const int MinSystolic = 50, MaxSystolic = 300, MinDiastolic = 30, MaxDiastolic = 200;

    public const string OutOfRange = "超出血压计范围";

    /// <summary>140/80; empty where a number is missing.</summary>
    public static string Text(int? systolic, int? diastolic) =>
        systolic is { } high && diastolic is { } low ? string.Create(CultureInfo.InvariantCulture, $"{high}/{low}") : "";

    /// <summary>The text 140/80 for what is written in one cell, or what is wrong with it.</summary>
    public static Parsed Read(string written)
    {
        var text = string.Concat(TextFold.HalfWidth(written).Where(c => !char.IsWhiteSpace(c)));
        if (Form().Match(text) is not { Success: true } match) return Parsed.Wrong($"不是血压值（“{written}”）。请填写收缩压/舒张压，例如 140/80");
        var (high, low) = (int.Parse(match.Groups["s"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture));
        if (high is < MinSystolic or > MaxSystolic) return Parsed.Wrong($"收缩压{OutOfRange}（“{written}”）。请填写 {MinSystolic} 到 {MaxSystolic} 之间的收缩压，例如 140/80");
        if (low is < MinDiastolic or > MaxDiastolic) return Parsed.Wrong($"舒张压{OutOfRange}（“{written}”）。请填写 {MinDiastolic} 到 {MaxDiastolic} 之间的舒张压，例如 140/80");
        return high > low ? Parsed.Of(Text(high, low)) : Parsed.Wrong($"收缩压{(high == low ? "等于" : "小于")}舒张压（“{written}”）。请先写收缩压再写舒张压，例如 140/80");
    }

    /// <summary>The two numbers of a text that <see cref="Read"/> has made.</summary>
    public static (int? Systolic, int? Diastolic) Split(string? text) =>
        text?.Split('/') is [var high, var low] ? (int.Parse(high, CultureInfo.InvariantCulture), int.Parse(low, CultureInfo.InvariantCulture)) : (null, null);

    /// <summary>What is wrong with two numbers that stand in columns of their own.</summary>
    public static IEnumerable<Fault> FaultsOf(int? systolic, int? diastolic)
    {
        if (systolic is { } high && diastolic is { } low && high <= low)
            yield return new Fault("收缩压", $"收缩压：{(high == low ? "等于" : "小于")}舒张压（“{high}/{low}”）。请核对两个数，例如收缩压 140、舒张压 80。");
        if (systolic is not null && diastolic is null) yield return new Fault("舒张压", "舒张压：填了收缩压，没有填舒张压。请两个数都填，例如 140 和 80。");
        if (systolic is null && diastolic is not null) yield return new Fault("收缩压", "收缩压：填了舒张压，没有填收缩压。请两个数都填，例如 140 和 80。");
    }

    [GeneratedRegex(@"^(?<s>\d{1,4})[/／\-－~、,，](?<d>\d{1,4})(mmhg|毫米汞柱)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
