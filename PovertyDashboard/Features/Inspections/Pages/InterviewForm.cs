using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>What has been typed and chosen in an interview (访谈表单): the interview's own fields and one answer for each question.</summary>
public sealed class InterviewForm
{
    private readonly Dictionary<int, GivenAnswer> _stored;
    private readonly Dictionary<int, GivenAnswer> _given;
    private readonly ColumnParser _parser;

    public InterviewForm(InterviewSheet sheet, ColumnParser parser)
    {
        (Sheet, _parser) = (sheet, parser);
        Fields = new LedgerForm(InterviewLedger.Ledger, InterviewLedger.Ledger.Columns, sheet.Interview);
        _stored = sheet.Answers.ToDictionary(a => a.Key, a => new GivenAnswer(a.Value.Given, a.Value.Note));
        _given = new Dictionary<int, GivenAnswer>(_stored);
    }

    public InterviewSheet Sheet { get; }

    public LedgerForm Fields { get; }

    /// <summary>Faults of the questions, by their number.</summary>
    public Dictionary<int, string> Faults { get; } = [];

    public IReadOnlyDictionary<int, GivenAnswer> Given => _given;

    public bool IsDirty => Fields.IsDirty || _given.Count != _stored.Count || _given.Any(g => _stored.GetValueOrDefault(g.Key) != g.Value);

    public string Way => Text(nameof(Interview.Way));

    /// <summary>Nobody spoke: then nothing is asked.</summary>
    public bool IsFutile => Way == InterviewWay.Phone && Text(nameof(Interview.Call)) is { Length: > 0 } call && call != CallResult.Answered;

    public IReadOnlyList<Question> Asked => IsFutile ? [] : [.. Sheet.Questions.Where(q => InterviewDesk.IsAsked(q, Way))];

    public int Answered => Asked.Count(q => Of(q).Text.Length > 0);

    public IReadOnlyList<Question> Bad => [.. Asked.Where(IsBad)];

    public FormField Field(string key) => Fields.Fields.First(f => f.Column.Key == key);

    public string Text(string key) => Field(key).Text;

    public void Put(string key, string text)
    {
        Fields.Type(Field(key), text);
        Field(key).Fault = null;
        if (key == nameof(Interview.Way) && text == InterviewWay.Home) Put(nameof(Interview.Call), "");
    }

    public void Typed(FormField field) => LedgerForm.Check(field, _parser);

    public GivenAnswer Of(Question question) => _given.TryGetValue(question.Number, out var given) ? given : new GivenAnswer("", "");

    public bool IsBad(Question question) => Of(question).Text is { Length: > 0 } text && QuestionRules.IsBad(question, text);

    public void Answer(Question question, string text)
    {
        Faults.Remove(question.Number);
        _given[question.Number] = Of(question) with { Text = text };
        if (text.Length == 0 && Of(question).Note.Length == 0) _given.Remove(question.Number);
    }

    public void Note(Question question, string note) => _given[question.Number] = Of(question) with { Note = note };

    /// <summary>Shows faults at their fields and questions; returns those of neither.</summary>
    public IReadOnlyList<string> PutFaults(IReadOnlyList<Fault> faults)
    {
        Faults.Clear();
        foreach (var question in Sheet.Questions)
            if (faults.FirstOrDefault(f => f.Column == InterviewDesk.HeaderOf(question.Number)).Message is { } message) Faults[question.Number] = message;
        Fields.PutFaults(faults.Where(f => !Sheet.Questions.Any(q => f.Column == InterviewDesk.HeaderOf(q.Number))));
        return Fields.RowFaults;
    }
}
