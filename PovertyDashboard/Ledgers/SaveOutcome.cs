namespace PovertyDashboard.Ledgers;

/// <summary>What became of a save, delete or restore (保存结果); every expected outcome is a value.</summary>
public abstract record SaveOutcome;

/// <summary>The row as it is stored now.</summary>
public sealed record RowSaved(LedgerRow Row) : SaveOutcome;

/// <summary>Somebody else saved first (冲突).</summary>
/// <param name="Current">The row as it is stored.</param>
/// <param name="Who">Name of the person who saved it.</param>
/// <param name="When">UTC instant of that save.</param>
public sealed record RowConflict(LedgerRow Current, string Who, DateTime When) : SaveOutcome;

/// <summary>Fields or the row as a whole are not right; nothing was stored.</summary>
public sealed record RowInvalid(IReadOnlyList<Fault> Faults) : SaveOutcome;

/// <summary>The user may not, or the row is not there.</summary>
/// <param name="Sentence">Why, in a sentence for the user.</param>
public sealed record RowRefused(string Sentence) : SaveOutcome;
