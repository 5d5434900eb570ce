namespace PovertyDashboard.Components.Shared.Charts;

/// <summary>One colour of a stacked bar (系列).</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Color">A token with a label token beside it, such as overdue-bar or chart-1.</param>
/// <param name="IsHatched">Drawn with a hatch, so that it is known without colour (逾期).</param>
public sealed record BarSeries(string Name, string Color, bool IsHatched = false);

/// <summary>One bar (条), with one value for each series.</summary>
/// <param name="Name">The village, cause or class.</param>
/// <param name="Values">In the order of the series.</param>
public sealed record BarRow(string Name, IReadOnlyList<decimal> Values)
{
    public decimal Total => Values.Sum();
}

/// <summary>How a text at the end of a bar looks.</summary>
public enum EndTone
{
    /// <summary>Bold, a total or rate.</summary>
    Strong,

    /// <summary>Grey, a share or a fraction.</summary>
    Soft,

    /// <summary>Bold and red, below the rule.</summary>
    Bad,
}

/// <summary>A text at the end of a bar (条末数).</summary>
public sealed record BarEnd(string Text, EndTone Tone = EndTone.Strong);

/// <summary>A column of texts right of the bars (右侧列).</summary>
/// <param name="Heading">Its head, such as 销号率.</param>
/// <param name="Of">The text of a bar.</param>
/// <param name="Width">Its width in px.</param>
public sealed record EndColumn(string Heading, Func<BarRow, BarEnd> Of, int Width = 60);

/// <summary>One line of a course in time (折线).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One for each point of time; null leaves a gap.</param>
/// <param name="Color">A token.</param>
/// <param name="IsPlan">Dashed and without points (计划).</param>
/// <param name="IsArea">With a soft ground below it.</param>
public sealed record TimeLine(string Name, IReadOnlyList<decimal?> Values, string Color = "chart-1", bool IsPlan = false, bool IsArea = false);

/// <summary>One progress bar (进度条).</summary>
/// <param name="Name">The village.</param>
/// <param name="Done">Done so far.</param>
/// <param name="Of">Of how many; nought shows a dash.</param>
public sealed record ProgressRow(string Name, decimal Done, decimal Of)
{
    /// <summary>Per cent, or null where there is nothing to do.</summary>
    public decimal? Percent => Of == 0 ? null : Math.Round(Done * 100 / Of, 1, MidpointRounding.AwayFromZero);
}
