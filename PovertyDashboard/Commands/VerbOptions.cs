using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Commands;

/// <summary>Options that several verbs have, each with its own sentence for a wrong value.</summary>
internal static class VerbOptions
{
    private const string KeyExample = "请填写 12 位数字，例如 371522116000";

    public static Option<bool> Json() => new("--json") { Description = "结果用 JSON 输出" };

    public static Option<long?> Region(string description) =>
        new("--region") { Description = description, HelpName = "KEY", CustomParser = result => Keys(result).Select(k => (long?)k).FirstOrDefault() };

    /// <summary>Several keys, one behind another or joined by commas.</summary>
    public static Option<long[]> Regions(string description) =>
        new("--region") { Description = description, HelpName = "KEY", AllowMultipleArgumentsPerToken = true, CustomParser = result => [.. Keys(result)] };

    public static Option<int> Number(string name, string description, int from, int to, int? normally) => new(name)
    {
        Description = description,
        HelpName = "N",
        Required = normally is null,
        DefaultValueFactory = normally is { } value ? _ => value : null,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) return number;
            result.AddError($"{name}：“{text}”不对。请填写 {from} 到 {to} 之间的整数。");
            return 0;
        },
    };

    /// <summary>Several words, one behind another or joined by commas.</summary>
    public static Option<string[]> Words(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, AllowMultipleArgumentsPerToken = true, CustomParser = result => [.. Split(result)] };

    /// <summary>Why the place cannot be meant, or null.</summary>
    public static string? RegionFault(RegionTree tree, long? key) => key is { } k && tree.Find(k) is null ? $"--region：没有地区“{k}”。地区键见 data/regions.csv。" : null;

    /// <summary>Why nothing can be written to the path, or null.</summary>
    public static string? FileFault(string path, params string[] extensions)
    {
        if (!extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) return $"--out：“{path}”的扩展名不对。请用 {string.Join(" 或 ", extensions)}。";
        return Directory.Exists(path) ? $"--out：“{path}”是文件夹。请写出文件名。" : null;
    }

    private static IEnumerable<long> Keys(ArgumentResult result)
    {
        foreach (var text in Split(result))
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key)) yield return key;
            else result.AddError($"--region：“{text}”不是地区键。{KeyExample}。");
    }

    private static IEnumerable<string> Split(ArgumentResult result) => result.Tokens.SelectMany(t => t.Value.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
