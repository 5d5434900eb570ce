using System.Diagnostics;
using Bunit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Households;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Live;

/// <summary>The live feed and the process beside it: another one's saves arrive within a second, and a feed that cannot read says so.</summary>
public sealed class LiveFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("feed-").FullName;
    private readonly Lines _log = new();
    private WebApplication _site = null!;
    private WebApplication _other = null!;
    private LiveFeed _feed = null!;

    private string Connection => $"Data Source={Path.Combine(_folder, "store.db")};Pooling=False";

    public async Task InitializeAsync()
    {
        ReferenceStore.CopyTo(Path.Combine(_folder, "store.db"));
        (_site, _other) = (Host(), Host());
        await _site.Services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await _other.Services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        _feed = _site.Services.GetRequiredService<LiveFeed>();
        await _feed.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _feed.StopAsync(CancellationToken.None);
        await _site.DisposeAsync();
        await _other.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_save_by_another_process_is_told_within_a_second()
    {
        var told = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            var heard = new TaskCompletionSource<LiveBatch>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var subscription = _feed.Subscribe(batch =>
            {
                heard.TrySetResult(batch);
                return Task.CompletedTask;
            });
            await SaveAsync(_other, i);
            var watch = Stopwatch.StartNew();
            var batch = await heard.Task.WaitAsync(Patience);
            told.Add(watch.Elapsed);
            Assert.True(batch.Touches([HouseholdLedger.Key]));
        }

        // The machine may be busy for one of them.
        Assert.InRange(told.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_page_that_hangs_delays_nobody_and_gets_what_it_missed_at_once()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new List<LiveBatch>();
        var caughtUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hanging = _feed.Subscribe(async batch =>
        {
            slow.Add(batch);
            if (slow.Count == 2) caughtUp.SetResult();
            await release.Task;
        });
        for (var i = 0; i < 3; i++)
        {
            var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var quick = _feed.Subscribe(_ =>
            {
                heard.TrySetResult();
                return Task.CompletedTask;
            });
            await SaveAsync(_site, i);
            await heard.Task.WaitAsync(Patience);
        }

        Assert.Single(slow);
        release.SetResult();
        await caughtUp.Task.WaitAsync(Patience);
        Assert.True(slow[1].Touches([HouseholdLedger.Key]));
    }

    [Fact]
    public async Task A_feed_that_cannot_read_logs_once_shows_it_and_goes_on_without_losing_a_save()
    {
        await using var context = new BunitContext();
        context.Services.AddSingleton(_feed);
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var indicator = context.Render<LiveIndicator>(p => p.Add(i => i.AsOf, "14:31"));
        Assert.Contains("实时 · ", indicator.Markup, StringComparison.Ordinal);
        var heard = new TaskCompletionSource<LiveBatch>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = _feed.Subscribe(batch =>
        {
            if (batch.Changes.Count > 0) heard.TrySetResult(batch);
            return Task.CompletedTask;
        });

        Execute("ALTER TABLE Changes RENAME TO Hidden");
        indicator.WaitForAssertion(() => Assert.Equal("实时更新中断 · 数据截至 14:31", indicator.Find(".live").TextContent.Trim()), Patience);
        Assert.True(_feed.IsInterrupted);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Single(_log.Errors);

        Execute("ALTER TABLE Hidden RENAME TO Changes");
        await SaveAsync(_other, 9);
        Assert.True((await heard.Task.WaitAsync(Patience)).Touches([HouseholdLedger.Key]));
        indicator.WaitForAssertion(() => Assert.Contains("实时 · ", indicator.Markup, StringComparison.Ordinal), Patience);
        Assert.False(_feed.IsInterrupted);
    }

    [Fact]
    public void The_watch_sees_commits_of_others_and_nothing_else()
    {
        using var watch = new StoreWatch(new StoreOptions(Connection));

        Assert.True(watch.HasChanged());
        Assert.False(watch.HasChanged());
        Execute("INSERT INTO Changes (Ledger, Region, At) VALUES ('households', 371590115299, '2020-08-31')");
        Assert.True(watch.HasChanged());
        Assert.False(watch.HasChanged());
    }

    private WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder(["--store", Connection]);
        builder.AddStore();
        builder.Services.AddHouseholds();
        builder.Services.AddSingleton<ILogger<LiveFeed>>(_log);
        return builder.Build();
    }

    private static async Task SaveAsync(WebApplication host, int number)
    {
        await using var scope = host.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        db.Add(HouseholdStore.Household(HouseholdStore.Sanhe, $"371522116000000{number}", "王某"));
        await db.SaveChangesAsync();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed class Lines : ILogger<LiveFeed>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error) Errors.Add(formatter(state, exception));
        }
    }
}
