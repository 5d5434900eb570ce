using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A tile ready to be drawn (磁贴); trend and change follow the figure, since they are counted from earlier days.</summary>
public sealed record TileModel(string Key, string Title, ShownFigure Figure)
{
    public string? Note { get; init; }

    public FigureChange? Change { get; init; }

    /// <summary>8-12 values, oldest first; empty where earlier days cannot be counted.</summary>
    public IReadOnlyList<double> Points { get; init; } = [];

    public bool IsAlarm { get; init; }

    /// <summary>Nought where nought is the aim: drawn in green with 已清零.</summary>
    public bool IsCleared { get; init; }
}
