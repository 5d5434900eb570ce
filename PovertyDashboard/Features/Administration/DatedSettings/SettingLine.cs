using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.DatedSettings;

/// <summary>One setting with the value in force today and the next one (设置项).</summary>
/// <param name="Present">The value in force; null while the first is still to come.</param>
/// <param name="Next">The next value that has been entered already, or null.</param>
public sealed record SettingLine(string Key, string Title, SettingDefinition Definition, Setting? Present, Setting? Next)
{
    /// <summary>Every setting in the order of their first values.</summary>
    public static IReadOnlyList<SettingLine> All(IReadOnlyList<Setting> values, DateOnly today) =>
    [
        .. values.GroupBy(s => s.Key).OrderBy(g => g.Min(s => s.Id)).Select(g => new SettingLine(
            g.Key, SettingDefinition.TitleOf(g.Last()), SettingDefinition.Of(g.Key, g.First().Title, g.Select(s => s.Value)),
            g.LastOrDefault(s => s.EffectiveFrom <= today), g.FirstOrDefault(s => s.EffectiveFrom > today && !IsCorrected(s, values)))),
    ];

    /// <summary>Whether a later value of the same day took its place (已更正).</summary>
    public static bool IsCorrected(Setting setting, IEnumerable<Setting> values) =>
        values.Any(s => s.Key == setting.Key && s.EffectiveFrom == setting.EffectiveFrom && s.Id > setting.Id);
}

/// <summary>A value of the past, present or future (设置历史).</summary>
/// <param name="State">现行, 将生效, 已更正, or empty for the past.</param>
/// <param name="Who">Who entered it and when; empty for values that came with the program.</param>
public sealed record SettingValue(Setting Setting, string State, string Who);

/// <summary>A value that is asked for (新的设置值).</summary>
/// <param name="EffectiveFrom">First day on which it holds (生效日期).</param>
/// <param name="Source">Where it comes from, or why (依据).</param>
public sealed record NewSetting(string Key, string Value, DateOnly? EffectiveFrom, string Source);
