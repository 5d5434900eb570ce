using Microsoft.Data.Sqlite;

namespace PovertyDashboard.Data;

/// <summary>
/// Tells whether anybody has committed to the store since the last look (变更探测), this process or another. One PRAGMA on a
/// connection that is kept open: it reads a number from shared memory, so that looking four times a second costs nothing.
/// </summary>
public sealed class StoreWatch(StoreOptions store) : IDisposable
{
    private SqliteConnection? _connection;
    private long _seen;

    /// <summary>Also true at the first look, and after a look that failed.</summary>
    public bool HasChanged()
    {
        try
        {
            var isFirst = _connection is null;
            var version = Version(_connection ??= Open());
            var hasChanged = isFirst || version != _seen;
            _seen = version;
            return hasChanged;
        }
        catch (SqliteException)
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(store.ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
