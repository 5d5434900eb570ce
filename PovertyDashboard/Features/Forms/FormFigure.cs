using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Forms;

/// <summary>The figure of a measure as a number for a cell (指标填入): rates in per cent with two decimals, nothing where a rate has no whole.</summary>
internal static class FormFigure
{
    public static FillValue Of(Measure measure, Figure figure) => measure switch
    {
        RatioMeasure when figure.Whole == 0 => FillValue.Empty,
        RatioMeasure ratio => new FillValue(Number: MeasureValue.RatioOf(ratio, Scaled(figure.Count, ratio.Part), Scaled(figure.Whole, ratio.Whole)), IsPercent: ratio.IsPercent),
        RowMeasure { Kind: MeasureKind.Sum } sum => new FillValue(Number: Scaled(figure.Sum, sum)),
        _ => new FillValue(Number: figure.Count),
    };

    private static decimal Scaled(long value, RowMeasure measure)
    {
        var number = (decimal)value;
        for (var i = 0; i < (measure.Kind == MeasureKind.Sum ? measure.Scale : 0); i++) number /= 10;
        return number;
    }
}
