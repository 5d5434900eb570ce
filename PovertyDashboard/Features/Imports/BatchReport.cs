using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace PovertyDashboard.Features.Imports;

/// <summary>What a batch keeps of its result for the page: one sheet after another with the fates of its rows.</summary>
/// <param name="At">UTC instant from which the check has looked at the store.</param>
public sealed record BatchReport(IReadOnlyList<BatchSheet> Sheets, DateTime At)
{
    /// <summary>How reports of a batch are kept in its row; Chinese as it is.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    public static readonly BatchReport Empty = new([], default);

    public static BatchReport Of(FileResult result, DateTime at) => new([.. (result.Near is { } near ? [near] : result.Sheets).Select(s => new BatchSheet(
        s.Sheet, s.Ledger?.Title ?? "", s.Region, s.Rejection, s.Columns, s.Place,
        [.. s.Rows.Where(r => r.Fate != RowFate.Unchanged)], RowSpan.Of(s.Rows.Where(r => r.Fate == RowFate.Unchanged).Select(r => r.Row)))
    { Key = s.Ledger?.Key ?? "" })], at);

    public static BatchReport Read(string json) => json.Length == 0 ? Empty : JsonSerializer.Deserialize<BatchReport>(json, Json) ?? Empty;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Most of 20,000 rows have neither faults nor changes; saying so of each was two thirds of a report.</summary>
    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        if (type.Type != typeof(RowOutcome)) return;
        foreach (var property in type.Properties) property.ShouldSerialize = (_, value) => value is not ICollection { Count: 0 };
    }
}

/// <summary>One sheet of a batch. Of unchanged rows it keeps the numbers alone: naming each of 20,000 of them would tell nobody anything.</summary>
public sealed record BatchSheet(
    string Name, string Ledger, long? Region, string Rejection, IReadOnlyList<ColumnMatch> Columns, SheetPlace Place, IReadOnlyList<RowOutcome> Rows, IReadOnlyList<RowSpan> Unchanged)
{
    /// <summary>Key of the ledger; empty where none was recognised.</summary>
    public string Key { get; init; } = "";
}

/// <summary>Row numbers that follow on each other (连续行).</summary>
public readonly record struct RowSpan(int First, int Last)
{
    public static IReadOnlyList<RowSpan> Of(IEnumerable<int> numbers)
    {
        var spans = new List<RowSpan>();
        foreach (var number in numbers.Order())
        {
            if (spans.Count > 0 && spans[^1].Last + 1 == number) spans[^1] = spans[^1] with { Last = number };
            else spans.Add(new RowSpan(number, number));
        }

        return spans;
    }
}
