namespace PovertyDashboard.Ledgers;

/// <summary>One entry of a code list (代码项): the text that is stored, the national code and other spellings.</summary>
public sealed class CodeEntry
{
    public long Id { get; set; }

    /// <summary>Key of the list, e.g. <c>cause</c>.</summary>
    public string List { get; set; } = "";

    public int Order { get; set; }

    public string Text { get; set; } = "";

    public string Code { get; set; } = "";

    /// <summary>Other spellings, joined by |.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>A retired entry stays on old rows but is no longer offered.</summary>
    public bool Retired { get; set; }
}

/// <summary>
/// A code list whose texts the program itself acts upon (固定代码表), such as the states of a problem: spellings may be added, texts not.
/// </summary>
/// <param name="List">Key of the list.</param>
/// <param name="Why">Why not, for administrators: 状态由办理步骤决定.</param>
public sealed record FixedCodeList(string List, string Why);

/// <summary>The code lists (代码表) as an immutable snapshot; texts match after folding width, brackets and blanks.</summary>
public sealed class CodeLists
{
    private readonly Dictionary<string, List<CodeEntry>> _lists;
    private readonly Dictionary<(string List, string Folded), string> _texts = [];
    private readonly HashSet<(string List, string Text)> _retired;

    public CodeLists(IEnumerable<CodeEntry> entries)
    {
        _lists = entries.GroupBy(e => e.List).ToDictionary(g => g.Key, g => g.OrderBy(e => e.Order).ThenBy(e => e.Id).ToList());
        _retired = [.. _lists.Values.SelectMany(l => l).Where(e => e.Retired).Select(e => (e.List, e.Text))];
        foreach (var entry in _lists.Values.SelectMany(l => l))
            foreach (var spelling in entry.Aliases.Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(entry.Text))
                _texts.TryAdd((entry.List, TextFold.Fold(spelling)), entry.Text);
    }

    /// <summary>Keys of the lists.</summary>
    public IEnumerable<string> Lists => _lists.Keys.Order(StringComparer.Ordinal);

    /// <summary>The entries of a list in order, retired ones too.</summary>
    public IReadOnlyList<CodeEntry> Entries(string list) => _lists.TryGetValue(list, out var entries) ? entries : [];

    /// <summary>The texts offered for a list, in order.</summary>
    public IReadOnlyList<string> Texts(string list) => _lists.TryGetValue(list, out var entries) ? [.. entries.Where(e => !e.Retired).Select(e => e.Text)] : [];

    /// <summary>The texts that rows may hold: those offered, then the retired ones; for conditions.</summary>
    public IReadOnlyList<string> KnownTexts(string list) => _lists.TryGetValue(list, out var entries) ? [.. entries.OrderBy(e => e.Retired).Select(e => e.Text)] : [];

    /// <summary>Whether the text stays on old rows only (停用).</summary>
    public bool IsRetired(string list, string text) => _retired.Contains((list, text));

    /// <summary>The stored text for a written one, or null when the list does not know it.</summary>
    public string? Match(string list, string written) => _texts.GetValueOrDefault((list, TextFold.Fold(written)));

    /// <summary>Position in the list, for sorting; unknown texts come last.</summary>
    public int OrderOf(string list, string text) => _lists.TryGetValue(list, out var entries) && entries.FindIndex(e => e.Text == text) is var at and >= 0 ? at : int.MaxValue;
}
