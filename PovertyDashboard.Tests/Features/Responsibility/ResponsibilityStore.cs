using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>A real store in a temporary file with the rooms of households, responsibility and imports, standing at 2020-08-31, with three households.</summary>
public sealed class ResponsibilityStore : IAsyncDisposable
{
    public const long City = 371500000000, Zhangzhai = 371522116000, Qianwang = 371522116240, Shangzhuang = 371522116219, Hanji = 371590115000;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        HanjiStaff = new("hanji", "周某", [Roles.Staff], RegionScope.Of([Hanji]));

    private readonly string _folder = Directory.CreateTempSubdirectory("responsibility-").FullName;
    private readonly WebApplication? _app;

    /// <summary>A store whose services another host builds: it takes them over and calls <see cref="PrepareAsync"/>.</summary>
    internal ResponsibilityStore(Action<IServiceCollection>? takeOver = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Store", $"Data Source={Path.Combine(_folder, "x.db")};Pooling=False")]);
        ReferenceStore.CopyTo(Path.Combine(_folder, "x.db"));
        builder.AddStore();
        builder.Services.AddHouseholds().AddResponsibility().AddImports().AddLedgerPages().AddControls().AddAttachments();
        builder.Services.AddScoped<AuditLog>();
        takeOver?.Invoke(builder.Services);
        if (takeOver is null) _app = builder.Build();
    }

    public IServiceProvider Services { get; private set; } = null!;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    /// <summary>Households 邓某 and 王某 of 前王庄, 钱某 of 尚庄.</summary>
    public IReadOnlyDictionary<string, HouseholdKey> Homes { get; private set; } = null!;

    public static async Task<ResponsibilityStore> CreateAsync()
    {
        var store = new ResponsibilityStore();
        await store.PrepareAsync(store._app!.Services);
        return store;
    }

    public async Task PrepareAsync(IServiceProvider services)
    {
        Services = services;
        await services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await SetAsync(Clock.AsOfKey, "2020-08-31");
        await InStoreAsync(UserIdentity.System, async db =>
        {
            foreach (var (region, name, number) in new[] { (Qianwang, "邓某", "1"), (Qianwang, "王某", "2"), (Shangzhuang, "钱某", "3") })
                db.Add(new Household { Region = region, HeadName = name, Number = $"37152211600{number}", Type = "脱贫享受政策户", HeadId = "371599198001010017", VillagePhone = "13912345678", BankCard = "6223000012345603308" });
            await db.SaveChangesAsync();
            return 0;
        });
        Homes = (await InStoreAsync(UserIdentity.System, db => services.GetRequiredService<HouseholdKeys>()(db).ToListAsync())).ToDictionary(h => h.HeadName);
    }

    public async Task SetAsync(string key, string value, DateOnly? from = null)
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new Setting { Key = key, Title = key, Value = value, EffectiveFrom = from ?? new DateOnly(2016, 1, 2) });
            await db.SaveChangesAsync();
            return 0;
        });
        await Services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
    }

    public async Task<T> InStoreAsync<T>(UserIdentity user, Func<AppDbContext, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    /// <summary>Runs the work with a service of the user, as a circuit would.</summary>
    public async Task<T> WithAsync<TService, T>(UserIdentity user, Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<SaveOutcome> SaveAsync(UserIdentity user, Ledger ledger, LedgerRow row, int versionSeen = 0) =>
        WithAsync<LedgerEditor, SaveOutcome>(user, e => e.SaveAsync(ledger, row, versionSeen, CancellationToken.None));

    /// <summary>Saves the row and expects that it is stored.</summary>
    public async Task<T> AddAsync<T>(Ledger ledger, T row)
        where T : LedgerRow => (T)Assert.IsType<RowSaved>(await SaveAsync(Staff, ledger, row)).Row;

    /// <summary>Saves the row and returns why not.</summary>
    public async Task<string> RefusedAsync(Ledger ledger, LedgerRow row) => Assert.IsType<RowInvalid>(await SaveAsync(Staff, ledger, row)).Faults[0].Message;

    public Assignment Helper(string household = "邓某", string helper = "孙某", DateOnly? from = null, DateOnly? until = null) => new()
    {
        Region = Homes[household].Region,
        Level = AssignmentLevel.Household,
        HouseholdName = household,
        Helper = helper,
        Unit = "区人社局",
        Phone = "13800000011",
        StartedOn = from ?? new DateOnly(2019, 3, 1),
        EndedOn = until,
    };

    public Visit VisitTo(string household = "邓某", DateOnly? on = null, string way = VisitWay.Home) => new()
    {
        Region = Homes[household].Region,
        HouseholdName = household,
        VisitedOn = on ?? Today,
        Visitor = "孙某",
        Way = way,
        Topics = "健康,就业",
    };

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public async Task<SheetResult> ImportRowsAsync(string ledger, params string[] lines)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(path, lines);
        await using var file = File.OpenRead(path);
        var result = await WithAsync<Importer, FileResult>(Staff, i => i.ImportAsync(file, "张寨镇.csv", ReadLimits.Verb, new ImportRequest(ledger), null, CancellationToken.None));
        Assert.Equal("", result.Rejection);
        return Assert.Single(result.Sheets);
    }

    public async Task<decimal> ValueAsync(string measure, long region = City, DateOnly? day = null) => (await InStoreAsync(
        UserIdentity.System, db => MeasureValue.OfAsync(db, Catalog, Catalog.Measure(measure)!, region, day ?? Today, CancellationToken.None))).Value;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
