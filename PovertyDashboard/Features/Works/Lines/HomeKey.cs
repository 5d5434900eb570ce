using System.Linq.Expressions;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>A home whose works are audited (审计户): village and 户主 as written, and the household that they mean where it is known.</summary>
public sealed record HomeKey(long Region, string HouseholdName, long? HouseholdId)
{
    public static HomeKey Of(WorkLine line) => new(line.Region, line.HouseholdName, line.HouseholdId);

    /// <summary>The lines of the home.</summary>
    public Expression<Func<WorkLine, bool>> Lines()
    {
        var (region, name, household) = this;
        return l => l.Region == region && l.HouseholdName == name && l.HouseholdId == household;
    }
}
