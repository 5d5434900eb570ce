using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>What became of a row (行结果).</summary>
public enum RowFate { Added, Updated, Unchanged, Refused }

/// <summary>An old and a new value of one column, as shown.</summary>
public sealed record CellChange(string Column, string Old, string New);

/// <summary>The fate of one row of a sheet; the row number is the sheet's.</summary>
public sealed record RowOutcome(int Row, RowFate Fate, string Name)
{
    /// <summary>Why the row is refused.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What of the stored row is changed.</summary>
    public IReadOnlyList<CellChange> Changes { get; init; } = [];

    /// <summary>Stored rows that may be the same person; the row is held until the user has said.</summary>
    public IReadOnlyList<AlikeRow> Alike { get; init; } = [];
}

/// <summary>A row that may be the same person as a new one (可能同一人).</summary>
/// <param name="Id">Id of the stored row; <see cref="Choices.ReadingChoices.Different"/> for a row of the same sheet.</param>
/// <param name="Text">What tells it from others: 邓某，1962-03-04 出生，户编号 3715….</param>
public sealed record AlikeRow(long Id, string Text);

/// <summary>How a header of the sheet, in its zero-based column, was understood; <see cref="Column"/> is empty where it was not.</summary>
public sealed record ColumnMatch(string Header, string Column, int At)
{
    /// <summary>The name by which the header is known again (<see cref="SheetHeader.Name"/>).</summary>
    public string Name { get; init; } = "";

    /// <summary>Key of the ledger's column.</summary>
    public string Key { get; init; } = "";
}

/// <summary>Where a sheet's rows lie (表位置): its last header row, and the zero-based column of the 结果 of an earlier copy, or null.</summary>
public readonly record struct SheetPlace(int HeaderRow, int? ResultAt);

/// <summary>The result of one sheet (导入结果).</summary>
/// <param name="Rejection">Why the sheet as a whole was not taken in; empty where it was.</param>
public sealed record SheetResult(string Sheet, Ledger? Ledger, long? Region, IReadOnlyList<RowOutcome> Rows, IReadOnlyList<ColumnMatch> Columns, SheetPlace Place, string Rejection = "")
{
    public int Read => Rows.Count;

    public int Added => Rows.Count(r => r.Fate == RowFate.Added);

    public int Updated => Rows.Count(r => r.Fate == RowFate.Updated);

    public int Accepted => Added + Updated;

    public int Unchanged => Rows.Count(r => r.Fate == RowFate.Unchanged);

    public int Refused => Rows.Count(r => r.Fate == RowFate.Refused);
}

/// <summary>The result of one file: a rejection of the whole file, or its sheets.</summary>
public sealed record FileResult(string File, IReadOnlyList<SheetResult> Sheets, string Rejection = "")
{
    /// <summary>A sheet that is like a ledger but lacks columns, so that the user can say which of its columns they are; null where there is none.</summary>
    public SheetResult? Near { get; init; }

    public bool HasRefusals => Rejection.Length > 0 || Sheets.Any(s => s.Refused > 0 || s.Rejection.Length > 0);
}

/// <summary>How far an import has come.</summary>
/// <param name="Phase">读取, 核对, 写入.</param>
public readonly record struct ImportProgress(string Phase, int Done, int Total);
