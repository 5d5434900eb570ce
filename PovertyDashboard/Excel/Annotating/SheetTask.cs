using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>What has to be written into a sheet, found by reading it once (标注计划): where 结果 goes, each row's text, each wrong cell.</summary>
internal sealed class SheetTask
{
    // Programs slow down with many boxes; beyond these, the colour and 结果 tell.
    private const int MostComments = 2_000;

    private static readonly SortedSet<int> NoCells = [];
    private readonly SheetMarks marks;
    private readonly HashSet<int> written = [];
    private readonly Dictionary<int, SortedSet<int>> bad = [];

    public SheetTask(SheetSource sheet, SheetMarks marks, CancellationToken ct)
    {
        this.marks = marks;
        var width = 0;
        foreach (var row in sheet.Rows(ct))
        {
            written.Add(row.Number);
            width = Math.Max(width, row.Width);
        }

        ResultAt = marks.ResultAt ?? width;
        var merges = new MergesByRow(sheet.Merges.Where(m => m.LastRow > marks.HeaderRow), width);
        Comments = [(marks.HeaderRow, ResultAt, marks.HeaderNote)];
        foreach (var (row, mark) in marks.Rows.Where(r => r.Value.Cells.Count > 0).OrderBy(r => r.Key))
        {
            foreach (var cell in mark.Cells.GroupBy(c => Shown(merges, row, c.Column)))
            {
                var (top, left) = cell.Key;
                if (!bad.TryGetValue(top, out var columns)) bad[top] = columns = [];
                if (columns.Add(left) && Comments.Count <= MostComments) Comments.Add((top, left, string.Join('\n', cell.Select(c => c.Note).Distinct())));
            }
        }
    }

    public string Sheet => marks.Sheet;

    public int HeaderRow => marks.HeaderRow;

    /// <summary>Zero-based column of 结果.</summary>
    public int ResultAt { get; }

    /// <summary>Whether an earlier copy has brought its 结果 along, which is replaced.</summary>
    public bool ReplacesResult => marks.ResultAt is not null;

    public List<(int Row, int Column, string Text)> Comments { get; }

    public SortedSet<int> BadCellsOf(int row) => bad.GetValueOrDefault(row) ?? NoCells;

    /// <summary>The 结果 of a row, and whether it stayed outside; null for rows above the header and empty ones.</summary>
    public (string Text, bool IsBad)? ResultOf(int row)
    {
        if (row == marks.HeaderRow) return (ResultColumn.Header, false);
        if (marks.Rows.TryGetValue(row, out var mark)) return (mark.Result, mark.IsBad);
        return row > marks.HeaderRow && written.Contains(row) ? (marks.OtherRows, false) : null;
    }

    /// <summary>The cell that is to be seen: of a merged range its first one.</summary>
    private static (int Row, int Column) Shown(MergesByRow merges, int row, int column) =>
        merges.At(row, column) is { } merge ? (merge.FirstRow, merge.FirstColumn) : (row, column);
}
