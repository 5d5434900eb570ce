using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Data;

/// <summary>How rows of one type lie in their table: columns, values as the provider stores them, and rows that hang on them.</summary>
internal sealed class RowShape
{
    private readonly IProperty _key;
    private readonly IReadOnlyList<(IProperty Property, ValueConverter? Converter)> _values;

    public RowShape(IEntityType type)
    {
        Type = type;
        _key = type.FindPrimaryKey()!.Properties.Single();
        _values = [.. type.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => (p, p.GetTypeMapping().Converter))];
        // Rows that belong to a row and are saved with it (the answers of a check); a household's members have a ledger of their own.
        Parts = [.. type.GetNavigations().Where(n => n.IsCollection && n.TargetEntityType.ClrType.IsAssignableTo(typeof(LedgerRow)))];
    }

    public IEntityType Type { get; }

    public IReadOnlyList<INavigation> Parts { get; }

    public string Table => Type.GetTableName()!;

    public string KeyColumn => _key.GetColumnName();

    public static object? Read(IProperty property, object row) => property.GetGetter().GetClrValueUsingContainingEntity(row);

    public SqliteCommand Insert(SqliteConnection connection, SqliteTransaction transaction)
    {
        var columns = string.Join(", ", _values.Select(v => $"\"{v.Property.GetColumnName()}\""));
        var parameters = string.Join(", ", _values.Select((_, i) => $"$p{i}"));
        return Prepare(connection, transaction, $"INSERT INTO \"{Table}\" ({columns}) VALUES ({parameters})");
    }

    /// <summary>Updates the row only while it still has the version that was read.</summary>
    public SqliteCommand Update(SqliteConnection connection, SqliteTransaction transaction)
    {
        var sets = string.Join(", ", _values.Select((v, i) => (v.Property, Text: $"\"{v.Property.GetColumnName()}\" = $p{i}")).Where(s => s.Property != _key).Select(s => s.Text));
        var command = Prepare(connection, transaction, $"UPDATE \"{Table}\" SET {sets} WHERE \"{KeyColumn}\" = $key AND \"Version\" = $seen");
        command.Parameters.Add(new SqliteParameter("$key", null));
        command.Parameters.Add(new SqliteParameter("$seen", null));
        return command;
    }

    public void Fill(SqliteCommand command, object row)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            var (property, converter) = _values[i];
            var value = Read(property, row);
            command.Parameters[i].Value = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }

    public static IEnumerable<LedgerRow> PartsOf(LedgerRow row, INavigation part) =>
        part.PropertyInfo?.GetValue(row) is IEnumerable<LedgerRow> children ? children.ToList() : [];

    private SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names come from the model, values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < _values.Count; i++) command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        return command;
    }
}
