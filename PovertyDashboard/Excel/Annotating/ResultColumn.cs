namespace PovertyDashboard.Excel.Annotating;

/// <summary>The column that an annotated copy adds (结果列): each row's fate. It is ours and not data when the copy comes back.</summary>
public static class ResultColumn
{
    public const string Header = "结果";

    public const string Added = "新增", Updated = "更新", Unchanged = "未变", Skipped = "跳过", Refused = "拒绝";

    private static readonly string[] Words = [Added, Updated, Unchanged, Skipped, Refused];

    /// <summary>The text of a fate, with its reason where there is one.</summary>
    public static string Text(string word, string reason = "") => reason.Length == 0 ? word : $"{word}：{reason}";

    /// <summary>Whether a column is ours: its header, and nothing but fates below. An office's own 结果 holds other words.</summary>
    public static bool IsOurs(string header, IEnumerable<string> below)
    {
        if (header != Header) return false;
        var any = false;
        foreach (var text in below.Where(t => t.Length > 0))
        {
            if (!Array.Exists(Words, word => text == word || text.StartsWith(word + "：", StringComparison.Ordinal))) return false;
            any = true;
        }

        return any;
    }
}
