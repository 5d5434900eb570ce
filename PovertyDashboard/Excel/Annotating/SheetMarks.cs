namespace PovertyDashboard.Excel.Annotating;

/// <summary>A cell that is wrong (错格), by its zero-based column, and what is said of it.</summary>
public readonly record struct CellMark(int Column, string Note);

/// <summary>What became of a row: the text of its 结果, whether it stayed outside, and its wrong cells.</summary>
public sealed record RowMark(string Result, bool IsBad, IReadOnlyList<CellMark> Cells);

/// <summary>What is written onto the copy of one sheet (批注).</summary>
/// <param name="Sheet">Name of its tab.</param>
/// <param name="HeaderRow">Number of the last header row; 结果 stands there too.</param>
/// <param name="ResultAt">Zero-based column of a 结果 that an earlier copy has brought along, or null.</param>
/// <param name="Rows">Marks by row number.</param>
/// <param name="OtherRows">What is said of rows with content under the header that have no mark.</param>
/// <param name="HeaderNote">Comment on the header of 结果: of what, and when.</param>
public sealed record SheetMarks(string Sheet, int HeaderRow, int? ResultAt, IReadOnlyDictionary<int, RowMark> Rows, string OtherRows, string HeaderNote);
