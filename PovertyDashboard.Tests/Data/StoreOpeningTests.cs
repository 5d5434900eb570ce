using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Commands;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Tests.Data;

/// <summary>What a start makes of the file that it finds: new, of this program, of another one, half filled, or no store at all.</summary>
public sealed class StoreOpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opening-").FullName;

    private string File => Path.Combine(_folder, "store.db");

    [Fact]
    public async Task A_store_with_unknown_migrations_is_refused_and_left_as_it_is()
    {
        await PrepareAsync();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Later', '99.0.0')");

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => PrepareAsync());

        Assert.StartsWith("数据库 store.db 是另一个版本的程序建立的，本程序不能使用，内容没有改动。请换回原来的程序", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused()
    {
        Execute("CREATE TABLE Books (Id INTEGER)");

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => PrepareAsync());

        Assert.Equal("store.db 不是扶贫工作台的数据库，内容没有改动。请核对 --store 写的路径。", fault.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_in_a_sentence()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("这不是数据库。", 200)));

        var fault = await Assert.ThrowsAsync<SqliteException>(() => PrepareAsync());

        Assert.Equal("store.db 不是数据库文件。请核对 --store 写的路径。", StartFaults.Sentence(fault, new StoreOptions($"Data Source={File}")));
    }

    [Fact]
    public async Task A_lock_that_an_interrupted_migration_left_behind_is_freed()
    {
        Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2020-08-31 00:00:00')");

        Assert.True(await PrepareAsync());
        // And none is taken where nothing is to be migrated.
        Execute("INSERT INTO __EFMigrationsLock VALUES (1, '2020-08-31 00:00:00')");
        Assert.False(await PrepareAsync());
    }

    [Fact]
    public async Task An_interrupted_first_start_goes_on_where_it_stopped()
    {
        var runs = new List<string>();
        var broken = true;
        SeedStep[] steps =
        [
            Step(110, "One"),
            new(120, "Two", DemoOnly: true, (_, _) => broken ? throw new InvalidOperationException("power cut") : Note("Two")),
            Step(130, "Three"),
            new(140, "Every time", DemoOnly: false, (_, _) => Note("Every time")),
        ];

        await Assert.ThrowsAsync<InvalidOperationException>(() => PrepareAsync(withDemo: true, steps));
        Assert.Equal(["One"], runs);
        broken = false;
        Assert.False(await PrepareAsync(withDemo: true, steps));
        Assert.Equal(["One", "Two", "Three", "Every time"], runs);
        await PrepareAsync(withDemo: true, steps);
        Assert.Equal(["One", "Two", "Three", "Every time", "Every time"], runs);
        Assert.Equal("2020-08-31", await AsOfAsync());

        SeedStep Step(int order, string name) => new(order, name, DemoOnly: true, (_, _) => Note(name));

        Task Note(string name)
        {
            runs.Add(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_store_that_was_begun_without_demo_data_never_takes_them()
    {
        await PrepareAsync(withDemo: false);
        await PrepareAsync(withDemo: true);

        Assert.Null(await AsOfAsync());
    }

    [Theory]
    [InlineData("data/x.db", "x.db")]
    [InlineData("Data Source=data/y.db", "y.db")]
    public void A_store_is_named_by_a_path_or_a_connection(string asked, string file)
    {
        Assert.True(StoreOptions.IsReadable(asked));
        var builder = WebApplication.CreateSlimBuilder(["--store", asked]);
        Assert.Equal(file, StoreOptions.From(builder.Configuration).FileName);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<bool> PrepareAsync(bool withDemo = false, params SeedStep[] steps)
    {
        await using var app = App(steps);
        return await app.Services.PrepareStoreAsync(withDemo, CancellationToken.None);
    }

    private async Task<string?> AsOfAsync()
    {
        await using var app = App([]);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await db.Set<Setting>().Where(s => s.Key == Clock.AsOfKey).Select(s => s.Value).SingleOrDefaultAsync();
    }

    private WebApplication App(SeedStep[] steps)
    {
        var builder = WebApplication.CreateSlimBuilder(["--store", $"Data Source={File};Pooling=False"]);
        builder.AddStore();
        foreach (var step in steps) builder.Services.AddSingleton(step);
        return builder.Build();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
