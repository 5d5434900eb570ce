using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Features.Imports;

/// <summary>What is said of a file in which no sheet is the ledger asked for, or any ledger (认不出台账).</summary>
internal static class Unrecognised
{
    /// <param name="asked">Key of the ledger that the user has chosen; null where the headers shall tell.</param>
    public static string Sentence(IReadOnlyList<SheetSource> sheets, IReadOnlyList<LedgerForm> forms, string? asked, CancellationToken ct)
    {
        if (sheets.All(s => !s.Rows(ct).Any())) return "文件里没有内容。请检查是否选错了文件。";
        var chosen = asked is null ? null : forms.First(f => f.Ledger.Key == asked);
        if (chosen is not null && sheets.Select(s => SheetRecognition.Recognise(s, forms, ct)).FirstOrDefault(s => s is not null) is { } other)
            return $"这个文件是{other.Form.Ledger.Title}，不是{chosen.Ledger.Title}。请改选台账，或选“按表头自动识别”后再导入。";
        var among = chosen is null ? forms : [chosen];
        if (sheets.Select(s => SheetRecognition.Nearest(s, among, ct)).FirstOrDefault(n => n is not null) is { } near)
            return $"这个文件像{near.Form.Ledger.Title}，但没有找到“{string.Join("”“", near.Missing)}”这一列。请补上这一列，或下载空表模板对照列名。";
        return chosen is null
            ? "认不出这是哪本台账：表头对不上任何一本。请下载空表模板对照列名，或选择台账后再导入。"
            : $"这个文件不是{chosen.Ledger.Title}：表头对不上。请下载空表模板对照列名。";
    }
}
