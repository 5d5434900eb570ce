using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Tests.Support;

/// <summary>A real store in a temporary file with households, imports and the rooms of a test, standing at 2020-08-31.</summary>
public abstract class RoomStore : IAsyncDisposable
{
    private readonly WebApplication? _app;

    /// <param name="rooms">Adds the rooms.</param>
    /// <param name="takeOver">Another host that builds the services and then calls <see cref="PrepareAsync"/>.</param>
    protected RoomStore(Action<IServiceCollection> rooms, Action<IServiceCollection>? takeOver)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Store", $"Data Source={Path.Combine(Folder, "x.db")};Pooling=False")]);
        ReferenceStore.CopyTo(Path.Combine(Folder, "x.db"));
        builder.AddStore();
        builder.Services.AddHouseholds().AddImports().AddTestLedgerPages().AddControls();
        rooms(builder.Services);
        builder.Services.AddScoped<AuditLog>();
        takeOver?.Invoke(builder.Services);
        if (takeOver is null) _app = builder.Build();
    }

    public IServiceProvider Services { get; private set; } = null!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("room-").FullName;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public async Task PrepareAsync(IServiceProvider services)
    {
        Services = services;
        await services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await SetAsync(Clock.AsOfKey, "2020-08-31");
        await FillAsync();
    }

    public async Task SetAsync(string key, string value, DateOnly? from = null)
    {
        await InStoreAsync(UserIdentity.System, db =>
        {
            db.Add(new Setting { Key = key, Title = key, Value = value, EffectiveFrom = from ?? new DateOnly(2016, 1, 2) });
            return db.SaveChangesAsync();
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

    public Task<List<T>> RowsAsync<T>(UserIdentity? user = null)
        where T : LedgerRow => InStoreAsync(user ?? UserIdentity.System, db => db.Set<T>().AsNoTracking().OrderBy(r => r.Id).ToListAsync());

    public Task<SaveOutcome> SaveAsync(UserIdentity user, Ledger ledger, LedgerRow row, int versionSeen = 0) =>
        WithAsync<LedgerEditor, SaveOutcome>(user, e => e.SaveAsync(ledger, row, versionSeen, CancellationToken.None));

    public Task<IReadOnlyList<FileResult>> ImportAsync(UserIdentity user, params string[] paths) =>
        WithAsync<ImportRun, IReadOnlyList<FileResult>>(user, r => r.RunAsync(paths, ReadLimits.Verb, new ImportRequest(), CancellationToken.None));

    /// <summary>The measure as it is counted from the rows.</summary>
    public async Task<decimal> ValueAsync(string measure, long region, DateOnly day) => (await InStoreAsync(
        UserIdentity.System, db => MeasureValue.OfAsync(db, Catalog, Catalog.Measure(measure)!, region, day, CancellationToken.None))).Value;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static async Task<T> ReadyAsync<T>(T store)
        where T : RoomStore
    {
        await store.PrepareAsync(store._app!.Services);
        return store;
    }

    /// <summary>What the rooms find in the store before the first test.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    /// <param name="user">Who brings it.</param>
    /// <param name="file">Its name, which tells the township.</param>
    /// <param name="ledger">Key of the ledger.</param>
    /// <param name="lines">Headers and rows.</param>
    protected async Task<SheetResult> ImportSheetAsync(UserIdentity user, string file, string ledger, string[] lines)
    {
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(path, lines);
        await using var sheet = File.OpenRead(path);
        var result = await WithAsync<Importer, FileResult>(user, i => i.ImportAsync(sheet, file, ReadLimits.Verb, new ImportRequest(ledger), null, CancellationToken.None));
        Assert.Equal("", result.Rejection);
        return Assert.Single(result.Sheets);
    }
}
