using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Ledgers;

/// <summary>A real store in a temporary file with the ledger of <see cref="SampleRow"/> and the households, standing at 2020-08-31.</summary>
public sealed class LedgerBench : IAsyncDisposable
{
    public const long City = 371500000000, Hanji = 371590115000, Dayang = 371590115299, Hanjixin = 371590115201, Zhangzhai = 371522116000, Qianwang = 371522116240;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Hanji])),
        CityStaff = new("city", "孙某", [Roles.Staff], RegionScope.Of([City])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([Hanji]));

    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-bench-").FullName;
    private readonly WebApplication _app;

    private LedgerBench(Action<IServiceCollection>? more)
    {
        var builder = Builder($"Data Source={Path.Combine(_folder, "store.db")};Pooling=False", more);
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public CodeLists Codes => Services.GetRequiredService<CodeListDirectory>().Current;

    public static async Task<LedgerBench> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var bench = new LedgerBench(more);
        await FillAsync(bench.Services);
        return bench;
    }

    /// <summary>The services of the site on the store, as far as ledgers need them.</summary>
    public static WebApplicationBuilder Builder(string store, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(["--store", store]);
        builder.Logging.ClearProviders();
        builder.AddStore();
        builder.Services.AddHouseholds();
        builder.Services.AddTestLedgerPages();
        builder.Services.AddLedger(SampleLedger.Ledger, SampleLedger.Measures);
        builder.Services.ConfigureDbContext<AppDbContext>(options => options.ReplaceService<IModelCustomizer, SampleModel>());
        more?.Invoke(builder.Services);
        return builder;
    }

    /// <summary>Tables, a few places, two code lists and the as-of date.</summary>
    public static async Task FillAsync(IServiceProvider services)
    {
        await using (var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope())
        {
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
            await db.Database.EnsureCreatedAsync();
            db.AddRange(new (long Key, string Name)[]
            {
                (City, "聊城市"), (371590000000, "高新区"), (Hanji, "韩集镇"), (Dayang, "大杨新村"), (Hanjixin, "韩集新村"),
                (371522000000, "莘县"), (Zhangzhai, "张寨镇"), (Qianwang, "前王庄村"),
            }.Select(r => new Region { Key = r.Key, Name = r.Name, Level = RegionKey.LevelOf(r.Key) }));
            db.AddRange(new[] { "sample-kind:住房", "sample-kind:医疗", "sample-kind:饮水", "sample-health:健康", "sample-health:长期慢性病", "sample-health:残疾" }
                .Select((entry, order) => new CodeEntry { List = entry.Split(':')[0], Text = entry.Split(':')[1], Order = order }));
            db.Add(new Setting { Key = Clock.AsOfKey, Title = "数据截至", Value = "2020-08-31", EffectiveFrom = new DateOnly(2016, 1, 1) });
            await db.SaveChangesAsync();
        }

        await services.GetRequiredService<RegionDirectory>().LoadAsync(CancellationToken.None);
        await services.GetRequiredService<CodeListDirectory>().LoadAsync(CancellationToken.None);
        await services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
    }

    /// <summary>Runs the work with services of the user, as a request or circuit would.</summary>
    public async Task<T> AsAsync<T>(UserIdentity user, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider);
    }

    public Task<T> InStoreAsync<T>(UserIdentity user, Func<AppDbContext, Task<T>> work) => AsAsync(user, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    });

    public Task<SaveOutcome> EditAsync(UserIdentity user, Func<LedgerEditor, Task<SaveOutcome>> edit) => AsAsync(user, services => edit(services.GetRequiredService<LedgerEditor>()));

    public Task<SaveOutcome> SaveAsync(UserIdentity user, SampleRow row, int versionSeen = 0) =>
        EditAsync(user, editor => editor.SaveAsync(SampleLedger.Ledger, row, versionSeen, CancellationToken.None));

    /// <summary>Adds rows as the system and returns them as stored.</summary>
    public async Task<IReadOnlyList<SampleRow>> AddAsync(params SampleRow[] rows)
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync();
        });
        return rows;
    }

    public Task<SampleRow> ReadAsync(long id) =>
        InStoreAsync(UserIdentity.System, db => db.Set<SampleRow>().IgnoreQueryFilters().AsNoTracking().SingleAsync(r => r.Id == id));

    public static SampleRow Row(string number, string name = "邓某", long region = Dayang) => new() { Number = number, Name = name, Region = region };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Adds the sample rows to the model before the store's own conventions, so that filters and the lock hold for them too.</summary>
    private sealed class SampleModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            modelBuilder.Entity<SampleRow>().ToTable("SampleRows");
            base.Customize(modelBuilder, context);
        }
    }
}
