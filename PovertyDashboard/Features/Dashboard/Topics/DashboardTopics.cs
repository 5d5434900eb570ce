namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>The overview and one page for each system (专题页), in the order of the menu; a new one is one entry.</summary>
public static class DashboardTopics
{
    public static readonly DashboardTopic Overview = new("", "总览") { Tiles = DashboardTiles.Overview, Cards = DashboardCards.Overview };

    public static readonly IReadOnlyList<DashboardTopic> Systems = [ResponsibilityTopic.Topic, ScreeningTopic.Topic, PostsTopic.Topic, ClinicsTopic.Topic, MonthTopic.Topic, WorksTopic.Topic, IndustryTopic.Topic, InspectionsTopic.Topic];

    public static IEnumerable<DashboardTopic> All => [Overview, .. Systems];

    /// <summary>The page of the address; null where there is none.</summary>
    public static DashboardTopic? Find(string? key) => string.IsNullOrEmpty(key) ? Overview : Systems.FirstOrDefault(t => t.Key == key);

    /// <summary>A card of any page by its key.</summary>
    public static DashboardCard? Card(string key) => All.SelectMany(t => t.Cards).FirstOrDefault(c => c.Key == key);
}
