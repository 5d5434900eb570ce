namespace PovertyDashboard.Excel.Reading;

/// <summary>A worksheet (工作表) that can be read row by row, more than once but not twice at the same time.</summary>
public sealed class SheetSource
{
    private readonly Func<CancellationToken, IEnumerable<SheetRow>> rows;
    private readonly Lazy<IReadOnlyList<CellRange>> merges;

    internal SheetSource(
        string name, bool hidden, Func<CancellationToken, IEnumerable<SheetRow>> rows, Func<IReadOnlyList<CellRange>> merges)
    {
        Name = name;
        Hidden = hidden;
        this.rows = rows;
        this.merges = new Lazy<IReadOnlyList<CellRange>>(() => ReadGuard.Run(merges));
    }

    public string Name { get; }

    public bool Hidden { get; }

    /// <summary>Merged ranges (合并单元格); the first use reads through the sheet once.</summary>
    /// <exception cref="SheetFaultException">The sheet is damaged or over a limit.</exception>
    public IReadOnlyList<CellRange> Merges => merges.Value;

    /// <summary>The rows with content, in the file's order, streamed.</summary>
    /// <exception cref="SheetFaultException">While enumerating: the sheet is damaged or over a limit.</exception>
    public IEnumerable<SheetRow> Rows(CancellationToken ct) => ReadGuard.Stream(() => rows(ct));
}
