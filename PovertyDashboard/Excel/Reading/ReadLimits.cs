namespace PovertyDashboard.Excel.Reading;

/// <summary>What an uploaded file may cost (上传限额): sizes in bytes, rows with content per workbook, columns, characters per cell.</summary>
public sealed record ReadLimits(long FileBytes, long UnzippedBytes, int Entries, int Rows, int Columns, int CellCharacters)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>For files sent through the site: anyone who is logged in may send one.</summary>
    public static ReadLimits Web { get; } = new(10 * Megabyte, 200 * Megabyte, 200, 20_000, 128, 500);

    /// <summary>For the command line: only who may log in to the server runs it. The household ledger has 69 columns.</summary>
    public static ReadLimits Verb { get; } = new(100 * Megabyte, 1024 * Megabyte, 2_000, 200_000, 128, 500);
}
