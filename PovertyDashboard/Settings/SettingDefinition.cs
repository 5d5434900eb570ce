using System.Globalization;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Settings;

/// <summary>What a setting holds (设置类型).</summary>
public enum SettingKind
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number that may have decimals.</summary>
    Decimal,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Day,

    /// <summary>1 for yes, 0 for no.</summary>
    YesNo,
    Text,
}

/// <summary>What may be written into a setting (设置项): its kind and bounds, from <c>data/settings.json</c> or, where that says nothing, from its values.</summary>
public sealed record SettingDefinition(string Key, SettingKind Kind)
{
    public const int MaxLength = 200;

    private const string YesNoMark = "（1 是，0 否）";

    private static readonly Lazy<IReadOnlyDictionary<string, Entry>> Declared = new(() => ReferenceData.Read<List<Entry>>("settings.json").GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.First()));

    public long? Min { get; init; }

    public long? Max { get; init; }

    /// <summary>What the setting decides, in a sentence; empty where its title says all.</summary>
    public string Help { get; init; } = "";

    /// <summary>Not to be changed here: the as-of date of a demo store.</summary>
    public bool IsFixed => Key == Clock.AsOfKey;

    public static SettingDefinition Of(string key, string title, IEnumerable<string> values)
    {
        var declared = Declared.Value.GetValueOrDefault(key);
        var kind = Enum.TryParse<SettingKind>(declared?.Kind?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var written) ? written : KindOf(title, [.. values]);
        return new SettingDefinition(key, kind) { Min = declared?.Min ?? (kind is SettingKind.Number or SettingKind.Decimal ? 0 : null), Max = declared?.Max, Help = declared?.Help ?? "" };
    }

    /// <summary>The title without the hint how yes and no are written.</summary>
    public static string TitleOf(Setting setting) => setting.Title.Replace(YesNoMark, "", StringComparison.Ordinal);

    /// <summary>How people read a stored value: 是, 否, else as written.</summary>
    public string Show(string value) => Kind == SettingKind.YesNo ? value switch { "1" => "是", "0" => "否", _ => value } : value;

    /// <summary>What is wrong with the value as 「what。请 …」, or null.</summary>
    public string? Fault(string value) => value.Length switch
    {
        0 => "没有填写。请填写新的值",
        > MaxLength => $"超过 {MaxLength} 个字。请缩短",
        _ => Kind switch
        {
            SettingKind.Number => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Math.Abs(whole) <= int.MaxValue ? Outside(whole) : $"不是整数（“{value}”）。请填写整数，例如 15",
            SettingKind.Decimal => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Outside(number) : $"不是数字（“{value}”）。请填写数字，例如 7.5",
            SettingKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : $"不是日期（“{value}”）。请填写日期，例如 2020-08-10",
            SettingKind.YesNo => value is "0" or "1" ? null : "没有选择。请选 是 或 否",
            _ => null,
        },
    };

    private string? Outside(decimal value)
    {
        if (value < Min) return $"太小（{value}）。请填写不小于 {Min} 的数";
        return value > Max ? $"太大（{value}）。请填写不大于 {Max} 的数" : null;
    }

    private static SettingKind KindOf(string title, IReadOnlyList<string> values)
    {
        if (title.Contains(YesNoMark, StringComparison.Ordinal)) return SettingKind.YesNo;
        if (values.Count == 0) return SettingKind.Text;
        if (values.All(v => v.Length > 0 && v.All(char.IsAsciiDigit))) return SettingKind.Number;
        if (values.All(v => decimal.TryParse(v, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))) return SettingKind.Decimal;
        return values.All(v => DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? SettingKind.Day : SettingKind.Text;
    }

    private sealed record Entry(string Key, string? Kind, long? Min, long? Max, string? Help);
}
