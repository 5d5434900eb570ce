using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Checklists;

/// <summary>A real store in a temporary file with a campaign of 韩集镇 and three households of one village, standing at 2020-08-31.</summary>
internal sealed class ChecklistStore : IAsyncDisposable
{
    public const long City = 371500000000, Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Inspector = new("inspector", "孙某", [Roles.Inspector], RegionScope.Of([Hanji])),
        Colleague = new("colleague", "吴某", [Roles.Inspector], RegionScope.Of([Hanji])),
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Hanji])),
        Closer = new("closer", "钱某", [Roles.Inspector], RegionScope.Of([Hanji])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([Hanji])),
        Elsewhere = new("elsewhere", "周某", [Roles.Inspector], RegionScope.Of([Zhangzhai]));

    private readonly string _folder = Directory.CreateTempSubdirectory("checklists-").FullName;
    private readonly WebApplication _app;

    private ChecklistStore(bool withDemo)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Store", $"Data Source={Path.Combine(_folder, "x.db")};Pooling=False")]);
        // The demo facts go only into a store that is new.
        if (!withDemo) ReferenceStore.CopyTo(Path.Combine(_folder, "x.db"));
        builder.AddStore();
        builder.Services.AddHouseholds().AddChecklists().AddAttachments().AddRemediation().AddImports().AddScoped<LedgerEditor>().AddScoped<AuditLog>();
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public Campaign Campaign { get; private set; } = new();

    public IReadOnlyList<Household> Households { get; private set; } = [];

    /// <summary>The first version of 六净一规范, its items in order.</summary>
    public ChecklistTemplate Template { get; private set; } = new();

    public static async Task<ChecklistStore> CreateAsync(bool withDemo = false)
    {
        var store = new ChecklistStore(withDemo);
        await store.Services.PrepareStoreAsync(withDemo, CancellationToken.None);
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new Setting { Key = Clock.AsOfKey, Title = "数据截至", Value = "2020-08-31", EffectiveFrom = new DateOnly(2016, 1, 1) });
            store.Campaign = new Campaign { Region = Hanji, Month = 202008, Title = "规范提升月", StartsOn = new(2020, 8, 10), EndsOn = Today, Families = "六净一规范", Unit = "韩集镇督导组" };
            store.Households = [.. new[] { "邓某", "赵某", "孙某" }.Select((name, at) => new Household { Region = Dayang, Number = $"371599000{at}", HeadName = name, Size = 2, Type = "脱贫享受政策户" })];
            db.Add(store.Campaign);
            db.AddRange(store.Households);
            await db.SaveChangesAsync();
            store.Template = await db.Set<ChecklistTemplate>().AsNoTracking().Include(t => t.Items.OrderBy(i => i.Number)).SingleAsync(t => t.Family == "六净一规范");
        });
        await store.Services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
        return store;
    }

    public async Task InStoreAsync(UserIdentity user, Func<AppDbContext, Task> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        await work(db);
    }

    /// <summary>Runs the work with a service of the user, as a circuit would.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(UserIdentity user, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public TemplateItem Item(string code) => Template.Items.Single(i => i.Code == code);

    public CheckTick Tick(string code, string result, long? checkId = null, int versionSeen = 0, string reasons = "", string note = "", DateOnly? dueOn = null, int household = 0) =>
        new(Campaign.Id, Households[household].Id, Item(code).Id, checkId, versionSeen, result, reasons, note, dueOn);

    public Task<TickOutcome> TickAsync(UserIdentity user, CheckTick tick) => WithAsync<CheckService, TickOutcome>(user, s => s.TickAsync(tick, CancellationToken.None));

    /// <summary>Ticks and expects that it is stored.</summary>
    public async Task<TickOutcome.Saved> SaveAsync(CheckTick tick, UserIdentity? user = null) => Assert.IsType<TickOutcome.Saved>(await TickAsync(user ?? Inspector, tick));

    public async Task<Check> ReadAsync(long checkId)
    {
        Check? found = null;
        await InStoreAsync(UserIdentity.System, async db => found = await db.Set<Check>().AsNoTracking().Include(c => c.Answers).SingleAsync(c => c.Id == checkId));
        return found!;
    }

    public async Task<IReadOnlyList<Problem>> ProblemsAsync(bool withDeleted = false)
    {
        IReadOnlyList<Problem> found = [];
        await InStoreAsync(UserIdentity.System, async db =>
            found = await (withDeleted ? db.Set<Problem>().IgnoreQueryFilters() : db.Set<Problem>()).AsNoTracking().OrderBy(p => p.Id).ToListAsync());
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
