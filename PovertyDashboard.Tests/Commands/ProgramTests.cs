using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PovertyDashboard.Commands;

namespace PovertyDashboard.Tests.Commands;

/// <summary>The program as a process of its own: exit codes, and nothing but one or two lines on stderr when it cannot start.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("program-").FullName;

    [Fact]
    public async Task A_mistyped_verb_does_not_start_the_site()
    {
        var (code, output, error) = await RunAsync("impot", "x.xlsx");

        Assert.Equal((Verbs.Failed, ""), (code, output));
        Assert.Contains("您是要写 import 吗？", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("")]
    public async Task A_store_of_another_version_stops_site_and_verb_with_one_sentence(string verb)
    {
        var path = Path.Combine(_folder, "old.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT); INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Initial', '10.0.0')";
            command.ExecuteNonQuery();
        }

        var (code, output, error) = await RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--store", path, .. verb.Length == 0 ? ["--urls", "http://127.0.0.1:0"] : Array.Empty<string>()]);

        Assert.Equal((Verbs.Failed, ""), (code, output));
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("数据库 old.db 是另一个版本的程序建立的", line, StringComparison.Ordinal);
        Assert.Contains("请删除 old.db、old.db-wal 和 old.db-shm", line, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, line, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }
}
