using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Features.Imports;

/// <summary>What is said of a file in which no sheet is the ledger asked for, or any ledger (认不出台账).</summary>
/// <param name="Sentence">What is missing, and what to do.</param>
/// <param name="Near">The sheet whose columns the user can say; null where there is none to ask about.</param>
public sealed record Unrecognised(string Sentence, RecognisedSheet? Near)
{
    /// <param name="asked">Key of the ledger that the user has chosen; null where the headers shall tell.</param>
    public static Unrecognised Of(IReadOnlyList<SheetSource> sheets, LedgerForms forms, string? asked, CancellationToken ct)
    {
        if (sheets.All(s => !s.Rows(ct).Any())) return new("文件里没有内容。请检查是否选错了文件。", null);
        var chosen = asked is null ? null : forms.All.First(f => f.Ledger.Key == asked);
        if (chosen is not null && sheets.Select(s => SheetRecognition.Recognise(s, forms, ct)).FirstOrDefault(s => s is not null) is { } other)
            return new($"这个文件是{other.Form.Ledger.Title}，不是{chosen.Ledger.Title}。请改选台账，或选“按表头自动识别”后再导入。", null);
        var near = NearestOf(sheets, chosen is null ? forms : new LedgerForms([chosen]), chosen is not null, ct);
        return near is null ? new(NothingLike(chosen), null) : new(SentenceOf(near), near);
    }

    private static RecognisedSheet? NearestOf(IReadOnlyList<SheetSource> sheets, LedgerForms among, bool isGiven, CancellationToken ct) =>
        sheets.Select(s => SheetRecognition.Nearest(s, among, isGiven: false, ct)).FirstOrDefault(n => n is not null)
        ?? (isGiven ? sheets.Select(s => SheetRecognition.Nearest(s, among, isGiven: true, ct)).FirstOrDefault(n => n is not null) : null);

    private static string SentenceOf(RecognisedSheet near)
    {
        var (title, missing) = (near.Form.Ledger.Title, SheetRecognition.MissingIn(near));
        return missing.Count == 0
            ? $"这个文件只有 {near.Map.Count} 列像{title}。请对照空表模板改好列名，或在网页上导入并指明每一列。"
            : $"这个文件像{title}，但没有找到“{string.Join("”“", missing.Select(c => c.Header))}”这一列。请补上这一列，或下载空表模板对照列名。";
    }

    private static string NothingLike(LedgerForm? chosen) => chosen is null
        ? "认不出这是哪本台账：表头对不上任何一本。请下载空表模板对照列名，或选择台账后再导入。"
        : $"这个文件不是{chosen.Ledger.Title}：没有找到表头。请下载空表模板对照列名。";
}
