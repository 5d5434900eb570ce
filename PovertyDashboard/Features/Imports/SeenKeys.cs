using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>The keys of the rows of one sheet (文件内重复), so that a row that is there twice is found.</summary>
public sealed class SeenKeys(RowKeys keys)
{
    private readonly Dictionary<string, (int Row, bool IsOwn)> _rows = [];

    /// <summary>Takes the row in; the number of the earlier row that means the same, or null.</summary>
    public int? Take(LedgerRow row, int number)
    {
        var (main, other) = (keys.Main(row), keys.Other(row));
        if ((main ?? other) is not { } own) return null;
        if (_rows.TryGetValue(own, out var earlier)) return earlier.Row;
        _rows[own] = (number, IsOwn: true);
        if (other is null || other == own) return null;
        // Two rows with different numbers stay two, whatever else agrees; a row without a number is the one that agrees.
        if (_rows.TryGetValue(other, out var alike)) return alike.IsOwn ? alike.Row : null;
        _rows[other] = (number, IsOwn: false);
        return null;
    }
}
