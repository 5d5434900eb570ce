using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>The guide price of a trade or material in a span of days (指导价).</summary>
/// <param name="Spec">Only for this 规格; empty for every one without a price of its own.</param>
/// <param name="Price">In fen.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Until">First day on which it holds no more.</param>
public sealed record GuidePrice(string Kind, string Name, string Spec, long Price, DateOnly From, DateOnly Until)
{
    public bool Holds(DateOnly day) => day >= From && day < Until;
}

/// <summary>
/// Guide prices (用工、用料指导价), local and dated: each of two settings lists them as 水泥=22、玻璃 5mm=45. A line is judged by the price of its
/// 用工日期, else of today.
/// </summary>
public static class GuidePrices
{
    public const string LabourKey = "works.guide.labour", MaterialKey = "works.guide.material";

    /// <summary>Says why a list cannot be read before it is stored.</summary>
    public static readonly SettingGuard Guard = new("works.guide.", (change, _) => Task.FromResult(FaultOf(change.Value)));

    private static readonly char[] Between = ['、', '，', ',', '；', ';', '\n'];

    /// <summary>Every price with the days on which it holds.</summary>
    public static IReadOnlyList<GuidePrice> All(SettingsDirectory settings) => [.. Of(settings, LabourKey, LineKind.Labour), .. Of(settings, MaterialKey, LineKind.Material)];

    /// <summary>The price of the line on its day, or null where there is none; one of its own 规格 goes before the general one.</summary>
    public static GuidePrice? For(IReadOnlyList<GuidePrice> prices, WorkLine line, DateOnly today)
    {
        var fitting = prices.Where(p => p.Kind == line.Kind && p.Name == line.Name && p.Holds(line.DoneOn ?? today)).ToList();
        return fitting.Find(p => p.Spec.Length > 0 && p.Spec == line.Spec) ?? fitting.Find(p => p.Spec.Length == 0);
    }

    /// <summary>What is wrong with a list, or null.</summary>
    public static string? FaultOf(string list)
    {
        var parts = list.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
            if (Read(parts[i]) is null) return $"值：第 {i + 1} 项看不懂（“{parts[i]}”）。请写成 水泥=22、玻璃 5mm=45，几项之间用顿号隔开，单位：元。";
        return parts.Select(Read).GroupBy(p => (p!.Value.Name, p.Value.Spec)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? $"值：“{twice.Key.Name}{(twice.Key.Spec.Length > 0 ? " " + twice.Key.Spec : "")}”写了 {twice.Count()} 次。请只留一个价格。"
            : null;
    }

    private static IEnumerable<GuidePrice> Of(SettingsDirectory settings, string key, string kind)
    {
        var days = settings.All.Where(s => s.Key == key).Select(s => s.EffectiveFrom).Distinct().Order().ToList();
        // Asked even where nothing is set, so that a value on trial is seen to matter.
        if (days.Count == 0) days.Add(DateOnly.MinValue);
        for (var i = 0; i < days.Count; i++)
        {
            var until = i + 1 < days.Count ? days[i + 1] : DateOnly.MaxValue;
            foreach (var part in (settings.Text(key, days[i]) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (Read(part) is var (name, spec, price)) yield return new GuidePrice(kind, name, spec, price, days[i], until);
        }
    }

    /// <summary>玻璃 5mm=45 as name, spec and fen.</summary>
    private static (string Name, string Spec, long Price)? Read(string part)
    {
        var sides = part.Replace('＝', '=').Split('=', StringSplitOptions.TrimEntries);
        if (sides is not [{ Length: > 0 } what, var price] || NumberText.Scaled(price, 2) is not (> 0 and { } fen)) return null;
        var words = what.Split([' ', '　'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words[0], words.Length > 1 ? words[1] : "", fen);
    }
}
