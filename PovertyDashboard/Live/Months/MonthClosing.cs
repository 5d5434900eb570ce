namespace PovertyDashboard.Live.Months;

/// <summary>A month whose figures have been kept (月结): from then on they are read as they were reported, not counted again.</summary>
public sealed class MonthClosing
{
    /// <summary>The month as yyyymm.</summary>
    public int Month { get; set; }

    public DateTime MadeAt { get; set; }

    /// <summary>
    /// Keys of the measures that were kept, a line each. All of them where the month was the last one over; of a month that
    /// ended while the site stood still, only those that dated facts still tell. Empty for the month before the first one.
    /// </summary>
    public string Measures { get; set; } = "";

    public bool Holds(string measure) => Measures.Split('\n').Contains(measure);
}

/// <summary>What one measure came to at a month's end in one place itself, without the places below (月末数字); nought is not kept.</summary>
public sealed class MonthFigure
{
    /// <summary>Key of the measure.</summary>
    public string Measure { get; set; } = "";

    /// <summary>The month as yyyymm.</summary>
    public int Month { get; set; }

    public long Region { get; set; }

    /// <summary>Rows.</summary>
    public long Count { get; set; }

    /// <summary>Sum of the measured value, scaled as the measure says.</summary>
    public long Sum { get; set; }
}
