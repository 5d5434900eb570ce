using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>A real store in a temporary file with the rooms of households, jobs and imports, standing at 2020-08-31.</summary>
public sealed class JobsStore : RoomStore
{
    public const long City = 371500000000, Zhangzhai = 371522116000, Qianwang = 371522116240, Shangzhuang = 371522116219, Hanji = 371590115000, Dayang = 371590115299;

    public const string Deng = "371599198001010017", Zhao = "371599197503120027", Sun = "371599194503071233", Qian = "371599196510100142";

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Colleague = new("colleague", "钱某", [Roles.Staff], RegionScope.Of([City])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        Inspector = new("inspector", "孙某", [Roles.Inspector], RegionScope.Of([City])),
        Administrator = new("admin", "管理员", [Roles.Administrator], RegionScope.Nothing),
        HanjiStaff = new("hanji", "周某", [Roles.Staff], RegionScope.Of([Hanji]));

    /// <inheritdoc cref="RoomStore(Action{IServiceCollection}, Action{IServiceCollection})"/>
    internal JobsStore(Action<IServiceCollection>? takeOver = null)
        : base(services => services.AddJobs().AddAdministration(), takeOver)
    {
    }

    public static Task<JobsStore> CreateAsync() => ReadyAsync(new JobsStore());

    /// <summary>Adds a person on the post, which comes with the first; expects that it is saved.</summary>
    public async Task<Holder> AddHolderAsync(string name = "邓某", string id = Deng, Action<Holder>? change = null)
    {
        var holder = NewHolder(name, id);
        change?.Invoke(holder);
        return (Holder)Assert.IsType<RowSaved>(await SaveAsync(UserIdentity.System, HolderLedger.Ledger, holder)).Row;
    }

    public static Holder NewHolder(string name = "邓某", string id = Deng) => new()
    {
        Region = Qianwang,
        PostKind = "保洁",
        PostSource = "扶贫",
        Name = name,
        IdNumber = id,
        StartedOn = new DateOnly(2019, 8, 1),
        BankName = "山东省农村信用社",
        BankCard = "6223000012345603308",
        Insured = true,
        InsuredUntil = new DateOnly(2020, 12, 31),
        AgreementUntil = new DateOnly(2022, 7, 31),
    };

    /// <summary>A month without a blank day: rest on Sundays, else present; some days may be another mark.</summary>
    public async Task TickMonthAsync(long holder, int month, params (int Day, char Mark)[] other)
    {
        Assert.True((await WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.FillAsync(holder, month, CancellationToken.None))).IsDone);
        foreach (var (day, mark) in other)
        {
            var seen = await MarkAsync(holder, month, day);
            var outcome = await WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.TickAsync(new AttendanceTick(holder, month, day, seen, mark), CancellationToken.None));
            Assert.True(outcome.IsDone, outcome.Message);
        }
    }

    public async Task<char> MarkAsync(long holder, int month, int day) =>
        MonthMarks.At(await InStoreAsync(UserIdentity.System, async db => (await db.Set<Attendance>().SingleAsync(a => a.HolderId == holder && a.Month == month)).Marks), day);

    public Task<WageOutcome> DeskAsync(UserIdentity user, Func<WageDesk, Task<WageOutcome>> act) => WithAsync(user, act);

    public Task<WageOutcome> ApprovalAsync(UserIdentity user, Func<WageApproval, Task<WageOutcome>> act) => WithAsync(user, act);

    /// <summary>Makes the sheet of the month and expects that it is there.</summary>
    public async Task<WageSheet> MakeAsync(int month = 202_007)
    {
        var outcome = await DeskAsync(Staff, d => d.MakeAsync(Zhangzhai, month, CancellationToken.None));
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Sheet!;
    }

    /// <summary>Makes, hands in and approves the sheet of the month.</summary>
    public async Task<WageSheet> FixAsync(int month = 202_007)
    {
        var made = await MakeAsync(month);
        return await ApproveAsync(made.Id);
    }

    public async Task<WageSheet> ApproveAsync(long sheet)
    {
        var submitted = await ApprovalAsync(Staff, async a => await a.SubmitAsync(sheet, (await SheetAsync(sheet)).Version, CancellationToken.None));
        Assert.True(submitted.IsDone, submitted.Message);
        var approved = await ApprovalAsync(Leader, async a => await a.ApproveAsync(sheet, (await SheetAsync(sheet)).Version, CancellationToken.None));
        Assert.True(approved.IsDone, approved.Message);
        return await SheetAsync(sheet);
    }

    public Task<WageSheet> SheetAsync(long id) => InStoreAsync(UserIdentity.System, db => db.Set<WageSheet>().AsNoTracking().SingleAsync(s => s.Id == id));

    public Task<List<WageLine>> LinesAsync(long sheet) =>
        InStoreAsync(UserIdentity.System, db => db.Set<WageLine>().AsNoTracking().Where(l => l.SheetId == sheet).OrderBy(l => l.Id).ToListAsync());

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public Task<SheetResult> ImportRowsAsync(UserIdentity user, string ledger, params string[] lines) => ImportSheetAsync(user, "张寨镇.csv", ledger, lines);

    public async Task<string> ExportAsync(string ledger, string name)
    {
        var path = Path.Combine(Folder, name);
        await using var file = File.Create(path);
        await WithAsync<LedgerExport, long>(UserIdentity.System, e => e.WriteAsync(
            Catalog.Ledger(ledger)!, new ExportRequest(new LedgerQuery(), [], IsFull: true, "test"), Path.GetExtension(path) == ".csv", file, CancellationToken.None));
        return path;
    }
}
