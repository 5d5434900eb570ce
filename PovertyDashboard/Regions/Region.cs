namespace PovertyDashboard.Regions;

/// <summary>A place in the tree (地区): city, county, township or village, with the dates between which it exists.</summary>
public sealed class Region
{
    /// <summary>12 digits; the prefix is the path of those who run the place.</summary>
    public long Key { get; set; }

    /// <summary>National statistics code (统计用区划代码); empty for places that have none.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Names that the place has borne before (曾用名), joined by |: sheets that still write them are understood.</summary>
    public string FormerNames { get; set; } = "";

    public RegionLevel Level { get; set; }

    /// <summary>省定贫困村: a village that the province has named as poor.</summary>
    public bool IsPovertyVillage { get; set; }

    /// <summary>退出年度 of such a village; null while it has not left the list or the year is not known.</summary>
    public int? ExitedIn { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day of validity; empty while the place exists.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Key of the place that has taken over (并入或调整后的地区): sheets that still name the old one mean it.</summary>
    public long? Successor { get; set; }
}
