using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>An item while it is edited (检查项草稿); lists are written as text, one entry after another.</summary>
public sealed class ItemDraft
{
    /// <summary>Code of the item that it goes on; empty for a new one.</summary>
    public string Code { get; set; } = "";

    public string Group { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Other names, separated by 、.</summary>
    public string Aliases { get; set; } = "";

    public string Standard { get; set; } = "";

    public int Weight { get; set; } = 1;

    public string Category { get; set; } = "";

    /// <summary>Offered reasons, separated by 、.</summary>
    public string Reasons { get; set; } = "";

    public bool NeedsPhoto { get; set; }
}

/// <summary>A checklist version while it is edited (检查表草稿).</summary>
public sealed class TemplateDraft
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '|', '\n'];

    /// <summary>The version that it goes on; null for a new checklist.</summary>
    public long? BasedOn { get; set; }

    /// <summary>The place in which the new version holds.</summary>
    public long Region { get; set; }

    public string Family { get; set; } = "";

    public string Source { get; set; } = "";

    public string Basis { get; set; } = "";

    public List<ItemDraft> Items { get; } = [];

    public static TemplateDraft Of(ChecklistTemplate version, long region)
    {
        var draft = new TemplateDraft { BasedOn = version.Id, Region = region, Family = version.Family, Source = version.Source, Basis = version.Basis };
        draft.Items.AddRange(version.Items.OrderBy(i => i.Number).Select(i => new ItemDraft
        {
            Code = i.Code,
            Group = i.Group,
            Name = i.Name,
            Aliases = string.Join('、', i.AliasList),
            Standard = i.Standard,
            Weight = i.Weight,
            Category = i.Category,
            Reasons = string.Join('、', i.ReasonList),
            NeedsPhoto = i.NeedsPhoto,
        }));
        return draft;
    }

    /// <summary>What is wrong with the draft; pure.</summary>
    public IEnumerable<Fault> Faults(CodeLists codes)
    {
        if (Family.Trim().Length is 0 or > 20) yield return new Fault("检查表名称", "检查表名称：为空或超过 20 个字。请填写，例如 六净一规范。");
        if (Array.Exists(Separators, Family.Contains)) yield return new Fault("检查表名称", "检查表名称：含有顿号、逗号或竖线。请改用其他文字。");
        if (codes.Match("problem-source", Source) is null) yield return new Fault("检查性质", $"检查性质：不在列表中（“{Source}”）。请从列表中选择。");
        if (Items.Count is 0 or > 60) yield return new Fault("检查项", $"检查项：应有 1 到 60 项（现有 {Items.Count} 项）。请添加或删除。");
        foreach (var (item, at) in Items.Select((item, at) => (item, at + 1)))
        {
            if (item.Name.Trim().Length is 0 or > 20) yield return new Fault($"第 {at} 项", $"第 {at} 项名称：为空或超过 20 个字。请填写，例如 院内净。");
            else if (Items.Count(other => TextFold.Fold(other.Name) == TextFold.Fold(item.Name)) > 1) yield return new Fault($"第 {at} 项", $"第 {at} 项名称：与另一项相同（“{item.Name}”）。请改名或删除一项。");
            if (item.Weight is < 1 or > 100) yield return new Fault($"第 {at} 项", $"第 {at} 项权重：不在 1 到 100 之间（{item.Weight}）。请填写整数。");
            if (item.Standard.Length > 200) yield return new Fault($"第 {at} 项", $"第 {at} 项标准：超过 200 个字（现有 {item.Standard.Length} 个）。请缩短。");
            if (codes.Match("problem-category", item.Category) is null) yield return new Fault($"第 {at} 项", $"第 {at} 项问题类别：没有选择。请从列表中选择。");
            if (Joined(item.Reasons).Length > 200 || Joined(item.Aliases).Length > 200) yield return new Fault($"第 {at} 项", $"第 {at} 项原因或别名：超过 200 个字。请减少几条。");
        }
    }

    /// <summary>The version made of the draft; codes of new items are handed out by <paramref name="newCode"/>.</summary>
    public ChecklistTemplate Make(int number, Func<string> newCode) => new()
    {
        Region = Region,
        Family = Family.Trim(),
        Number = number,
        Title = ChecklistTemplate.TitleOf(Family.Trim(), number),
        Source = Source,
        Basis = Basis.Trim(),
        Items = [.. Items.Select((item, at) => new TemplateItem
        {
            Region = Region,
            Code = item.Code.Length > 0 ? item.Code : newCode(),
            Number = at + 1,
            Group = item.Group.Trim(),
            Name = item.Name.Trim(),
            Aliases = Joined(item.Aliases),
            Standard = item.Standard.Trim(),
            Weight = item.Weight,
            Category = item.Category,
            Reasons = Joined(item.Reasons),
            NeedsPhoto = item.NeedsPhoto,
        })],
    };

    private static string Joined(string text) => string.Join('|', text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct());
}
