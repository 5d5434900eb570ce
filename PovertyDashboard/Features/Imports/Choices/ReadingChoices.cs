using System.Text.Json;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>What the user has decided about a file after looking at its check (读法选择); a batch keeps it as JSON.</summary>
/// <param name="Ledgers">By key of the ledger: how its columns are read.</param>
/// <param name="Persons">By name of the sheet and row number: id of the stored row that is the same person, or <see cref="Different"/>.</param>
public sealed record ReadingChoices(IReadOnlyDictionary<string, ColumnChoices> Ledgers, IReadOnlyDictionary<string, IReadOnlyDictionary<int, long>> Persons)
{
    /// <summary>Answer for a row that is nobody in the store.</summary>
    public const long Different = 0;

    public static readonly ReadingChoices None = new(new Dictionary<string, ColumnChoices>(), new Dictionary<string, IReadOnlyDictionary<int, long>>());

    public static ReadingChoices Read(string json) => json.Length == 0 ? None : JsonSerializer.Deserialize<ReadingChoices>(json, BatchReport.Json) ?? None;

    public string Write() => JsonSerializer.Serialize(this, BatchReport.Json);

    public ColumnChoices Of(Ledger ledger) => Ledgers.GetValueOrDefault(ledger.Key, ColumnChoices.None);

    /// <summary>The answers to the rows of a sheet.</summary>
    public IReadOnlyDictionary<int, long> PersonsOf(string sheet) => Persons.GetValueOrDefault(sheet) ?? new Dictionary<int, long>();
}

/// <summary>How the columns of one ledger are read (列的读法).</summary>
/// <param name="Headers">By name of the header (<see cref="SheetHeader.Name"/>): key of the ledger's column, or <see cref="Unused"/>.</param>
/// <param name="Blanks">Keys of the columns whose empty cells empty what is stored; for all others an empty cell says nothing.</param>
public sealed record ColumnChoices(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Blanks)
{
    /// <summary>Stands for a column that is left out.</summary>
    public const string Unused = "";

    public static readonly ColumnChoices None = new(new Dictionary<string, string>(), []);
}
