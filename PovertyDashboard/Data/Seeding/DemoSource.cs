using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Data.Seeding;

/// <summary>
/// What one room adds to a batch of synthetic data (演示数据来源); the rows are written through BulkWriter before the next source
/// is asked, so that it can link to them. A room registers one source for each step that needs the ids of the one before.
/// </summary>
/// <param name="Order">Households 10; what stands beside them (campaigns) 20; what hangs on them 30 and more.</param>
public sealed record DemoSource(int Order, Func<DemoBatch, CancellationToken, Task<IReadOnlyList<LedgerRow>>> MakeAsync);

/// <summary>A batch of synthetic households on its way into the store (演示数据批次): one transaction, every ledger of it.</summary>
/// <param name="Random">The batch's own: the same seed on the same store gives the same rows.</param>
/// <param name="Places">Villages and how many households each gets in this batch.</param>
/// <param name="First">Running number of the batch's first household.</param>
/// <param name="Run">What sources remember from batch to batch.</param>
public sealed record DemoBatch(
    AppDbContext Db, IServiceProvider Services, Random Random, DateOnly Today, IReadOnlyList<(long Village, int Count)> Places, int First, DemoRun Run)
{
    private readonly List<LedgerRow> _written = [];

    /// <summary>The households that the batch has added; known to the sources after the first.</summary>
    public IReadOnlyList<HouseholdKey> Households { get; internal set; } = [];

    /// <summary>The rows of a type that earlier sources of the batch have returned, with their ids.</summary>
    public IReadOnlyList<T> Written<T>() where T : LedgerRow => [.. _written.OfType<T>()];

    internal void Add(IEnumerable<LedgerRow> rows) => _written.AddRange(rows);
}

/// <summary>What the sources remember during one run of the verb (演示数据运行), so that a batch does not ask the store anew.</summary>
public sealed class DemoRun
{
    private readonly Dictionary<Type, object> _kept = [];

    /// <summary>The room's own memory, made at its first batch.</summary>
    public async Task<T> KeepAsync<T>(Func<Task<T>> make) where T : class
    {
        if (!_kept.TryGetValue(typeof(T), out var kept)) _kept[typeof(T)] = kept = await make();
        return (T)kept;
    }
}
