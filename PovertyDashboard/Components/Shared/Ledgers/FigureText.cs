using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>How figures stand above a table (指标数值): 1,348; 74.8%; 12.60 万元; — where a rate has no whole.</summary>
public static class FigureText
{
    private const decimal TenThousand = 10_000;

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Of(Measure measure, Figure figure) => measure switch
    {
        RatioMeasure { IsPercent: true } => figure.Whole == 0 ? ColumnText.Empty : Minus(((decimal)figure.Count / figure.Whole * 100).ToString("0.0", CultureInfo.InvariantCulture)) + "%",
        RatioMeasure average => figure.Whole == 0 ? ColumnText.Empty : Minus(Average(average, figure).ToString("#,0.00", CultureInfo.InvariantCulture)) + $" {measure.Unit}",
        RowMeasure { Kind: MeasureKind.Sum } sum => Sum(sum, figure.Sum),
        _ => $"{Count(figure.Count)} {measure.Unit}",
    };

    private static string Sum(RowMeasure measure, long sum)
    {
        if (measure.Unit == "元") return Minus((Plain(sum, measure.Scale) / TenThousand).ToString("#,0.00", CultureInfo.InvariantCulture)) + " 万元";
        return (measure.Scale == 0 ? Minus(Count(sum)) : ColumnText.Scaled(sum, measure.Scale)) + $" {measure.Unit}";
    }

    private static decimal Average(RatioMeasure ratio, Figure figure) =>
        Plain(figure.Count, ratio.Part.Kind == MeasureKind.Sum ? ratio.Part.Scale : 0) / Plain(figure.Whole, ratio.Whole.Kind == MeasureKind.Sum ? ratio.Whole.Scale : 0);

    private static decimal Plain(long value, int scale)
    {
        var number = (decimal)value;
        for (var i = 0; i < scale; i++) number /= 10;
        return number;
    }

    private static string Minus(string number) => number.Replace('-', '−');
}
