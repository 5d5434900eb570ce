using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Data.Seeding;

/// <summary>A batch of synthetic households on its way into the store (演示数据批次): one transaction, every ledger of it.</summary>
/// <param name="Places">Villages and how many households each gets in this batch.</param>
/// <param name="First">Running number of the batch's first household.</param>
public sealed record DemoBatch(AppDbContext Db, IServiceProvider Services, Random Random, DateOnly Today, IReadOnlyList<(long Village, int Count)> Places, int First)
{
    /// <summary>The households that the batch has added; known to the sources after the first.</summary>
    public IReadOnlyList<HouseholdKey> Households { get; set; } = [];
}

/// <summary>What one room adds to a batch; written through BulkWriter before the next source is asked.</summary>
/// <param name="Order">Households 10, then the ledgers that hang on them.</param>
public sealed record DemoSource(int Order, Func<DemoBatch, CancellationToken, Task<IReadOnlyList<LedgerRow>>> MakeAsync);
