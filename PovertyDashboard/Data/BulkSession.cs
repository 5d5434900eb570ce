using Microsoft.Data.Sqlite;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>The prepared statements of one bulk write and what it has touched.</summary>
internal sealed class BulkSession(AppDbContext db, SqliteTransaction transaction, AuditWriter audit, LedgerCatalog catalog, UserIdentity user, DateTime utcNow, long? batch) : IAsyncDisposable
{
    private readonly Dictionary<Type, (RowShape Shape, SqliteCommand Insert, SqliteCommand Update)> _tables = [];
    private readonly Dictionary<Type, long> _nextIds = [];
    private readonly HashSet<(string Ledger, long Region)> _touched = [];
    private readonly List<BatchEntry> _entries = [];
    private readonly Dictionary<Type, BatchEntry> _newest = [];
    private readonly SqliteConnection _connection = transaction.Connection!;

    public void Write(LedgerRow row, LedgerRow? stored)
    {
        if (RowChange.Refusal(row, stored?.Region ?? row.Region, user, catalog) is { } reason) throw new ChangeRefusedException(reason);
        var table = TableOf(row.GetType());
        var seen = stored?.Version ?? 0;
        RowChange.Stamp(row, catalog, user, utcNow);
        if (stored is null) Insert(table.Shape, table.Insert, row);
        else Update(table.Shape, table.Update, row, stored, seen);
        WriteParts(table.Shape, row, stored);
    }

    /// <summary>One change row for each ledger and region that was touched, in the same transaction.</summary>
    public void WriteChanges()
    {
        var (shape, insert) = Plain<Change>();
        foreach (var (ledger, region) in _touched)
        {
            shape.Fill(insert, new Change { Seq = NextId(typeof(Change), shape), Ledger = ledger, Region = region, At = utcNow });
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>What the import batch of this scope has written, so that it can be undone.</summary>
    public void WriteEntries()
    {
        if (_entries.Count == 0) return;
        var (shape, insert) = Plain<BatchEntry>();
        foreach (var entry in _entries)
        {
            entry.Id = NextId(typeof(BatchEntry), shape);
            shape.Fill(insert, entry);
            insert.ExecuteNonQuery();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, insert, update) in _tables.Values)
        {
            await insert.DisposeAsync();
            await update.DisposeAsync();
        }
    }

    private void Insert(RowShape shape, SqliteCommand insert, LedgerRow row)
    {
        row.Id = NextId(row.GetType(), shape);
        shape.Fill(insert, row);
        insert.ExecuteNonQuery();
        Note(row, "新增", RowChange.NoDetails);
        if (batch is not null) Remember(row);
        _touched.Add((RowChange.SubjectOf(row.GetType(), catalog), row.Region));
    }

    private void Update(RowShape shape, SqliteCommand update, LedgerRow row, LedgerRow stored, int seen)
    {
        shape.Fill(update, row);
        update.Parameters["$key"].Value = stored.Id;
        update.Parameters["$seen"].Value = seen;
        if (update.ExecuteNonQuery() == 0) throw new ChangeRefusedException("这一行刚刚被别人改过，没有写入。请重新导入。");
        var changes = RowChange.Differences(shape.Type, catalog, p => RowShape.Read(p, stored), p => RowShape.Read(p, row));
        Note(row, RowChange.ActionOf(stored.IsDeleted, row.IsDeleted), changes);
        if (batch is { } of) _entries.Add(new BatchEntry { Batch = of, RowType = shape.Type.ClrType.Name, FirstId = stored.Id, LastId = stored.Id, Version = row.Version, Before = FormerValues.Of(shape.Type, p => RowShape.Read(p, stored), p => RowShape.Read(p, row)) });
        foreach (var region in new HashSet<long> { row.Region, stored.Region }) _touched.Add((RowChange.SubjectOf(row.GetType(), catalog), region));
    }

    /// <summary>New rows get ids one after the other, so that thousands of them are one entry.</summary>
    private void Remember(LedgerRow row)
    {
        var type = row.GetType();
        if (_newest.TryGetValue(type, out var last) && last.LastId + 1 == row.Id && last.Version == row.Version) last.LastId = row.Id;
        else _entries.Add(_newest[type] = new BatchEntry { Batch = batch!.Value, RowType = type.Name, FirstId = row.Id, LastId = row.Id, Version = row.Version });
    }

    private void WriteParts(RowShape shape, LedgerRow row, LedgerRow? stored)
    {
        foreach (var part in shape.Parts)
        {
            var before = stored is null ? [] : RowShape.PartsOf(stored, part).ToDictionary(p => p.Id);
            foreach (var child in RowShape.PartsOf(row, part))
            {
                part.ForeignKey.Properties.Single().PropertyInfo!.SetValue(child, row.Id);
                var old = before.GetValueOrDefault(child.Id);
                var childShape = TableOf(child.GetType()).Shape;
                if (old is null || RowChange.Differences(childShape.Type, catalog, p => RowShape.Read(p, old), p => RowShape.Read(p, child)).Count > 0) Write(child, old);
            }
        }
    }

    private void Note(LedgerRow row, string action, Dictionary<string, object?[]> changes)
    {
        var (shape, insert) = Plain<AuditEntry>();
        var entry = audit.Next(utcNow, user.Name, action, RowChange.SubjectOf(row.GetType(), catalog), row.Id, row.Region, AuditTrail.Describe(changes));
        entry.Id = NextId(typeof(AuditEntry), shape);
        shape.Fill(insert, entry);
        insert.ExecuteNonQuery();
    }

    private (RowShape Shape, SqliteCommand Insert) Plain<T>()
    {
        var table = TableOf(typeof(T));
        return (table.Shape, table.Insert);
    }

    private (RowShape Shape, SqliteCommand Insert, SqliteCommand Update) TableOf(Type type)
    {
        if (_tables.TryGetValue(type, out var table)) return table;
        var shape = new RowShape(db.Model.FindEntityType(type)!);
        return _tables[type] = (shape, shape.Insert(_connection, transaction), shape.Update(_connection, transaction));
    }

    /// <summary>Ids are handed out here: the transaction holds the write lock, so nobody else takes them.</summary>
    private long NextId(Type type, RowShape shape)
    {
        if (!_nextIds.TryGetValue(type, out var next))
        {
            using var command = _connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // Names come from the model.
            command.CommandText = $"SELECT MAX(COALESCE((SELECT MAX(\"{shape.KeyColumn}\") FROM \"{shape.Table}\"), 0), COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{shape.Table}'), 0))";
#pragma warning restore CA2100
            next = (long)command.ExecuteScalar()!;
        }

        return _nextIds[type] = next + 1;
    }
}
