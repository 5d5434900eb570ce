using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using PovertyDashboard.Data;

namespace PovertyDashboard.Tests.Support;

/// <summary>A migrated store with places, code lists and settings, made once for the test run and copied for each fixture.</summary>
internal static class ReferenceStore
{
    private static readonly Lazy<string> Template = new(() => MakeAsync().GetAwaiter().GetResult());

    /// <summary>Puts a copy at the path, where nothing stands yet.</summary>
    public static void CopyTo(string path) => File.Copy(Template.Value, path);

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reference-store-").FullName;
        var path = Path.Combine(folder, "store.db");
        var builder = WebApplication.CreateSlimBuilder(["--store", $"Data Source={path};Pooling=False"]);
        builder.AddStore();
        await using (var app = builder.Build()) await app.Services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", path + ".template");
            await command.ExecuteNonQueryAsync();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return path + ".template";
    }
}
