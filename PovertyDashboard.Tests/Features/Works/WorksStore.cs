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
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Features.Works;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>A real store in a temporary file with the works room, the ledger of problems and imports, standing at 2020-08-31, with three households.</summary>
public sealed class WorksStore : IAsyncDisposable
{
    public const long City = 371500000000, Beicheng = 371591008000, Guangyue = 371591008001, Wuliu = 371591008002, Xuying = 371590108000;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Beicheng])),
        Auditor = new("auditor", "孙某", [Roles.Auditor], RegionScope.Of([Beicheng])),
        OtherAuditor = new("auditor2", "周某", [Roles.Auditor], RegionScope.Of([Beicheng])),
        Both = new("both", "吴某", [Roles.Staff, Roles.Auditor], RegionScope.Of([Beicheng])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        Elsewhere = new("xuying", "郑某", [Roles.Staff, Roles.Auditor], RegionScope.Of([Xuying]));

    private readonly string _folder = Directory.CreateTempSubdirectory("works-").FullName;
    private readonly WebApplication? _app;

    /// <summary>A store whose services another host builds: it takes them over and calls <see cref="PrepareAsync"/>.</summary>
    internal WorksStore(Action<IServiceCollection>? takeOver = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Store", $"Data Source={Path.Combine(_folder, "x.db")};Pooling=False")]);
        ReferenceStore.CopyTo(Path.Combine(_folder, "x.db"));
        builder.AddStore();
        // Whether an auditor may open a problem is said by the ledger of problems.
        builder.Services.AddHouseholds().AddWorks().AddRemediation().AddImports().AddLedgerPages().AddControls().AddAttachments();
        builder.Services.AddScoped<AuditLog>();
        takeOver?.Invoke(builder.Services);
        if (takeOver is null) _app = builder.Build();
    }

    public IServiceProvider Services { get; private set; } = null!;

    public string Folder => _folder;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public static async Task<WorksStore> CreateAsync()
    {
        var store = new WorksStore();
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
            foreach (var (region, name, number) in new[] { (Guangyue, "邓某", "1"), (Guangyue, "王某", "2"), (Wuliu, "钱某", "3") })
                db.Add(new Household { Region = region, HeadName = name, Number = $"37159100800{number}", Type = "脱贫享受政策户", HeadId = "371599198001010017" });
            await db.SaveChangesAsync();
            return 0;
        });
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

    /// <summary>Saves the row as staff and expects that it is stored.</summary>
    public async Task<T> AddAsync<T>(Ledger ledger, T row, UserIdentity? user = null, int versionSeen = 0)
        where T : LedgerRow => (T)Assert.IsType<RowSaved>(await SaveAsync(user ?? Staff, ledger, row, versionSeen)).Row;

    /// <summary>Saves the row as staff and returns why not.</summary>
    public async Task<string> RefusedAsync(Ledger ledger, LedgerRow row, int versionSeen = 0) => Assert.IsType<RowInvalid>(await SaveAsync(Staff, ledger, row, versionSeen)).Faults[0].Message;

    /// <summary>20 袋 of cement at 22 yuan for 邓某's path, as the 社区 reports it.</summary>
    public Task<WorkLine> AddLineAsync(Action<WorkLine>? change = null, UserIdentity? user = null)
    {
        var line = NewLine();
        change?.Invoke(line);
        return AddAsync(WorkLineLedger.Ledger, line, user);
    }

    public static WorkLine NewLine() => new()
    {
        Region = Guangyue,
        HouseholdName = "邓某",
        Item = "小路",
        Kind = LineKind.Material,
        Name = "水泥",
        Unit = "袋",
        ReportedQuantity = 20_00,
        ReportedPrice = 22_00,
    };

    public static Work NewWork() => new() { Region = Guangyue, HouseholdName = "邓某", Item = "小路", StartedOn = new(2020, 7, 1), State = WorkState.Planned, PathLength = 12_5 };

    public Task<AuditOutcome> DeskAsync(UserIdentity user, Func<AuditDesk, Task<AuditOutcome>> act) => WithAsync(user, act);

    public async Task<AuditOutcome> VerifyAsync(UserIdentity user, long line, long quantity, long price = 22_00, bool isAddition = false, string reason = "")
    {
        var seen = (await LineAsync(line)).Version;
        return await DeskAsync(user, d => d.VerifyAsync(new Verification(line, seen, quantity, price, isAddition, reason), CancellationToken.None));
    }

    public Task<AuditOutcome> ConcludeAsync(UserIdentity user, long line, string conclusion, string opinion = "") =>
        DeskAsync(user, d => d.ConcludeAsync(new ConclusionForm(line, Today, "孙某、周某", conclusion, opinion), CancellationToken.None));

    public Task<string?> DrawAsync(UserIdentity user, long work, int seen, string drawn) => WithAsync<SketchDesk, string?>(user, d => d.SaveAsync(work, seen, drawn, CancellationToken.None));

    public Task<WorkLine> LineAsync(long id) => InStoreAsync(UserIdentity.System, db => db.Set<WorkLine>().AsNoTracking().SingleAsync(l => l.Id == id));

    public Task<HomeAudit> AuditAsync() => InStoreAsync(UserIdentity.System, db => db.Set<HomeAudit>().AsNoTracking().SingleAsync());

    public async Task<decimal> ValueAsync(string measure, long region = City) => (await InStoreAsync(
        UserIdentity.System, db => MeasureValue.OfAsync(db, Catalog, Catalog.Measure(measure)!, region, Today, CancellationToken.None))).Value;

    public Task<IReadOnlyList<FileResult>> ImportAsync(UserIdentity user, params string[] paths) =>
        WithAsync<ImportRun, IReadOnlyList<FileResult>>(user, r => r.RunAsync(paths, ReadLimits.Verb, new ImportRequest(), CancellationToken.None));

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public async Task<SheetResult> ImportRowsAsync(string ledger, params string[] lines)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(path, lines);
        await using var file = File.OpenRead(path);
        var result = await WithAsync<Importer, FileResult>(Staff, i => i.ImportAsync(file, "北城街道.csv", ReadLimits.Verb, new ImportRequest(ledger), null, CancellationToken.None));
        Assert.Equal("", result.Rejection);
        return Assert.Single(result.Sheets);
    }

    /// <summary>Imports one row and returns why it is refused.</summary>
    public async Task<string> ImportFaultAsync(string ledger, string head, string row) => Assert.Single(Assert.Single((await ImportRowsAsync(ledger, head, row)).Rows).Faults).Message;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
