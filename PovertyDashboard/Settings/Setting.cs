namespace PovertyDashboard.Settings;

/// <summary>A dated value of a local rule (设置): subsidy, frequency, time limit … valid from a day until the next value.</summary>
public sealed class Setting
{
    public long Id { get; set; }

    /// <summary>Name of the rule, e.g. <c>problem.days.general</c>.</summary>
    public string Key { get; set; } = "";

    public string Title { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>First day of validity (生效日期).</summary>
    public DateOnly EffectiveFrom { get; set; }

    /// <summary>Where the value comes from (依据).</summary>
    public string Source { get; set; } = "";
}
