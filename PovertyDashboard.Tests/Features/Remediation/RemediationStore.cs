using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Attachments;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Remediation;

/// <summary>A real store in a temporary file with the remediation room, standing at 2020-08-31.</summary>
public sealed class RemediationStore : IAsyncDisposable
{
    public const long City = 371500000000, Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000, Qianwang = 371522116240;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([City])),
        OtherStaff = new("other", "钱某", [Roles.Staff], RegionScope.Of([Hanji])),
        Inspector = new("inspector", "孙某", [Roles.Inspector], RegionScope.Of([City])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        ZhangzhaiStaff = new("zhangzhai", "周某", [Roles.Staff], RegionScope.Of([Zhangzhai]));

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "remediation-" + Guid.NewGuid().ToString("N"));
    private readonly WebApplication? _app;
    private int _next;

    /// <summary>A store whose services another host builds: it takes them over and calls <see cref="PrepareAsync"/>.</summary>
    internal RemediationStore(Action<IServiceCollection>? takeOver = null)
    {
        Directory.CreateDirectory(_folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Store", $"Data Source={Path.Combine(_folder, "x.db")};Pooling=False")]);
        ReferenceStore.CopyTo(Path.Combine(_folder, "x.db"));
        builder.AddStore();
        builder.Services.AddRemediation().AddAttachments();
        takeOver?.Invoke(builder.Services);
        if (takeOver is null) _app = builder.Build();
    }

    public IServiceProvider Services { get; private set; } = null!;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public SettingsDirectory Settings => Services.GetRequiredService<SettingsDirectory>();

    public static async Task<RemediationStore> CreateAsync()
    {
        var store = new RemediationStore();
        await store.PrepareAsync(store._app!.Services);
        return store;
    }

    public async Task PrepareAsync(IServiceProvider services)
    {
        Services = services;
        await services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await SetAsync(Clock.AsOfKey, "2020-08-31");
    }

    public async Task SetAsync(string key, string value)
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            if (await db.Set<Setting>().FirstOrDefaultAsync(s => s.Key == key) is { } setting) setting.Value = value;
            else db.Add(new Setting { Key = key, Title = key, Value = value, EffectiveFrom = new DateOnly(2016, 1, 1) });
            await db.SaveChangesAsync();
        });
        await Services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
    }

    public async Task InStoreAsync(UserIdentity user, Func<AppDbContext, Task> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        await work(db);
    }

    /// <summary>Runs the work with a desk of the user, as a circuit would.</summary>
    public async Task<T> AtDeskAsync<T>(UserIdentity user, Func<ProblemDesk, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider.GetRequiredService<ProblemDesk>());
    }

    /// <summary>Runs the work with a service of the user, as a circuit would.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(UserIdentity user, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(ActivatorUtilities.GetServiceOrCreateInstance<TService>(scope.ServiceProvider));
    }

    /// <summary>Hangs a small picture on the problem.</summary>
    public Task<AttachmentOutcome> PhotographAsync(UserIdentity user, long id, string kind = AttachmentKind.After, int width = 80) =>
        WithAsync<AttachmentStore, AttachmentOutcome>(user, store =>
            store.AddAsync(ProblemPhotos.OwnerOf(new Problem { Id = id }, kind), kind, TestPictures.Jpeg(width, 60), CancellationToken.None));

    /// <summary>Does the act on the row as it stands now.</summary>
    public async Task<ActResult> ActAsync(UserIdentity user, long id, ProblemAct act, ActForm? form = null) =>
        await AtDeskAsync(user, async desk =>
            await desk.FindAsync(id, CancellationToken.None) is { } now
                ? await desk.ActAsync(new ProblemRef(id, now.Version), act, form ?? FormFor(act), CancellationToken.None)
                : ActResult.Gone());

    public async Task<Problem> AddAsync(Action<Problem>? change = null, UserIdentity? by = null)
    {
        var problem = NewProblem(++_next);
        change?.Invoke(problem);
        await InStoreAsync(by ?? UserIdentity.System, async db =>
        {
            db.Add(problem);
            await db.SaveChangesAsync();
        });
        return problem;
    }

    public async Task<Problem> ReadAsync(long id)
    {
        Problem? found = null;
        await InStoreAsync(UserIdentity.System, async db => found = await db.Set<Problem>().AsNoTracking().SingleAsync(p => p.Id == id));
        return found!;
    }

    public static Problem NewProblem(int number = 1) => new()
    {
        Region = Dayang,
        Number = $"20200801-{number:000}",
        HouseholdName = "邓某",
        Source = "自查",
        Category = "住房",
        Description = "屋顶漏雨",
        FoundOn = new DateOnly(2020, 8, 1),
        DueOn = new DateOnly(2020, 9, 10),
    };

    /// <summary>A form that is right for the act.</summary>
    public static ActForm FormFor(ProblemAct act) => new()
    {
        Note = "现场已看过",
        Owner = "王某",
        Remedy = "立行立改",
        RectifiedOn = Today,
        DueOn = act switch { ProblemAct.Assign => new DateOnly(2020, 9, 10), ProblemAct.AskExtension => new DateOnly(2020, 9, 30), _ => new DateOnly(2020, 9, 20) },
    };

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
