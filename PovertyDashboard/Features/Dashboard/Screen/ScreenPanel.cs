namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>A panel of the big screen (面板).</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Note">Unit and total.</param>
public abstract record ScreenPanel(string Title, string Note)
{
    public abstract bool IsEmpty { get; }
}

/// <summary>One bar: name, figure, share, and width in per cent of the longest.</summary>
public sealed record ScreenBar(string Name, long Count, string Share, double Width);

/// <summary>Bars, greatest first.</summary>
public sealed record ScreenBars(string Title, string Note, IReadOnlyList<ScreenBar> Bars) : ScreenPanel(Title, Note)
{
    public override bool IsEmpty => Bars.All(b => b.Count == 0);
}

/// <summary>A measure month by month.</summary>
public sealed record ScreenMonths(string Title, MonthFigures Figures) : ScreenPanel(Title, Figures.Unit)
{
    public override bool IsEmpty => Figures.IsEmpty;
}
