using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A ledger with the columns that a sheet may have, those made by data included.</summary>
/// <param name="Chosen">Headers whose column a person has chosen, by their name: key of the column, or <see cref="Choices.ColumnChoices.Unused"/>.</param>
/// <param name="IsByHand">Whether that was for this very file: then a few columns are enough.</param>
public sealed record LedgerForm(Ledger Ledger, IReadOnlyList<Column> Columns, IReadOnlyDictionary<string, string> Chosen, bool IsByHand)
{
    /// <summary>Under which headers its columns are found.</summary>
    public ColumnNames Names { get; } = new(Columns);
}

/// <summary>The ledgers that a sheet may be, in the order in which they depend on each other.</summary>
public sealed class LedgerForms
{
    private readonly Dictionary<string, int[]> _byName;

    public LedgerForms(IReadOnlyList<LedgerForm> all)
    {
        All = all;
        _byName = all.SelectMany((form, at) => form.Names.All.Concat(form.Chosen.Keys).Distinct().Select(name => (Name: name, At: at)))
            .GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.Select(n => n.At).ToArray());
    }

    public IReadOnlyList<LedgerForm> All { get; }

    /// <summary>The ledgers of which enough headers may be columns; most rows of a sheet are no header of anything.</summary>
    /// <param name="isEnough">Whether so many at most are, for the ledger.</param>
    public IEnumerable<LedgerForm> Likely(IReadOnlyCollection<SheetHeader> headers, Func<LedgerForm, int, bool> isEnough)
    {
        var counts = new int[All.Count];
        foreach (var header in headers)
        {
            Count(header.Folded);
            if (header.Bare != header.Folded) Count(header.Bare);
            if (header.Grouped.Length > 0) Count(header.Grouped);
        }

        return All.Where((form, at) => isEnough(form, counts[at]));

        void Count(string name)
        {
            if (!_byName.TryGetValue(name, out var forms)) return;
            foreach (var at in forms) counts[at]++;
        }
    }
}
