using System.Text.Json;

namespace PovertyDashboard.Features.Imports.Undoing;

/// <summary>A row that an undone import has left as it is (保留的行), and why.</summary>
/// <param name="Ledger">Title of its ledger.</param>
/// <param name="Name">How people name the row.</param>
public sealed record LeftRow(string Ledger, string Name, string Reason);

/// <summary>What became of the undoing of a batch (撤销结果).</summary>
/// <param name="By">Who has undone it.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Deleted">New rows that are marked as deleted.</param>
/// <param name="Restored">Changed rows that have their former values again.</param>
public sealed record UndoReport(string By, DateTime At, string Reason, int Deleted, int Restored, IReadOnlyList<LeftRow> Left)
{
    public static UndoReport? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<UndoReport>(json, BatchReport.Json);

    public string Write() => JsonSerializer.Serialize(this, BatchReport.Json);
}
