using PovertyDashboard.Data;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Ledgers;

/// <summary>What rules and effects that need the store may use (库内规则环境).</summary>
public sealed record EffectContext(AppDbContext Db, SettingsDirectory Settings, RowContext Row)
{
    /// <summary>A row that is entered now must meet today's rules; a file also brings history.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The persons of the households, where a room keeps them.</summary>
    public PersonKeys? Members { get; init; }

    /// <summary>The households that the user meets, where a room keeps them.</summary>
    public HouseholdKeys? Households { get; init; }
}

/// <summary>A fault of one of several rows that were judged together.</summary>
public readonly record struct RowFault(LedgerRow Row, Fault Fault);

/// <summary>
/// What a ledger asks of other rows (跨行规则), alike for forms and files: links, faults that only other rows tell, and rows that
/// must be there or change along. What is not set is not asked.
/// </summary>
public sealed class StoreRules<T>
    where T : LedgerRow
{
    /// <summary>Fills links from what is written (a person's number → the post that he holds), before the row is compared with the store; reads only.</summary>
    public Func<IReadOnlyList<T>, EffectContext, CancellationToken, Task>? Link { get; init; }

    /// <summary>Faults that only other rows tell (one person, one post); the rows of a file in their order; reads only.</summary>
    public Func<IReadOnlyList<T>, EffectContext, CancellationToken, Task<IReadOnlyList<RowFault>>>? Check { get; init; }

    /// <summary>Adds the rows that these hang on and changes those that repeat them, in the transaction that then writes the rows.</summary>
    public Func<IReadOnlyList<T>, EffectContext, CancellationToken, Task>? Prepare { get; init; }

    /// <summary>Why the row may not be deleted while others hang on it, or null.</summary>
    public Func<AppDbContext, T, CancellationToken, Task<string?>>? RefuseDelete { get; init; }
}
