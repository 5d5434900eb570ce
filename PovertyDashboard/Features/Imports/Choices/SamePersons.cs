using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>
/// Holds new rows that may be a person who is in the store under another number (可能同一人: same village, name and day of birth)
/// until the user has said whether he is.
/// </summary>
/// <param name="answers">By row number: id of the stored row that the user has named, or <see cref="ReadingChoices.Different"/>.</param>
internal sealed class SamePersons(AppDbContext db, Ledger ledger, IReadOnlyDictionary<int, long> answers)
{
    private const int Chunk = 500;
    private Dictionary<long, LedgerRow> _named = [];

    /// <summary>Reads the stored rows that the answers name.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var ids = answers.Values.Where(id => id != ReadingChoices.Different).ToList();
        if (ids.Count == 0) return;
        _named = (await ledger.Rows(db).WhereBy(QueryCalls.ConditionOf(ledger, row => ids.Contains(row.Id))).AsNoTracking().ToListAsync(ct)).ToDictionary(row => row.Id);
    }

    /// <summary>The stored row that the user has said the row to be, or null.</summary>
    public LedgerRow? NamedFor(int number) => answers.TryGetValue(number, out var id) ? _named.GetValueOrDefault(id) : null;

    /// <summary>Holds the rows that must be asked about.</summary>
    public async Task AskAsync(IReadOnlyList<DraftRow> drafts, CancellationToken ct)
    {
        var open = new List<(DraftRow Draft, (long Village, PersonTrace Person) Trace)>();
        foreach (var draft in drafts.Where(d => !d.IsRefused && d.Stored is null && !answers.ContainsKey(d.Number)))
            if (ledger.TraceOf(draft.Row) is { } person) open.Add((draft, (draft.Row.Region, person)));
        if (open.Count == 0) return;

        var met = drafts.Select(d => d.Stored?.Id).OfType<long>().ToHashSet();
        var stored = (await CandidatesAsync(open.ConvertAll(o => o.Trace), ct)).Where(row => !met.Contains(row.Id))
            .Select(row => (Row: row, Person: ledger.TraceOf(row))).Where(r => r.Person is not null).ToLookup(r => (r.Row.Region, r.Person!.Value), r => r.Row);
        var earlier = new Dictionary<(long, PersonTrace), DraftRow>();
        foreach (var (draft, trace) in open)
        {
            if (stored[trace].Select(row => new AlikeRow(row.Id, TextOf(row))).ToList() is { Count: > 0 } alike) Hold(draft, "库中", alike);
            else if (!earlier.TryAdd(trace, draft)) Hold(draft, $"第 {earlier[trace].Number} 行", [new AlikeRow(ReadingChoices.Different, TextOf(earlier[trace].Row))]);
        }
    }

    private Column Name => ledger.Columns.First(c => c.Kind == ColumnKind.PersonName);

    private void Hold(DraftRow draft, string where, IReadOnlyList<AlikeRow> alike)
    {
        draft.Alike = alike;
        draft.Refuse(Name.Header, $"{where}有同村、同名、同一天出生的人（{string.Join("；", alike.Select(a => a.Text))}）。请在导入页上回答是不是同一人");
    }

    private async Task<List<LedgerRow>> CandidatesAsync(List<(long Village, PersonTrace Person)> traces, CancellationToken ct)
    {
        var (lo, hi) = (traces.Min(t => t.Village), traces.Max(t => t.Village));
        var there = ledger.Rows(db).WhereBy(QueryCalls.ConditionOf(ledger, row => row.Region >= lo && row.Region <= hi));
        var rows = new List<LedgerRow>();
        foreach (var names in traces.Select(t => t.Person.Name).Distinct().Chunk(Chunk))
            rows.AddRange(await there.WhereBy(QueryCalls.IsOneOf(ledger, Name, names)).AsNoTracking().ToListAsync(ct));
        return rows;
    }

    /// <summary>邓某，1962-03-04 出生，户编号 3715…, so that two people of one name can be told apart; numbers of persons masked.</summary>
    private string TextOf(LedgerRow row)
    {
        var person = ledger.TraceOf(row)!.Value;
        var identity = ledger.Columns.FirstOrDefault(c => c.Kind == ColumnKind.PersonId);
        var numbers = ledger.Columns.Where(c => (c.IsKey && c.Kind != ColumnKind.Place) || c.Kind == ColumnKind.HouseholdNumber || c == identity)
            .Select(c => (c.Header, Text: Mask.Text(c.Sensitivity, ColumnText.Format(c, c.Get(row))))).Where(n => n.Text.Length > 0);
        return string.Join('，', [person.Name, $"{ColumnText.Day(person.Born)} 出生", .. numbers.Select(n => $"{n.Header} {n.Text}")]);
    }
}
