using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Administration.DataDictionary;

/// <summary>One line of the data dictionary (数据字典行): a column or a measure of a ledger.</summary>
public sealed record DictionaryRow(
    string Ledger, string Entry, string Group, string Name, string Aliases, string Kind, string Unit, string Required, string Key, string Codes, string Sensitivity, string Note);

/// <summary>The data dictionary as rows and as a workbook (数据字典导出), made from the registered declarations.</summary>
public static class DictionarySheet
{
    private static readonly IReadOnlyList<(string Header, int Width, Func<DictionaryRow, string> Text)> Columns =
    [
        ("台账", 16, r => r.Ledger), ("条目", 8, r => r.Entry), ("分组", 14, r => r.Group), ("名称", 22, r => r.Name), ("别名", 30, r => r.Aliases), ("类型", 18, r => r.Kind),
        ("单位", 8, r => r.Unit), ("必填", 8, r => r.Required), ("识别列", 8, r => r.Key), ("可选的值", 40, r => r.Codes), ("敏感", 20, r => r.Sensitivity), ("说明", 50, r => r.Note),
    ];

    public static IEnumerable<DictionaryRow> Rows(LedgerCatalog catalog, CodeLists codes, string? only) =>
        catalog.Ledgers.Where(l => only is null || l.Key == only).SelectMany(ledger => ledger.Columns.Select(c => Row(ledger, c, codes)).Concat(catalog.MeasuresOf(ledger).Select(m => Row(ledger, m, catalog))));

    public static Task<long> WriteAsync(Stream output, IEnumerable<DictionaryRow> rows, string head, string footer, CancellationToken ct)
    {
        var spec = new SheetSpec
        {
            Title = "数据字典",
            HeadLines = [head],
            SheetName = "数据字典",
            Columns = [.. Columns.Select(c => new SheetColumn { Header = c.Header, Width = c.Width })],
            Footer = footer,
        };
        return SheetWriter.WriteAsync(output, spec, rows.ToAsyncEnumerable(), Write, ct);
    }

    private static void Write(DictionaryRow row, RowWriter writer)
    {
        foreach (var (_, _, text) in Columns) writer.Text(text(row));
    }

    private static DictionaryRow Row(Ledger ledger, Column column, CodeLists codes) => new(
        ledger.Title, "列", column.Group ?? "", column.Header, string.Join("、", column.Aliases.Distinct()), DictionaryWords.KindOf(column), column.Unit ?? "", column.Required ? "必填" : "",
        column.IsKey ? "是" : "", column.CodeList is { } list ? string.Join("、", codes.Texts(list)) : "", DictionaryWords.SensitivityOf(column), DictionaryWords.NoteOf(column));

    private static DictionaryRow Row(Ledger ledger, Measure measure, LedgerCatalog catalog) => new(
        ledger.Title, "指标", "", measure.Title, "", DictionaryWords.KindOf(measure), measure.Unit, "", "", "", "", DictionaryWords.NoteOf(measure, catalog));
}
