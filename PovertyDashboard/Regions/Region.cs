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

    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day of validity; empty while the place exists.</summary>
    public DateOnly? ValidTo { get; set; }
}
