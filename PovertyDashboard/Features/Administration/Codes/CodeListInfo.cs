using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Administration.Codes;

/// <summary>A code list with its texts and where it is used (代码表).</summary>
/// <param name="Title">The header of the column that uses it.</param>
/// <param name="UsedBy">Ledgers and columns, such as 整改台账 · 问题类别.</param>
/// <param name="FixedWhy">Why its texts are not to be changed, or null.</param>
public sealed record CodeListInfo(string Key, string Title, IReadOnlyList<string> UsedBy, string? FixedWhy, IReadOnlyList<CodeEntry> Entries)
{
    private const int Sample = 3;

    /// <summary>Every list by its title.</summary>
    public static IReadOnlyList<CodeListInfo> All(CodeLists codes, LedgerCatalog catalog, IEnumerable<FixedCodeList> fixedLists)
    {
        var columns = catalog.Ledgers.SelectMany(l => l.Columns.Where(c => c.CodeList is not null).Select(c => (Ledger: l, Column: c))).ToLookup(u => u.Column.CodeList!);
        var why = fixedLists.GroupBy(f => f.List).ToDictionary(g => g.Key, g => g.First().Why);
        return
        [
            .. codes.Lists.Select(key => new CodeListInfo(
                key, TitleOf([.. columns[key].Select(u => u.Column)], codes.Entries(key)),
                [.. columns[key].Select(u => $"{u.Ledger.Title} · {u.Column.Header}").Distinct()], why.GetValueOrDefault(key), codes.Entries(key)))
                .OrderBy(l => l.Title, StringComparer.Create(new System.Globalization.CultureInfo("zh-CN"), ignoreCase: false)).ThenBy(l => l.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>A list without a column is named by its first texts.</summary>
    private static string TitleOf(IReadOnlyList<Column> columns, IReadOnlyList<CodeEntry> entries) =>
        columns.Count > 0 ? columns.MinBy(c => c.Header.Length)!.Header : string.Join("、", entries.Take(Sample).Select(e => e.Text)) + (entries.Count > Sample ? "…" : "");
}

/// <summary>What an administrator writes about a text (代码登记).</summary>
/// <param name="Text">The text that rows store.</param>
/// <param name="Code">National code, or empty.</param>
/// <param name="Aliases">Other spellings that sheets use.</param>
public sealed record CodeDraft(string Text, string Code, IReadOnlyList<string> Aliases)
{
    public const int MaxText = 40, MaxCode = 20, MaxAliases = 400;

    /// <summary>Spellings as people write them into one field, in any usual separation.</summary>
    public static IReadOnlyList<string> Split(string written) =>
        [.. written.Split(['、', '，', ',', ';', '；', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <param name="entries">The list as it is.</param>
    /// <param name="own">Id of the entry itself; 0 for a new one.</param>
    public IEnumerable<Fault> Check(IReadOnlyList<CodeEntry> entries, long own)
    {
        if (Text.Length == 0) yield return new Fault("名称", "名称：没有填写。请填写要存入台账的文字。");
        else if (Text.Length > MaxText) yield return new Fault("名称", $"名称：超过 {MaxText} 个字。请缩短。");
        else if (Text.Any(c => c is ',' or '，' or '|' || char.IsControl(c))) yield return new Fault("名称", $"名称：含有逗号或竖线（“{Text}”）。请去掉，它们用来隔开几个代码。");
        else if (Holder(Text, entries, own) is { } same) yield return new Fault("名称", $"名称：{(same.Text == Text ? $"已有“{Text}”" : $"“{Text}”与“{same.Text}”相同")}{(same.Retired ? "，那一项已停用" : "")}。请换一个名称{(same.Retired ? "，或启用原来的一项" : "")}。");
        if (Code.Length > MaxCode) yield return new Fault("代码", $"代码：超过 {MaxCode} 个字符。请缩短。");
        if (Aliases.Sum(a => a.Length + 1) > MaxAliases) yield return new Fault("别名", $"别名：一共超过 {MaxAliases} 个字。请减少。");
        foreach (var alias in Aliases)
            if (Holder(alias, entries, own) is { } other) yield return new Fault("别名", $"别名：“{alias}”已经是“{other.Text}”的写法。请去掉。");
    }

    /// <summary>The other entry that a written text would mean, whether its own text or one of its spellings.</summary>
    private static CodeEntry? Holder(string written, IReadOnlyList<CodeEntry> entries, long own)
    {
        var folded = TextFold.Fold(written);
        return entries.FirstOrDefault(e => e.Id != own && e.Aliases.Split('|').Prepend(e.Text).Any(spelling => spelling.Length > 0 && TextFold.Fold(spelling) == folded));
    }
}
