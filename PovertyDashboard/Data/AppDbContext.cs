using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>
/// The store (数据库). Every query sees only rows inside the user's scope that are not deleted; every save goes through
/// the <see cref="ChangePipeline"/>. One context per operation, never one per circuit.
/// </summary>
public sealed class AppDbContext : IdentityDbContext<AppUser, IdentityRole<long>, long>
{
    private readonly ChangePipeline _pipeline;

    // The scope as plain fields: EF reads them as parameters of the global filter.
    private readonly bool _all;
    private readonly bool _oneRange;
    private readonly long _lo;
    private readonly long _hi;
    private readonly List<long> _keys;
    private readonly List<long> _above;
    private readonly bool _health;
    private readonly bool _inspections;
    private readonly bool _clues;
    private readonly bool _office;
    private readonly bool _works;
    private readonly bool _isNarrow;
    private readonly List<long> _homes;

    public AppDbContext(DbContextOptions<AppDbContext> options, CurrentUser user, RegionDirectory regions, ChangePipeline pipeline)
        : base(options)
    {
        _pipeline = pipeline;
        var scope = user.Identity.Scope;
        _all = scope.IsEverything;
        _oneRange = scope.Roots.Count == 1;
        _lo = scope.Roots.Count == 0 ? 0 : RegionKey.Subtree(scope.Roots[0]).Lo;
        _hi = scope.Roots.Count == 0 ? 0 : RegionKey.Subtree(scope.Roots[^1]).Hi;
        _keys = scope.Roots.Count < 2 ? [] : [.. regions.Tree.Nodes.Where(n => scope.Contains(n.Key)).Select(n => n.Key)];
        _above = [.. scope.Roots.SelectMany(PathAbove).Distinct()];
        _health = user.Identity.May(Act.ListHealth);
        _inspections = user.Identity.May(Act.ReadInspections);
        _clues = user.Identity.May(Act.KeepClues);
        _office = user.Identity.May(Act.ReadOffice);
        _works = user.Identity.May(Act.ReadWorks);
        _isNarrow = scope.Households is not null;
        _homes = [.. scope.Households ?? []];
    }

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Change> Changes => Set<Change>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously: the pipeline waits for the write gate.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        _pipeline.SaveAsync(this, acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>Runs several reads and saves in one write transaction.</summary>
    public Task<TResult> InTransactionAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken ct) => _pipeline.RunAsync(this, work, keeps: true, ct);

    /// <summary>Tries the work out: its result is returned, and what it has written is rolled back.</summary>
    public Task<TResult> TryOutAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken ct) => _pipeline.RunAsync(this, work, keeps: false, ct);

    internal Task<int> SaveRawAsync(bool acceptAll, CancellationToken ct) => base.SaveChangesAsync(acceptAll, ct);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(LedgerRow))).ToList())
        {
            var entity = builder.Entity(type.ClrType);
            entity.Property(nameof(LedgerRow.Version)).IsConcurrencyToken();
            entity.HasIndex(nameof(LedgerRow.Region));
            entity.HasQueryFilter(ScopeFilter(type.ClrType));
        }
    }

    /// <summary>row → not deleted and inside the scope (for rows readable below: or owned by a node above the scope), as far as the user may meet its kind.</summary>
    private LambdaExpression ScopeFilter(Type rowType)
    {
        Expression<Func<LedgerRow, bool>> inScope = r => !r.IsDeleted
            && (_all || (r.Region >= _lo && r.Region < _hi && (_oneRange || _keys.Contains(r.Region))));
        Expression<Func<LedgerRow, bool>> orAbove = r => !r.IsDeleted
            && (_all || (r.Region >= _lo && r.Region < _hi && (_oneRange || _keys.Contains(r.Region))) || _above.Contains(r.Region));
        var filter = rowType.IsAssignableTo(typeof(IReadableBelow)) ? orAbove : inScope;
        var row = Expression.Parameter(rowType, "row");
        var body = Expression.AndAlso(SplitQuery.Swap(filter, row), OwnFilter(rowType, row));
        return Expression.Lambda(OpenKinds(rowType).Aggregate(body, (all, open) => Expression.AndAlso(SplitQuery.Swap(open, row), all)), row);
    }

    /// <summary>Kinds of rows that are for certain users only, wherever they lie; <see cref="LedgerRights.ListedBy"/> says the same of ledgers.</summary>
    private IEnumerable<Expression<Func<LedgerRow, bool>>> OpenKinds(Type rowType)
    {
        if (rowType.IsAssignableTo(typeof(IHealthRow))) yield return _ => _health;
        if (rowType.IsAssignableTo(typeof(IInspectionRow))) yield return _ => _inspections;
        if (rowType.IsAssignableTo(typeof(IClueRow))) yield return _ => _clues;
        if (rowType.IsAssignableTo(typeof(IOfficeRow))) yield return _ => _office;
        if (rowType.IsAssignableTo(typeof(IWorksRow))) yield return _ => _works;
    }

    /// <summary>Who has single households (帮扶责任人) meets their rows and those that tell of nobody; see <see cref="OwnHouseholds.Holds"/>.</summary>
    private Expression OwnFilter(Type rowType, ParameterExpression row)
    {
        Expression<Func<long, bool>> own = id => !_isNarrow || _homes.Contains(id);
        Expression<Func<long?, bool>> linked = id => !_isNarrow || (id != null && _homes.Contains(id.Value));
        Expression<Func<LedgerRow, bool>> closed = _ => !_isNarrow;
        if (rowType.IsAssignableTo(typeof(IHousehold))) return SplitQuery.Swap(own, Expression.Property(row, nameof(LedgerRow.Id)));
        if (rowType.IsAssignableTo(typeof(IHouseholdMember))) return SplitQuery.Swap(own, Expression.Property(row, nameof(IHouseholdMember.HouseholdId)));
        if (rowType.IsAssignableTo(typeof(IHouseholdRow))) return SplitQuery.Swap(linked, Expression.Property(row, nameof(IHouseholdRow.HouseholdId)));
        return OwnHouseholds.IsOfNobody(rowType) ? Expression.Constant(true) : SplitQuery.Swap(closed, row);
    }

    private static IEnumerable<long> PathAbove(long key)
    {
        for (var k = RegionKey.ParentOf(key); k is { } at; k = RegionKey.ParentOf(at)) yield return at;
    }
}
