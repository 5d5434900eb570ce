using Microsoft.Data.Sqlite;

namespace PovertyDashboard.Data;

/// <summary>Where the store lies: <c>--store</c> (a connection or the path of a file), else ConnectionStrings:Store, else data/poverty.db in the working folder.</summary>
public sealed record StoreOptions(string ConnectionString)
{
    public static StoreOptions From(IConfiguration configuration)
    {
        var asked = configuration["store"] ?? configuration.GetConnectionString("Store") ?? $"Data Source={Path.Combine("data", "poverty.db")}";
        var builder = new SqliteConnectionStringBuilder(ConnectionOf(asked)) { ForeignKeys = true, DefaultTimeout = 5 };
        if (builder.DataSource != ":memory:" && builder.Mode != SqliteOpenMode.Memory) builder.DataSource = Path.GetFullPath(builder.DataSource);
        return new StoreOptions(builder.ToString());
    }

    /// <summary>Name of the store's file, as sentences for users name it.</summary>
    public string FileName => Path.GetFileName(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <summary>Folder of the store; keys and attachments lie beside it.</summary>
    public string Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource) is { Length: > 0 } folder ? folder : ".";

    /// <summary>Whether the text names a store: a connection that SQLite understands, or a path.</summary>
    public static bool IsReadable(string asked)
    {
        try
        {
            return new SqliteConnectionStringBuilder(ConnectionOf(asked)).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string ConnectionOf(string asked) => asked.Contains('=', StringComparison.Ordinal) ? asked : new SqliteConnectionStringBuilder { DataSource = asked }.ToString();
}
