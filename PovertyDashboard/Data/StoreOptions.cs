using Microsoft.Data.Sqlite;

namespace PovertyDashboard.Data;

/// <summary>Where the store lies: <c>--store</c>, else ConnectionStrings:Store, else data/poverty.db in the working folder.</summary>
public sealed record StoreOptions(string ConnectionString)
{
    public static StoreOptions From(IConfiguration configuration)
    {
        var asked = configuration["store"] ?? configuration.GetConnectionString("Store") ?? $"Data Source={Path.Combine("data", "poverty.db")}";
        var builder = new SqliteConnectionStringBuilder(asked) { ForeignKeys = true, DefaultTimeout = 5 };
        if (builder.DataSource != ":memory:" && builder.Mode != SqliteOpenMode.Memory) builder.DataSource = Path.GetFullPath(builder.DataSource);
        return new StoreOptions(builder.ToString());
    }

    /// <summary>Folder of the store; keys and attachments lie beside it.</summary>
    public string Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource) is { Length: > 0 } folder ? folder : ".";
}
