namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>What the user is choosing on the page and has not yet had checked (未生效的选择).</summary>
public sealed class ChoicesDraft(ReadingChoices made)
{
    private readonly Dictionary<(string Ledger, string Header), string> _headers = [];
    private readonly Dictionary<(string Ledger, string Column), bool> _blanks = [];
    private readonly Dictionary<(string Sheet, int Row), long> _persons = [];

    /// <summary>What the last check went by.</summary>
    public ReadingChoices Made { get; } = made;

    public bool HasColumns => _headers.Count > 0;

    public bool HasChanges => HasColumns || _blanks.Count > 0 || _persons.Count > 0;

    public int Answered => _persons.Count;

    /// <summary>The column as chosen on the page, or as it was recognised.</summary>
    public string ColumnOf(string ledger, ColumnMatch match) => _headers.GetValueOrDefault((ledger, match.Name), match.Key);

    public void Choose(string ledger, ColumnMatch match, string column)
    {
        if (column == match.Key) _headers.Remove((ledger, match.Name));
        else _headers[(ledger, match.Name)] = column;
    }

    public bool Blanks(string ledger, string column) => _blanks.TryGetValue((ledger, column), out var isOn) ? isOn : WasBlanking(ledger, column);

    public void Blank(string ledger, string column, bool isOn)
    {
        if (isOn == WasBlanking(ledger, column)) _blanks.Remove((ledger, column));
        else _blanks[(ledger, column)] = isOn;
    }

    /// <summary>Id of the stored row that is said to be the person, <see cref="ReadingChoices.Different"/>, or null while nothing is said.</summary>
    public long? AnswerTo(string sheet, int row) => _persons.TryGetValue((sheet, row), out var id) ? id : null;

    public void Answer(string sheet, int row, long id) => _persons[(sheet, row)] = id;

    /// <summary>What was made before, with what was chosen since.</summary>
    public ReadingChoices Build()
    {
        var ledgers = Made.Ledgers.Keys.Concat(_headers.Keys.Select(k => k.Ledger)).Concat(_blanks.Keys.Select(k => k.Ledger)).Distinct();
        var sheets = Made.Persons.Keys.Concat(_persons.Keys.Select(k => k.Sheet)).Distinct();
        return new ReadingChoices(ledgers.ToDictionary(key => key, ColumnsOf), sheets.ToDictionary(name => name, PersonsOf));
    }

    private bool WasBlanking(string ledger, string column) => Made.Ledgers.GetValueOrDefault(ledger, ColumnChoices.None).Blanks.Contains(column);

    private ColumnChoices ColumnsOf(string ledger)
    {
        var before = Made.Ledgers.GetValueOrDefault(ledger, ColumnChoices.None);
        var headers = new Dictionary<string, string>(before.Headers);
        foreach (var ((_, header), column) in _headers.Where(h => h.Key.Ledger == ledger)) headers[header] = column;
        var blanks = before.Blanks.Concat(_blanks.Keys.Where(b => b.Ledger == ledger).Select(b => b.Column)).Distinct().Where(column => Blanks(ledger, column));
        return new ColumnChoices(headers, [.. blanks]);
    }

    private IReadOnlyDictionary<int, long> PersonsOf(string sheet)
    {
        var rows = new Dictionary<int, long>(Made.PersonsOf(sheet));
        foreach (var ((_, row), id) in _persons.Where(p => p.Key.Sheet == sheet)) rows[row] = id;
        return rows;
    }
}
