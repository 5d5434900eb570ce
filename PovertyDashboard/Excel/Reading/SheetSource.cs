namespace PovertyDashboard.Excel.Reading;

/// <summary>A worksheet (工作表) that can be read row by row, more than once but not twice at the same time.</summary>
public sealed class SheetSource
{
    // What is looked at to recognise a sheet.
    private const int RowsKept = 20;

    private readonly Func<CancellationToken, IEnumerable<SheetRow>> rows;
    private readonly Lazy<IReadOnlyList<CellRange>> merges;
    private List<SheetRow>? first;

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

    /// <summary>The rows with content, in the file's order, streamed. The first ones are kept, since a sheet is looked at several times before it is read.</summary>
    /// <exception cref="SheetFaultException">While enumerating: the sheet is damaged or over a limit.</exception>
    public IEnumerable<SheetRow> Rows(CancellationToken ct)
    {
        first ??= [.. ReadGuard.Stream(() => rows(ct)).Take(RowsKept)];
        foreach (var row in first)
        {
            ct.ThrowIfCancellationRequested();
            yield return row;
        }
        if (first.Count < RowsKept)
        {
            yield break;
        }
        foreach (var row in ReadGuard.Stream(() => rows(ct)).Skip(RowsKept))
        {
            yield return row;
        }
    }
}
