using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// The stored rows that the rows of a file may update, by key; and those that stand in the way: rows of other places with the
/// same key, and rows that somebody has deleted since the file was checked.
/// </summary>
/// <param name="since">UTC instant of the check that the user has seen; null for a first look.</param>
public sealed class StoredRows(AppDbContext db, LedgerForm form, RowKeys keys, RegionScope scope, DateTime? since)
{
    private const int Chunk = 500;
    private readonly Dictionary<string, LedgerRow> _byMain = [];
    private readonly Dictionary<string, LedgerRow?> _byOther = [];
    private readonly Dictionary<string, LedgerRow> _hidden = [];
    private readonly DateTime _since = since ?? DateTime.MaxValue;

    private IQueryable<LedgerRow> All => form.Ledger.Rows(db);

    public async Task LoadAsync(IReadOnlyCollection<LedgerRow> incoming, CancellationToken ct)
    {
        if (keys.Single is { } column) await LoadByTextAsync(column, incoming, ct);
        // Rows that their number does not find may still be known by their alternate key, in their own place.
        var left = keys.Single is null ? incoming : keys.HasOther ? [.. incoming.Where(row => Find(row) is null)] : [];
        foreach (var place in left.Select(PlaceOf).Where(r => r != 0).Distinct().ToList()) await LoadPlaceAsync(place, ct);
    }

    /// <summary>The stored row that the incoming one means, or null.</summary>
    public LedgerRow? Find(LedgerRow row)
    {
        var main = keys.Main(row);
        if (main is not null && _byMain.TryGetValue(main, out var found)) return found;
        // A row with a number is not one that has another number.
        return keys.Other(row) is { } other && _byOther.GetValueOrDefault(other) is { } same && (main is null || keys.Main(same) is null) ? same : null;
    }

    /// <summary>Why no row with this key may be written, or null.</summary>
    public string? RefusalOf(LedgerRow row)
    {
        if (Find(row) is not null) return null;
        var main = keys.Main(row);
        if (main is null && keys.Other(row) is { } other && _byOther.TryGetValue(other, out var one) && one is null)
            return $"库中有两行与此相同，分不清是哪一行。请填写{keys.MainHeader}，或先在台账里改正";
        if ((main ?? keys.Other(row)) is not { } key || !_hidden.TryGetValue(key, out var hidden)) return null;
        return hidden.IsDeleted
            ? "核对之后，这一行已被人删除。请确认后重新导入这个文件"
            : "与其他地区的一行相同。请核对后改正，或请那里的扶贫办先改正";
    }

    private async Task LoadByTextAsync(Column column, IReadOnlyCollection<LedgerRow> incoming, CancellationToken ct)
    {
        var texts = incoming.Select(r => (string?)column.Get(r) ?? "").Where(t => t.Length > 0).Distinct().ToList();
        foreach (var some in texts.Chunk(Chunk)) Add(await All.WhereBy(In(column, some)).AsNoTracking().ToListAsync(ct));
        var found = _byMain.Values.Select(r => (string)column.Get(r)!).ToHashSet();
        foreach (var some in texts.Where(t => !found.Contains(t)).Chunk(Chunk)) await HideAsync(All.WhereBy(In(column, some)), ct);
    }

    private async Task LoadPlaceAsync(long place, CancellationToken ct)
    {
        var range = RegionKey.Subtree(place);
        var rows = All.WhereBy(Of(r => r.Region >= range.Lo && r.Region < range.Hi));
        Add(await rows.AsNoTracking().ToListAsync(ct));
        if (since is not null || !scope.Contains(place)) await HideAsync(rows, ct);
    }

    /// <summary>Rows that the user does not see: of other places, or deleted since the check.</summary>
    private async Task HideAsync(IQueryable<LedgerRow> rows, CancellationToken ct)
    {
        foreach (var row in await rows.WhereBy(Of(r => !r.IsDeleted || r.ChangedAt > _since)).IgnoreQueryFilters().AsNoTracking().ToListAsync(ct))
            if ((row.IsDeleted || !scope.Contains(row.Region)) && (keys.Main(row) ?? keys.Other(row)) is { } key) _hidden[key] = row;
    }

    private void Add(List<LedgerRow> rows)
    {
        foreach (var row in rows)
        {
            if (keys.Main(row) is { } main) _byMain[main] = row;
            if (keys.Other(row) is { } other) _byOther[other] = _byOther.TryGetValue(other, out var same) && same?.Id != row.Id ? null : row;
        }
    }

    private long PlaceOf(LedgerRow row) => form.Ledger.KeyWithin == RegionLevel.Township ? RegionKey.TownshipOf(row.Region) : row.Region;

    private LambdaExpression Of(Expression<Func<LedgerRow, bool>> condition) => QueryCalls.Lambda(form.Ledger.RowType, row => SplitQuery.Swap(condition, row));

    private LambdaExpression In(Column column, string[] texts) => QueryCalls.Lambda(form.Ledger.RowType, row => Expression.Call(
        typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], Expression.Call(typeof(EF), nameof(EF.Parameter), [typeof(string[])], Expression.Field(Expression.Constant(new Asked(texts)), nameof(Asked.Texts))), SplitQuery.Swap(column.Member!, row)));

    /// <summary>Holds texts as a captured variable does: one parameter, for which the query is made once and not for every chunk.</summary>
    private sealed class Asked(string[] texts)
    {
        public readonly string[] Texts = texts;
    }
}
