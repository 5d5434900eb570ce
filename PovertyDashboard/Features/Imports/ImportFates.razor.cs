using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>The fates of a checked or written file (逐行结果): counts, rows with old and new values, reasons, column mapping.</summary>
public sealed partial class ImportFates : ComponentBase
{
    private const int PageSize = 50;
    private bool onlyRefused;
    private int page;

    [Parameter, EditorRequired]
    public ImportBatch Batch { get; set; } = default!;

    [Parameter, EditorRequired]
    public BatchReport Report { get; set; } = BatchReport.Empty;

    /// <summary>By key of the ledger: the columns that a header may mean.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, IReadOnlyList<Column>> Columns { get; set; } = new Dictionary<string, IReadOnlyList<Column>>();

    /// <summary>What the user is choosing; null once the file is written.</summary>
    [Parameter]
    public ChoicesDraft? Draft { get; set; }

    /// <summary>Something was chosen.</summary>
    [Parameter]
    public EventCallback OnChoice { get; set; }

    private List<(string Sheet, RowOutcome Row)> Rows { get; set; } = [];

    private List<(string Sheet, RowOutcome Row)> Listed { get; set; } = [];

    private List<(string Reason, int Count)> Reasons { get; set; } = [];

    /// <summary>Rows of several sheets are told apart by the sheet's name.</summary>
    private bool HasSheets => Report.Sheets.Count > 1;

    private string SheetWords => Report.Sheets is [var only] ? $"表“{only.Name}”，识别为{only.Ledger}" : $"{Report.Sheets.Count} 个工作表";

    private IEnumerable<(string Look, int Count)> Parts =>
        new[] { ("same", Batch.Unchanged), ("added", Batch.Added), ("updated", Batch.Updated), ("refused", Batch.Refused) }.Where(p => p.Item2 > 0);

    protected override void OnParametersSet()
    {
        Rows = [.. Report.Sheets.SelectMany(s => s.Rows.Select(r => (s.Name, r)))];
        Reasons = [.. Rows.Where(r => r.Row.Fate == RowFate.Refused).GroupBy(r => ShortReason(r.Row)).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2)];
        Show(onlyRefused);
    }

    private static bool IsAsked(RowOutcome row) => row.Alike.Count > 0;

    private Task AnswerAsync(string sheet, RowOutcome row, long id)
    {
        Draft!.Answer(sheet, row.Row, id);
        return OnChoice.InvokeAsync();
    }

    private void Show(bool refusedOnly)
    {
        onlyRefused = refusedOnly;
        page = 0;
        // What needs attention stands first.
        Listed = [.. Rows.Where(r => !refusedOnly || r.Row.Fate == RowFate.Refused).OrderBy(r => IsAsked(r.Row) ? 0 : r.Row.Fate == RowFate.Refused ? 1 : 2).ThenBy(r => r.Sheet, StringComparer.Ordinal).ThenBy(r => r.Row.Row)];
    }

    /// <summary>「证件号码：证件号码校验位错误。请…」 becomes 证件号码校验位错误: the head of the first sentence, without the quoted value.</summary>
    private static string ShortReason(RowOutcome row)
    {
        var fault = row.Faults.Count > 0 ? row.Faults[0] : default;
        var message = fault.Message ?? "";
        if (fault.Column.Length > 0 && message.StartsWith(fault.Column + "：", StringComparison.Ordinal)) message = message[(fault.Column.Length + 1)..];
        var reason = message.Split('（', '。')[0];
        return reason.StartsWith(fault.Column, StringComparison.Ordinal) ? reason : $"{fault.Column} {reason}";
    }

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
