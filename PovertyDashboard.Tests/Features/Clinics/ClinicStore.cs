using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>A real store in a temporary file with the room of clinics and whatever else is asked for, standing at 2020-08-31.</summary>
internal sealed class ClinicStore : IAsyncDisposable
{
    public const long City = 371500000000, Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000;

    public const string Venue = "韩集镇大杨新村幸福院";

    public static readonly DateOnly Today = new(2020, 8, 31), Day = new(2020, 7, 25);

    public static readonly UserIdentity
        Doctor = new("doctor", "孙某", [Roles.Clinic], RegionScope.Of([Hanji])),
        OtherDoctor = new("other", "周某", [Roles.Clinic], RegionScope.Of([Zhangzhai])),
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Hanji])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([Hanji])),
        Inspector = new("inspector", "吴某", [Roles.Inspector], RegionScope.Of([Hanji]));

    private readonly string _folder = Directory.CreateTempSubdirectory("clinics-").FullName;
    private readonly WebApplication? _app;

    /// <summary>A store whose services another host builds: it takes them over and calls <see cref="PrepareAsync"/>.</summary>
    public ClinicStore(Action<IServiceCollection>? more = null, Action<IServiceCollection>? takeOver = null)
    {
        var path = Path.Combine(_folder, "store.db");
        ReferenceStore.CopyTo(path);
        var builder = WebApplication.CreateSlimBuilder(["--store", $"Data Source={path};Pooling=False"]);
        builder.Logging.ClearProviders();
        builder.AddStore();
        builder.Services.AddTestLedgerPages();
        builder.Services.AddClinics();
        more?.Invoke(builder.Services);
        takeOver?.Invoke(builder.Services);
        if (takeOver is null) _app = builder.Build();
    }

    public IServiceProvider Services { get; private set; } = null!;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public SettingsDirectory Settings => Services.GetRequiredService<SettingsDirectory>();

    public RegionTotals Totals => Services.GetRequiredService<RegionTotals>();

    public static async Task<ClinicStore> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var store = new ClinicStore(more);
        await store.PrepareAsync(store._app!.Services);
        return store;
    }

    public async Task PrepareAsync(IServiceProvider services)
    {
        Services = services;
        await services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new Setting { Key = Clock.AsOfKey, Title = "数据截至", Value = "2020-08-31", EffectiveFrom = new DateOnly(2016, 1, 1) });
            return await db.SaveChangesAsync();
        });
        await Settings.LoadAsync(CancellationToken.None);
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

    public Task<SaveOutcome> SaveAsync(UserIdentity user, Ledger ledger, LedgerRow row, int versionSeen = 0) =>
        AsAsync(user, services => services.GetRequiredService<LedgerEditor>().SaveAsync(ledger, row, versionSeen, CancellationToken.None));

    public Task<SaveOutcome> DeleteAsync(UserIdentity user, Ledger ledger, LedgerRow row) =>
        AsAsync(user, services => services.GetRequiredService<LedgerEditor>().DeleteAsync(ledger, row.Id, row.Version, "重复登记", CancellationToken.None));

    /// <summary>Saves a record as the clinic would and returns it as stored.</summary>
    public async Task<ClinicRecord> RegisterAsync(ClinicRecord record) =>
        (ClinicRecord)Assert.IsType<RowSaved>(await SaveAsync(Doctor, ClinicRecordLedger.Ledger, record)).Row;

    /// <summary>Adds rows as the system, without what follows from them.</summary>
    public Task<int> AddAsync(params LedgerRow[] rows) => InStoreAsync(UserIdentity.System, db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    public Task<List<FollowUp>> FollowUpsAsync() =>
        InStoreAsync(UserIdentity.System, db => db.Set<FollowUp>().AsNoTracking().OrderBy(f => f.DueOn).ThenBy(f => f.Id).ToListAsync());

    public static Clinic NewClinic() => new() { Region = Dayang, HeldOn = Day, Venue = Venue, Organiser = "市新阶联高新区分会", Served = 46, ServedAtHome = 3 };

    public static ClinicRecord NewRecord(string name = "邓某", string id = "371599195211030020", int? systolic = 128, int? diastolic = 76, long? glucose = null, string kind = "") => new()
    {
        Region = Dayang,
        HeldOn = Day,
        Venue = Venue,
        Name = name,
        IdNumber = id,
        Systolic = systolic,
        Diastolic = diastolic,
        Glucose = glucose,
        GlucoseKind = kind,
    };

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
