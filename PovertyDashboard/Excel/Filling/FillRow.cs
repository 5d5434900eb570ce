using System.Runtime.CompilerServices;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Excel.Filling;

/// <summary>Takes the cells of a row as values for a form (明细取值), so that a form shows of a ledger what its export shows.</summary>
public sealed class FillRow : RowWriter
{
    private readonly List<FillValue> values = [];

    /// <summary>Each row as its number, counting from 1, so often as asked for, and its values.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<FillValue>> Of<T>(IAsyncEnumerable<T> rows, Action<T, RowWriter> write, int numbers, [EnumeratorCancellation] CancellationToken ct)
    {
        var row = new FillRow();
        var count = 0;
        await foreach (var item in rows.WithCancellation(ct))
        {
            row.values.Clear();
            count++;
            for (var i = 0; i < numbers; i++) row.values.Add(new FillValue(Number: count));
            write(item, row);
            yield return row.values;
        }
    }

    public override void Text(string? value) => values.Add(new FillValue(value));

    public override void Number(long scaled, int scale) => values.Add(new FillValue(Number: Unscale(scaled, scale)));

    public override void Date(DateOnly value) => values.Add(new FillValue(Day: value));

    public override void Month(int yyyymm) => values.Add(new FillValue(MonthText(yyyymm)));

    public override void Empty() => values.Add(FillValue.Empty);
}
