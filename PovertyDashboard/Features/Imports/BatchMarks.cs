using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>Turns the fates of a file's rows into what is written onto its annotated copy (批注内容).</summary>
public static class BatchMarks
{
    private const string NoData = "不是数据行";
    private const string HowToGoOn = "改正红色的格子后再导入这个文件，只有改正的行入库，其余不变。";

    /// <param name="report">The fates.</param>
    /// <param name="state">Whether the good rows are in the store: checked, written, or undone since.</param>
    public static IReadOnlyList<SheetMarks> Of(BatchReport report, BatchState state)
    {
        var when = Clock.MinuteOf(report.At);
        var note = $"{when} {state switch { BatchState.Checked => "核对，还没有写入。", BatchState.Undone => "导入，后来已撤销。", _ => "导入，已写入。" }}{HowToGoOn}";
        return [.. report.Sheets.Select(sheet => new SheetMarks(sheet.Name, sheet.Place.HeaderRow, sheet.Place.ResultAt, RowsOf(sheet), OthersOf(sheet), note))];
    }

    private static Dictionary<int, RowMark> RowsOf(BatchSheet sheet)
    {
        var marks = sheet.Rows.ToDictionary(row => row.Row, row => MarkOf(sheet, row));
        var unchanged = new RowMark(ResultColumn.Unchanged, IsBad: false, []);
        foreach (var span in sheet.Unchanged)
            for (var row = span.First; row <= span.Last; row++) marks[row] = unchanged;
        return marks;
    }

    private static RowMark MarkOf(BatchSheet sheet, RowOutcome row) => row.Fate switch
    {
        RowFate.Added => new RowMark(ResultColumn.Added, IsBad: false, []),
        RowFate.Updated => new RowMark(ResultColumn.Updated, IsBad: false, []),
        _ => new RowMark(
            ResultColumn.Text(ResultColumn.Refused, string.Concat(row.Faults.Select(f => f.Message))),
            IsBad: true,
            [.. row.Faults.Select(f => (At: ColumnOf(sheet, f.Column), f.Message)).Where(f => f.At >= 0).Select(f => new CellMark(f.At, f.Message))]),
    };

    /// <summary>Rows under the header that are no data (totals, sign-off lines), or all of a sheet that was not taken in.</summary>
    private static string OthersOf(BatchSheet sheet) =>
        sheet.Rejection.Length > 0 ? ResultColumn.Text(ResultColumn.Refused, sheet.Rejection) : ResultColumn.Text(ResultColumn.Skipped, NoData);

    /// <summary>Where the fault's column stands, by its header as written or as the ledger calls it; -1 where the sheet has none.</summary>
    private static int ColumnOf(BatchSheet sheet, string column) =>
        sheet.Columns.FirstOrDefault(c => c.Header == column) is { } written ? written.At : sheet.Columns.FirstOrDefault(c => c.Column == column && column.Length > 0)?.At ?? -1;
}
