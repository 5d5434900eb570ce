using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Households;

/// <summary>A store in a temporary file with the households room alone, standing at 2020-08-31.</summary>
internal sealed class HouseholdStore : IAsyncDisposable
{
    public const long Zhangzhai = 371522116000, Sanhe = 371522116230, Hanji = 371590115000, City = 371500000000;

    public static readonly DateOnly Day = new(2020, 8, 31);

    private readonly string _folder = Directory.CreateTempSubdirectory("households-").FullName;
    private readonly WebApplication _app;

    private HouseholdStore(Action<IServiceCollection>? more)
    {
        var builder = WebApplication.CreateBuilder(["--store", $"Data Source={Path.Combine(_folder, "store.db")}"]);
        builder.AddStore();
        builder.Services.AddHouseholds();
        more?.Invoke(builder.Services);
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public RegionTotals Totals => Services.GetRequiredService<RegionTotals>();

    public static async Task<HouseholdStore> OpenAsync(Action<IServiceCollection>? more = null, bool withDemo = false)
    {
        var store = new HouseholdStore(more);
        // Only a new store takes the demo facts.
        if (!withDemo) ReferenceStore.CopyTo(Path.Combine(store._folder, "store.db"));
        await store.Services.PrepareStoreAsync(withDemo, CancellationToken.None);
        await store.RunAsync(UserIdentity.System, async db =>
        {
            db.Add(new Setting { Key = Clock.AsOfKey, Title = "数据截至", Value = "2020-08-31", EffectiveFrom = new DateOnly(2016, 1, 1) });
            return await db.SaveChangesAsync();
        });
        await store.Services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
        return store;
    }

    /// <summary>Runs the work with a context of the user.</summary>
    public async Task<T> RunAsync<T>(UserIdentity user, Func<AppDbContext, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    public Task<T> RunAsync<T>(Func<AppDbContext, Task<T>> work) => RunAsync(UserIdentity.System, work);

    public async Task AddAsync(params LedgerRow[] rows) => await RunAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public static UserIdentity Staff(long region) => new("demo.staff", "李某", [Roles.Staff], RegionScope.Of([region]));

    /// <summary>A household with the fields that lists and figures read.</summary>
    public static Household Household(long region, string number, string head, Action<Household>? set = null)
    {
        var household = new Household { Region = region, Number = number, HeadName = head, HeadId = "371599198001010017", Size = 2, Type = "脱贫享受政策户", MainCause = "因病" };
        set?.Invoke(household);
        return household;
    }

    public static Member Member(Household household, string number, string name, Action<Member>? set = null)
    {
        var member = new Member { Household = household, Region = household.Region, Number = number, Name = name, IdNumber = "371599195211030020", Relation = "户主" };
        set?.Invoke(member);
        return member;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
