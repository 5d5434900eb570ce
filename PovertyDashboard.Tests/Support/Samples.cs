using System.Text.Json;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Tests.Support;

/// <summary>The sample ledgers with their planted faults.</summary>
internal static class Samples
{
    public static string PathOf(string file) => Path.Combine(ReferenceData.Folder, "samples", file);

    /// <summary>Rows and planted faults of a sample, from its answer key.</summary>
    public static (int Rows, IReadOnlyList<(int Row, string Column, string Why)> Bad) Answer(string file)
    {
        using var key = JsonDocument.Parse(File.ReadAllText(PathOf("answer-key.json")));
        var answer = key.RootElement.GetProperty(file);
        return (answer.GetProperty("rows").GetInt32(), [.. answer.GetProperty("bad").EnumerateArray().Select(b => (b.GetProperty("row").GetInt32(), b.GetProperty("column").GetString()!, b.GetProperty("why").GetString()!))]);
    }
}
