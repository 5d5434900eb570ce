using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>How figures are written (数字格式): 1,348 户; 4.31 万元; 74.8 %; changes of rates in 个百分点; minus is −.</summary>
public static class FigureText
{
    public const string None = "—";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>The figure as a number: rows, a sum in its shown unit, or per cent; null for a rate of nothing.</summary>
    public static double? Value(Measure measure, Figure figure) => measure switch
    {
        RatioMeasure ratio => figure.Whole == 0 ? null : Times(ratio) * figure.Count / figure.Whole,
        RowMeasure { Kind: MeasureKind.Sum } sum => figure.Sum / Math.Pow(10, sum.Scale) / (IsMoney(sum) ? 10_000 : 1),
        _ => figure.Count,
    };

    public static string Number(Measure measure, Figure figure) => Value(measure, figure) is { } value ? value.ToString(FormatOf(measure), Plain) : None;

    public static string Unit(Measure measure) => measure is RowMeasure { Kind: MeasureKind.Sum } sum && IsMoney(sum) ? "万元" : measure.Unit;

    public static string Count(long count) => count.ToString("N0", Plain);

    /// <summary>74.8%, or — where there is nothing to divide by.</summary>
    public static string Rate(long part, long whole) => whole == 0 ? None : Percent(100d * part / whole);

    public static string Percent(double value) => value.ToString("0.0", Plain) + "%";

    /// <summary>+18, −18, +0.5 个百分点, or 持平 where the written change would be nought.</summary>
    public static string Change(Measure measure, double change)
    {
        var amount = Math.Abs(change).ToString(FormatOf(measure), Plain);
        if (IsFlat(measure, change)) return "持平";
        return (change > 0 ? "+" : "−") + amount + (measure is RatioMeasure ratio && IsPercent(ratio) ? " 个百分点" : "");
    }

    public static bool IsFlat(Measure measure, double change) =>
        double.Parse(Math.Abs(change).ToString(FormatOf(measure), Plain), NumberStyles.Number, Plain) == 0;

    public static string Day(DateOnly day) => string.Create(Plain, $"{day.Year} 年 {day.Month} 月 {day.Day} 日（周{"日一二三四五六"[(int)day.DayOfWeek]}）");

    /// <summary>2020 年 8 月 21 日 周五, for the big screen.</summary>
    public static string ShortDay(DateOnly day) => string.Create(Plain, $"{day.Year} 年 {day.Month} 月 {day.Day} 日 周{"日一二三四五六"[(int)day.DayOfWeek]}");

    private static string FormatOf(Measure measure) => measure switch
    {
        RatioMeasure ratio => IsPercent(ratio) ? "0.0" : "N2",
        RowMeasure { Kind: MeasureKind.Sum } sum => sum.Scale > 0 ? "N2" : "N0",
        _ => "N0",
    };

    private static bool IsPercent(RatioMeasure ratio) => ratio.Unit == "%";

    // A rate of two sums in other units (元 per head) undoes their scales; a rate in per cent counts hundredths.
    private static double Times(RatioMeasure ratio) => (IsPercent(ratio) ? 100 : 1) * Math.Pow(10, ratio.Whole.Scale - ratio.Part.Scale);

    /// <summary>A sum of fen, shown in 万元; kilowatts and metres may have two places too.</summary>
    public static bool IsMoney(RowMeasure measure) => measure is { Kind: MeasureKind.Sum, Scale: 2, Unit: "元" };
}
