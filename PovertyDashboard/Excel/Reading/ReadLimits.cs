namespace PovertyDashboard.Excel.Reading;

/// <summary>What an uploaded file may cost (上传限额): sizes in bytes, parts, rows with content per workbook, columns, characters per cell, and time.</summary>
/// <param name="Columns">The household ledger has 69 columns and comes back with the office's own beside them and 结果 behind: 60 would refuse our own export.</param>
/// <param name="Time">How long reading and checking may take; null for as long as it takes. Writing what was checked in time is not cut off.</param>
public sealed record ReadLimits(long FileBytes, long UnzippedBytes, int Entries, int Rows, int Columns, int CellCharacters, TimeSpan? Time)
{
    private const long Megabyte = 1024 * 1024;

    // Long problem ledgers come to some 600 characters a row; all that a file may say is held in memory.
    private const int CharactersPerRow = 1_500;

    // A row of 69 cells has some 400 with their values' tags.
    private const int TagsPerRow = 500;

    // Households of three, six of their columns merged, come to two.
    private const int MergesPerRow = 5;

    /// <summary>For files sent through the site: anyone who is logged in may send one.</summary>
    public static ReadLimits Web { get; } = new(10 * Megabyte, 200 * Megabyte, 200, 20_000, 128, 500, TimeSpan.FromSeconds(60));

    /// <summary>For the command line: only who may log in to the server runs it.</summary>
    public static ReadLimits Verb { get; } = new(100 * Megabyte, 1024 * Megabyte, 2_000, 200_000, 128, 500, Time: null);

    /// <summary>Start and end tags of a part's XML, empty rows and cells included.</summary>
    public long Tags => (long)Rows * TagsPerRow;

    /// <summary>Characters of all cells together.</summary>
    public long Characters => (long)Rows * CharactersPerRow;

    /// <summary>Merged ranges of one sheet.</summary>
    public long Merges => (long)Rows * MergesPerRow;
}
