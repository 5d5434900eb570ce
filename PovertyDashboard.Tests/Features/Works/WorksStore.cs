using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
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
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>A real store in a temporary file with the works room, the ledger of problems and imports, standing at 2020-08-31, with three households.</summary>
public sealed class WorksStore : RoomStore
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

    /// <inheritdoc cref="RoomStore(Action{IServiceCollection}, Action{IServiceCollection})"/>
    // Whether an auditor may open a problem is said by the ledger of problems.
    internal WorksStore(Action<IServiceCollection>? takeOver = null)
        : base(services => services.AddWorks().AddRemediation().AddAttachments(), takeOver)
    {
    }

    public static Task<WorksStore> CreateAsync() => ReadyAsync(new WorksStore());

    protected override async Task FillAsync()
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            foreach (var (region, name, number) in new[] { (Guangyue, "邓某", "1"), (Guangyue, "王某", "2"), (Wuliu, "钱某", "3") })
                db.Add(new Household { Region = region, HeadName = name, Number = $"37159100800{number}", Type = "脱贫享受政策户", HeadId = "371599198001010017" });
            await db.SaveChangesAsync();
            return 0;
        });
    }

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

    public Task<decimal> ValueAsync(string measure, long region = City) => base.ValueAsync(measure, region, Today);

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public Task<SheetResult> ImportRowsAsync(string ledger, params string[] lines) => ImportSheetAsync(Staff, "北城街道.csv", ledger, lines);

    /// <summary>Imports one row and returns why it is refused.</summary>
    public async Task<string> ImportFaultAsync(string ledger, string head, string row) => Assert.Single(Assert.Single((await ImportRowsAsync(ledger, head, row)).Rows).Faults).Message;
}
