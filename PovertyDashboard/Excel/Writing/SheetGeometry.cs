namespace PovertyDashboard.Excel.Writing;

/// <summary>Which rows of a written sheet hold what; rows count from 1.</summary>
internal readonly record struct SheetGeometry(int HeadLines, int HeaderRows, int Columns)
{
    public const int TitleRow = 1;

    public const int FirstHeadLine = TitleRow + 1;

    public int FirstHeaderRow => FirstHeadLine + HeadLines;

    public int LastHeaderRow => FirstHeaderRow + HeaderRows - 1;

    public int FirstDataRow => LastHeaderRow + 1;

    public static SheetGeometry Of(SheetSpec spec) =>
        new(spec.HeadLines.Count, spec.Columns.Any(column => column.Group is not null) ? 2 : 1, spec.Columns.Count);
}
