using Microsoft.Data.Sqlite;

namespace PovertyDashboard.Tests.Support;

/// <summary>The demo store, filled once for the whole test run and copied for each site: filling it takes seconds, copying does not.</summary>
internal static class DemoStore
{
    private const string File = "poverty.db";

    private static readonly Lazy<string> Template = new(Make);

    public static void CopyTo(string folder)
    {
        var target = Path.Combine(folder, File);
        if (!System.IO.File.Exists(target)) System.IO.File.Copy(Template.Value, target);
    }

    private static string Make()
    {
        var site = new TestSite { MakesDemoStore = true, DeletesFolder = false };
        // Building the services starts the site, and the start fills the store.
        _ = site.Services;
        var path = Path.Combine(site.Folder, File);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", path + ".template");
            command.ExecuteNonQuery();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(site.Folder, recursive: true);
        return path + ".template";
    }
}
