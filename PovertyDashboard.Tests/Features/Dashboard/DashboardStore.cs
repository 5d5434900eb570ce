using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Tests.Features.Dashboard;

/// <summary>A store in a temporary file with the rooms whose measures the dashboard shows, standing at 2020-08-31.</summary>
internal sealed class DashboardStore : IAsyncDisposable
{
    public const long City = 371500000000, Gaoxin = 371590000000, Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000, Sanhe = 371522116230, Qianwang = 371522116240;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        HanjiLeader = new("hanji", "王某", [Roles.Leader], RegionScope.Of([Hanji])),
        TwoPlaces = new("two", "孙某", [Roles.Leader], RegionScope.Of([Dayang, Zhangzhai])),
        Administrator = new("admin", "管理员", [Roles.Administrator], RegionScope.Everything);

    private static readonly string[] Types = ["脱贫享受政策户", "脱贫不享受政策户", "即时帮扶户", "边缘易致贫户"];
    private static readonly string[] Causes = ["因病", "因残", "缺劳力", "因学", ""];
    private static readonly string[] Categories = ["住房", "饮水", "户容户貌", "档案手册"];
    private static readonly string[] States = [ProblemState.Waiting, ProblemState.Rectifying, ProblemState.Verifying, ProblemState.Closed, ProblemState.Closed, ProblemState.Shelved];

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-").FullName;
    private readonly WebApplication _app;

    private DashboardStore()
    {
        var builder = WebApplication.CreateBuilder(["--store", $"Data Source={Path.Combine(_folder, "store.db")};Pooling=False"]);
        ReferenceStore.CopyTo(Path.Combine(_folder, "store.db"));
        builder.AddStore();
        builder.Services.AddHouseholds().AddRemediation().AddChecklists().AddDashboard().AddTodo();
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    public LedgerCatalog Catalog => Services.GetRequiredService<LedgerCatalog>();

    public RegionTotals Totals => Services.GetRequiredService<RegionTotals>();

    public DashboardFigures Figures => Services.GetRequiredService<DashboardFigures>();

    /// <summary>Opens the store, by default with rows in four townships.</summary>
    public static async Task<DashboardStore> OpenAsync(bool withRows = true)
    {
        var store = new DashboardStore();
        await store.Services.PrepareStoreAsync(withDemo: false, CancellationToken.None);
        await store.AddAsync(new Setting { Key = Clock.AsOfKey, Title = "数据截至", Value = "2020-08-31", EffectiveFrom = new DateOnly(2016, 1, 1) });
        await store.Services.GetRequiredService<SettingsDirectory>().LoadAsync(CancellationToken.None);
        if (withRows) await store.AddAsync([.. SyntheticRows()]);
        return store;
    }

    public static DashboardView View(long region, UserIdentity? user = null) => new(region, (user ?? Leader).Scope);

    public static Problem NewProblem(long region, int number, Action<Problem>? set = null)
    {
        var problem = new Problem
        {
            Region = region,
            Number = $"D{number:0000}",
            HouseholdName = "邓某",
            Source = "自查",
            Category = "住房",
            Description = "屋顶漏雨",
            FoundOn = new DateOnly(2020, 8, 3),
            DueOn = new DateOnly(2020, 9, 10),
        };
        set?.Invoke(problem);
        return problem;
    }

    public static Household NewHousehold(long region, int number, Action<Household>? set = null)
    {
        var household = new Household { Region = region, Number = $"37150000{number:0000}", HeadName = "赵某", HeadId = "371599198001010017", Size = 1, Type = Types[0], MainCause = Causes[0] };
        household.Members.Add(new Member { Household = household, Region = region, Number = $"37150000{number:0000}01", Name = "赵某", IdNumber = "371599198001010017", Relation = "户主", BornOn = new DateOnly(1980, 1, 1) });
        set?.Invoke(household);
        return household;
    }

    /// <summary>A check whose first item holds and whose second fails for every other household.</summary>
    public static Check NewCheck(long region, int number) => new()
    {
        Region = region,
        HouseholdName = "赵某",
        TemplateId = 1,
        TemplateTitle = "六净一规范（第 1 版）",
        CheckedOn = new DateOnly(2020, 8, 1 + (number % 30)),
        Inspector = "孙某",
        Answers =
        [
            new CheckAnswer { ItemId = 1, ItemCode = "yard", ItemName = "院内净", Result = CheckResult.Passed, Weight = 2 },
            new CheckAnswer { ItemId = 2, ItemCode = "room", ItemName = "室内净", Result = number % 2 == 0 ? CheckResult.Failed : CheckResult.Passed },
        ],
    };

    public async Task AddAsync(params object[] rows) => await InStoreAsync(UserIdentity.System, async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public async Task<T> InStoreAsync<T>(UserIdentity user, Func<AppDbContext, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    /// <summary>Rows of the list that an address of a figure opens, as its user sees them.</summary>
    public Task<int> CountAsync(string href, UserIdentity user)
    {
        var (path, query) = (href[..href.IndexOf('?', StringComparison.Ordinal)], href[href.IndexOf('?', StringComparison.Ordinal)..]);
        var ledger = Catalog.Ledger(path["/ledgers/".Length..])!;
        return InStoreAsync(user, db => LedgerReader.CountAsync(db, ledger, Catalog, LedgerQuery.Parse(query), Today, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Households and problems of every kind, late and not, some of the township itself.</summary>
    private static IEnumerable<object> SyntheticRows()
    {
        long[] villages = [Dayang, 371590115239, 371590115242, Sanhe, Qianwang, 371591008001, 371591008002];
        for (var i = 0; i < 60; i++)
        {
            var (type, cause) = (Types[i % Types.Length], Causes[i % Causes.Length]);
            var household = NewHousehold(villages[i % villages.Length], i, h => (h.Type, h.MainCause) = (type, cause));
            yield return household;
            if (i % 3 == 0) yield return NewCheck(villages[i % villages.Length], i);
        }

        for (var i = 0; i < 90; i++)
        {
            var at = i % 15 == 14 ? Hanji : villages[i % 5];
            var n = i;
            yield return NewProblem(at, i, p =>
            {
                p.Category = n % 29 == 28 ? "" : Categories[n % Categories.Length];
                p.State = States[n % States.Length];
                p.FoundOn = new DateOnly(2020, 7, 20).AddDays(n % 40);
                p.DueOn = n % 11 == 10 ? null : p.FoundOn.AddDays(n % 3 == 0 ? 5 : 60);
                if (p.State == ProblemState.Closed) p.ClosedOn = p.FoundOn.AddDays(2);
            });
        }
    }
}
