using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Live.Months;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Data;

/// <summary>Registers the store and what stands directly on it, and makes the store ready at start.</summary>
public static class StoreServices
{
    public static WebApplicationBuilder AddStore(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(StoreOptions.From(builder.Configuration));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<WriteGate>().AddSingleton<ChangeSignal>();
        services.AddSingleton<RegionDirectory>().AddSingleton<CodeListDirectory>().AddSingleton<SettingsDirectory>().AddSingleton<Clock>();
        services.AddSingleton(DemoDate.Step);
        services.AddSingleton<LedgerCatalog>().AddSingleton<RegionTotals>().AddSingleton<ReferenceDirectories>();
        services.AddSingleton<LiveFeed>().AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<MonthEnds>().AddSingleton<MonthCloser>().AddHostedService(provider => provider.GetRequiredService<MonthCloser>());
        services.AddScoped<CurrentUser>().AddScoped<WriteJournal>().AddScoped<ChangePipeline>().AddScoped<BulkWriter>().AddScoped<PlaceMove>().AddScoped<DemoTown>();
        // Scoped: the context takes the user of the request, circuit or verb.
        services.AddDbContextFactory<AppDbContext>(
            (provider, options) => options.UseSqlite(provider.GetRequiredService<StoreOptions>().ConnectionString).AddInterceptors(StorePragmas.OfEveryConnection)
                // EF says nothing of its own: its lines hold SQL, and what goes wrong arrives as an exception. One logger factory also
                // means one set of compiled models and queries for the process, however many hosts (tests) it builds.
                .UseLoggerFactory(NullLoggerFactory.Instance),
            ServiceLifetime.Scoped);
        return builder;
    }

    /// <summary>
    /// Creates or migrates the store, loads reference data and, in the demo store, the page's facts and samples.
    /// Whether the store is new.
    /// </summary>
    public static async Task<bool> PrepareStoreAsync(this IServiceProvider services, bool withDemo, CancellationToken ct)
    {
        var store = services.GetRequiredService<StoreOptions>();
        Directory.CreateDirectory(store.Folder);
        bool isNew;
        await using (var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope())
        {
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
            isNew = await StoreOpening.OpenAsync(db, store, services.GetRequiredService<TimeProvider>(), ct);
            await ReferenceData.LoadAsync(db, ct);
        }

        await services.GetRequiredService<RegionDirectory>().LoadAsync(ct);
        await services.GetRequiredService<CodeListDirectory>().LoadAsync(ct);
        await services.GetRequiredService<SettingsDirectory>().LoadAsync(ct);
        await SeedRun.FillAsync(services, withDemo, ct);
        return isNew;
    }
}
