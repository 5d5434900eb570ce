namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>A page of tiles and cards (专题): the overview, or one system for its leader.</summary>
/// <param name="Key">Its part of the address; empty for the overview.</param>
/// <param name="Title">What it is about.</param>
public sealed record DashboardTopic(string Key, string Title)
{
    public IReadOnlyList<TileSpec> Tiles { get; init; } = [];

    public IReadOnlyList<DashboardCard> Cards { get; init; } = [];
}
