using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>A real store in a temporary file with the rooms of households, projects and imports, standing at 2020-08-31, with a household each of 邓某 and 王某 in 前王庄 and of 钱某 in 尚庄.</summary>
public sealed class ProjectsStore : RoomStore
{
    public const long City = 371500000000, Zhangzhai = 371522116000, Qianwang = 371522116240, Shangzhuang = 371522116219, Shangmiao = 371522116231, Hanji = 371590115000;

    public const string Own = "前王庄村级电站", Joint = "观城联村电站";

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        HanjiStaff = new("hanji", "周某", [Roles.Staff], RegionScope.Of([Hanji]));

    /// <inheritdoc cref="RoomStore(Action{IServiceCollection}, Action{IServiceCollection})"/>
    internal ProjectsStore(Action<IServiceCollection>? takeOver = null)
        : base(services => services.AddProjects(), takeOver)
    {
    }

    public IReadOnlyDictionary<string, HouseholdKey> Homes { get; private set; } = null!;

    public static Task<ProjectsStore> CreateAsync() => ReadyAsync(new ProjectsStore());

    protected override async Task FillAsync()
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            foreach (var (region, name, number) in new[] { (Qianwang, "邓某", "3715221162400001"), (Qianwang, "王某", "3715221162400002"), (Shangzhuang, "钱某", "3715221162190001") })
            {
                var home = new Household { Region = region, HeadName = name, Number = number, Type = "脱贫享受政策户" };
                db.Add(home);
                db.Add(new Member { Household = home, Region = region, Name = name, Relation = "户主", Number = number + "01" });
            }

            return await db.SaveChangesAsync();
        });
        Homes = (await InStoreAsync(UserIdentity.System, db => Services.GetRequiredService<HouseholdKeys>()(db).ToListAsync())).ToDictionary(h => h.HeadName);
    }

    /// <summary>Saves the row and expects that it is stored.</summary>
    public async Task<T> AddAsync<T>(Ledger<T> ledger, T row)
        where T : LedgerRow, new() => (T)Saved(await SaveAsync(Staff, ledger, row));

    /// <summary>Saves the row and returns why not.</summary>
    public async Task<string> RefusedAsync(Ledger ledger, LedgerRow row) => Assert.IsType<RowInvalid>(await SaveAsync(Staff, ledger, row)).Faults[0].Message;

    /// <summary>A village's station with whole months of 2020, each with so much to distribute.</summary>
    public async Task<Project> StationAsync(long fen, int months = 1, string name = Own, long region = Qianwang, string kind = ProjectKind.VillageStation, int year = 2020)
    {
        var project = await AddAsync(ProjectLedger.Ledger, new Project { Region = region, Name = name, Kind = kind, Capacity = 21_48 });
        for (var month = 1; month <= months; month++) await AddAsync(StationIncomeLedger.Ledger, Month(name, month, fen, region, year));
        return project;
    }

    public static StationIncome Month(string station = Own, int month = 1, long fen = 1_000_00, long region = Qianwang, int year = 2020, long energy = 2_000_00) =>
        new() { Region = region, Station = station, Year = year, MonthOfYear = month, Energy = energy, EnergyFee = fen };

    public Task<ProjectShare> ShareAsync(long village, int parts = 1, int whole = 3) => AddAsync(ProjectShareLedger.Ledger, ShareOf(village, parts, whole));

    public static ProjectShare ShareOf(long village, int parts = 1, int whole = 3) => new() { Region = village, ProjectName = Joint, Parts = parts, Whole = whole };

    public static Distribution Payment(long fen, string home = "邓某", string type = DistributionClass.Post, string project = Own, int year = 2020) =>
        new() { Region = Qianwang, Year = year, ProjectName = project, HouseholdName = home, Class = type, Reason = "保洁岗工资", Amount = fen };

    public static CollectiveIncome Income(long fen, string source = "资产租赁", string project = "", int year = 2020) => new() { Region = Qianwang, Year = year, Source = source, ProjectName = project, Amount = fen };

    public Task<PlanStart> StartAsync(long region, long? project, int year = 2020) => WithAsync<DistributionDesk, PlanStart>(Staff, d => d.StartAsync(region, year, project, CancellationToken.None));

    public Task<PlanOutcome> SavePlanAsync(DistributionPlan plan, UserIdentity? user = null) => WithAsync<DistributionDesk, PlanOutcome>(user ?? Staff, d => d.SaveAsync(plan, CancellationToken.None));

    public async Task<Figure> FigureAsync(string measure, long region = City)
    {
        var totals = Services.GetRequiredService<RegionTotals>();
        totals.Clear();
        return await totals.FigureAsync(Catalog.Measure(measure)!, region, RegionScope.Everything, CancellationToken.None);
    }

    public Task<int> RowsOfAsync(string measure) =>
        InStoreAsync(UserIdentity.System, db => LedgerReader.CountAsync(db, ((RowMeasure)Catalog.Measure(measure)!).Ledger, Catalog, new LedgerQuery { Region = City, Measure = measure }, Today, CancellationToken.None));

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public Task<SheetResult> ImportRowsAsync(string ledger, params string[] lines) => ImportSheetAsync(Staff, "张寨镇.csv", ledger, lines);

    public Task<IReadOnlyList<FileResult>> ImportAsync(params string[] paths) =>
        WithAsync<ImportRun, IReadOnlyList<FileResult>>(UserIdentity.System, r => r.RunAsync(paths, ReadLimits.Verb, new ImportRequest(), CancellationToken.None));

    private static LedgerRow Saved(SaveOutcome outcome) => outcome switch
    {
        RowSaved saved => saved.Row,
        RowInvalid invalid => throw new InvalidOperationException(invalid.Faults[0].Message),
        _ => throw new InvalidOperationException(outcome.ToString()),
    };
}
