using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>What an administrator writes about a place (地区登记).</summary>
/// <param name="Name">Full name, such as 大杨新村村委会.</param>
/// <param name="Code">Statistics code (统计用区划代码), or empty.</param>
/// <param name="ValidFrom">First day; empty for places that have always been there.</param>
/// <param name="ValidTo">Last day (终止日期); empty while the place exists.</param>
public sealed record RegionDraft(string Name, string Code, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>省定贫困村.</summary>
    public bool IsPovertyVillage { get; init; }

    /// <summary>退出年度.</summary>
    public int? ExitedIn { get; init; }

    public static RegionDraft Of(RegionNode node) => new(node.FullName, node.Code, node.ValidFrom, node.ValidTo) { IsPovertyVillage = node.IsPovertyVillage, ExitedIn = node.ExitedIn };
}

/// <summary>The rules of places (地区规则); pure.</summary>
public static class RegionRules
{
    public const int MaxName = 40;

    /// <summary>The years in which villages left the list (脱贫攻坚期).</summary>
    public const int FirstExit = 2014, LastExit = 2020;

    /// <param name="draft">What is written.</param>
    /// <param name="tree">The places as they are.</param>
    /// <param name="parent">Key of the place that runs it; null for the city.</param>
    /// <param name="own">Key of the place itself; null for a new one.</param>
    public static IEnumerable<Fault> Check(RegionDraft draft, RegionTree tree, long? parent, long? own)
    {
        var level = own is { } key ? RegionKey.LevelOf(key) : RegionKey.LevelOf(parent!.Value) + 1;
        if (NameFault(draft, tree, parent, own) is { } name) yield return new Fault("名称", $"名称：{name}。");
        if (CodeFault(draft.Code, tree, level, own) is { } code) yield return new Fault("区划代码", $"区划代码：{code}。");
        foreach (var fault in DateFaults(draft, tree, parent, own)) yield return fault;
        foreach (var fault in PovertyFaults(draft, level)) yield return fault;
    }

    private static IEnumerable<Fault> PovertyFaults(RegionDraft draft, RegionLevel level)
    {
        if (draft.IsPovertyVillage && level != RegionLevel.Village) yield return new Fault("省定贫困村", "省定贫困村：只有村可以是省定贫困村。请去掉勾选。");
        if (draft.ExitedIn is { } year && !draft.IsPovertyVillage) yield return new Fault("退出年度", $"退出年度：填了 {year} 年，却没有勾选省定贫困村。请勾选，或清空年度。");
        if (draft.ExitedIn is < FirstExit or > LastExit) yield return new Fault("退出年度", $"退出年度：不在 {FirstExit} 到 {LastExit} 年之间（“{draft.ExitedIn}”）。请核对年度，例如 2018。");
    }

    private static string? NameFault(RegionDraft draft, RegionTree tree, long? parent, long? own)
    {
        if (draft.Name.Length == 0) return "没有填写。请填写全称，例如 大杨新村";
        if (draft.Name.Length > MaxName) return $"超过 {MaxName} 个字。请缩短";
        if (draft.Name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '|' or ',' or '，' or '、' or '"')) return $"含有空格或标点（“{draft.Name}”）。请只写名称";
        if (parent is not { } above) return null;
        // Sheets name a place by its stem within the place above; two of one stem could not be told apart.
        var twin = tree.ChildrenOf(above).FirstOrDefault(n => n.Key != own && Stem(n.FullName, n.Level) == Stem(draft.Name, n.Level) && Overlaps(n, draft));
        return twin is null ? null : $"{tree.NameOf(above)}已有“{twin.FullName}”。请换一个名称";
    }

    private static string? CodeFault(string code, RegionTree tree, RegionLevel level, long? own)
    {
        if (code.Length == 0) return null;
        var digits = NewRegionKey.CodeLength(level);
        if (code.Length != digits || !code.All(char.IsAsciiDigit)) return $"不是 {digits} 位数字（“{code}”）。请对照统计用区划代码填写，没有就留空";
        return tree.Nodes.FirstOrDefault(n => n.Code == code && n.Key != own) is { } other ? $"“{code}”是{other.FullName}的代码。请核对，没有就留空" : null;
    }

    private static IEnumerable<Fault> DateFaults(RegionDraft draft, RegionTree tree, long? parent, long? own)
    {
        if (draft.ValidTo < draft.ValidFrom) yield return new Fault("终止日期", $"终止日期：早于启用日期（{draft.ValidFrom:yyyy-MM-dd}）。请填写不早于启用日期的日期。");
        var above = parent is { } key ? tree.Find(key) : null;
        if (above?.ValidFrom is { } begins && draft.ValidFrom < begins) yield return new Fault("启用日期", $"启用日期：早于{above.Name}的启用日期。请填写不早于 {begins:yyyy-MM-dd} 的日期。");
        if (above?.ValidTo is { } ends && (draft.ValidTo is null || draft.ValidTo > ends)) yield return new Fault("终止日期", $"终止日期：{above.Name}到 {ends:yyyy-MM-dd} 为止。请填写不晚于这一天的日期。");
        if (own is not { } self || draft.ValidTo is not { } last) yield break;
        var open = tree.ChildrenOf(self).Where(n => n.ValidTo is null || n.ValidTo > last).ToList();
        if (open.Count > 0) yield return new Fault("终止日期", $"终止日期：下面还有 {open.Count} 个地方没有终止（{string.Join("、", open.Take(3).Select(n => n.Name))}{(open.Count > 3 ? " 等" : "")}）。请先给它们填写终止日期。");
    }

    private static string Stem(string name, RegionLevel level) => level == RegionLevel.Village ? RegionNames.FoldVillage(name) : RegionNames.FoldPlace(name);

    private static bool Overlaps(RegionNode node, RegionDraft draft) =>
        (node.ValidTo is null || draft.ValidFrom is null || draft.ValidFrom <= node.ValidTo) && (draft.ValidTo is null || node.ValidFrom is null || node.ValidFrom <= draft.ValidTo);
}
