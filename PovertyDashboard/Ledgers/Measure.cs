using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;

namespace PovertyDashboard.Ledgers;

/// <summary>What a measure yields.</summary>
public enum MeasureKind { Count, Sum, Ratio }

/// <summary>Which direction of a measure is good; the colour of a change follows it, posts and households stay neutral.</summary>
public enum GoodDirection { Neutral, Up, Down }

/// <summary>A measure (指标): tile, chart, named list, export and bulletin all read this one declaration.</summary>
public abstract class Measure(string key, string title, string unit)
{
    /// <summary>The key in addresses and verbs, e.g. <c>problems.overdue</c>.</summary>
    public string Key { get; } = key;

    public string Title { get; } = title;

    public string Unit { get; init; } = unit;

    public abstract MeasureKind Kind { get; }

    /// <summary>The ledger whose list opens on a click.</summary>
    public abstract Ledger Ledger { get; }

    /// <summary>Keys of every ledger whose changes may move the figure.</summary>
    public abstract IReadOnlyList<string> DependsOn { get; }

    public GoodDirection Good { get; init; }

    /// <summary>Whether the figure of an earlier day can be counted from dated facts (for sparklines and trends).</summary>
    public bool HasHistory { get; init; }

    /// <summary>Offered as a chip above its ledger's table, in order of declaration.</summary>
    public bool IsChip { get; init; } = true;
}

/// <summary>A measure that counts or sums rows.</summary>
public abstract class RowMeasure(string key, string title, string unit) : Measure(key, title, unit)
{
    /// <summary>Decimal places of the sum (money 2); 0 for counts.</summary>
    public int Scale { get; init; }

    /// <summary>The predicate over the ledger's row type: the figure counts the rows that fulfil it.</summary>
    public abstract LambdaExpression Condition(AppDbContext db, DateOnly today);

    /// <summary>The sum of the measured value over rows of the ledger.</summary>
    public abstract Task<long> SumAsync(IQueryable<LedgerRow> rows, CancellationToken ct);

    /// <summary>One grouped query: the figures of all regions, or of the given ones only, split by up to two text columns.</summary>
    public abstract Task<List<SplitFigure>> SplitAsync(AppDbContext db, DateOnly today, IReadOnlyList<Column> by, IReadOnlyCollection<long>? regions, CancellationToken ct);
}

/// <summary>A figure of one region and one combination of code texts.</summary>
public sealed class SplitFigure
{
    public long Region { get; set; }

    public string A { get; set; } = "";

    public string B { get; set; } = "";

    public long Count { get; set; }

    public long Sum { get; set; }
}

/// <summary>The rows of a ledger that fulfil a named predicate, counted, or one of their values summed.</summary>
public sealed class RowMeasure<T>(string key, string title, Ledger<T> ledger, Func<AppDbContext, DateOnly, Expression<Func<T, bool>>> where) : RowMeasure(key, title, ledger.Unit)
    where T : LedgerRow, new()
{
    /// <summary>The summed value (fen or scaled long); null counts rows.</summary>
    public Expression<Func<T, long>>? Sum { get; init; }

    /// <summary>Keys of further ledgers that the predicate reads.</summary>
    public IReadOnlyList<string> AlsoDependsOn { get; init; } = [];

    public override MeasureKind Kind => Sum is null ? MeasureKind.Count : MeasureKind.Sum;

    public override Ledger Ledger => ledger;

    public override IReadOnlyList<string> DependsOn => [ledger.Key, .. AlsoDependsOn];

    public override LambdaExpression Condition(AppDbContext db, DateOnly today) => where(db, today);

    public override Task<long> SumAsync(IQueryable<LedgerRow> rows, CancellationToken ct) => ((IQueryable<T>)rows).SumAsync(Sum ?? (_ => 1), ct);

    public override Task<List<SplitFigure>> SplitAsync(AppDbContext db, DateOnly today, IReadOnlyList<Column> by, IReadOnlyCollection<long>? regions, CancellationToken ct) =>
        SplitQuery.Group(In(regions, Matching(db, today)), by, Sum).ToListAsync(ct);

    private IQueryable<T> Matching(AppDbContext db, DateOnly today) => db.Set<T>().Where(where(db, today));

    private static IQueryable<T> In(IReadOnlyCollection<long>? regions, IQueryable<T> rows) =>
        regions is null ? rows : rows.Where(r => regions.Contains(r.Region));
}

/// <summary>The ratio of two measures (率), e.g. 销号率 = 已销号 ÷ 发现; its list is the list of the part.</summary>
public sealed class RatioMeasure(string key, string title, RowMeasure part, RowMeasure whole, string unit = "%") : Measure(key, title, unit)
{
    /// <summary>A rate is shown in per cent; with another unit (元/人) the ratio is an average.</summary>
    public bool IsPercent => Unit == "%";

    public RowMeasure Part { get; } = part;

    public RowMeasure Whole { get; } = whole;

    public override MeasureKind Kind => MeasureKind.Ratio;

    public override Ledger Ledger => Part.Ledger;

    public override IReadOnlyList<string> DependsOn => [.. Part.DependsOn.Union(Whole.DependsOn)];
}

/// <summary>A measure split by one or two code columns of its ledger (分组), for charts; its list is the measure's with those filters.</summary>
/// <param name="Key">Stable name, e.g. <c>households.by-type-and-cause</c>.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="By">One or two Code columns.</param>
public sealed record Breakdown(string Key, RowMeasure Measure, IReadOnlyList<Column> By);
