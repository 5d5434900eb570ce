using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>A real store in a temporary file with the rooms of households, responsibility and imports, standing at 2020-08-31, with three households.</summary>
public sealed class ResponsibilityStore : RoomStore
{
    public const long City = 371500000000, Zhangzhai = 371522116000, Qianwang = 371522116240, Shangzhuang = 371522116219, Hanji = 371590115000;

    public static readonly DateOnly Today = new(2020, 8, 31);

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([City])),
        HanjiStaff = new("hanji", "周某", [Roles.Staff], RegionScope.Of([Hanji]));

    /// <inheritdoc cref="RoomStore(Action{IServiceCollection}, Action{IServiceCollection})"/>
    internal ResponsibilityStore(Action<IServiceCollection>? takeOver = null)
        : base(services => services.AddResponsibility().AddAttachments(), takeOver)
    {
    }

    /// <summary>Households 邓某 and 王某 of 前王庄, 钱某 of 尚庄.</summary>
    public IReadOnlyDictionary<string, HouseholdKey> Homes { get; private set; } = null!;

    public static Task<ResponsibilityStore> CreateAsync() => ReadyAsync(new ResponsibilityStore());

    protected override async Task FillAsync()
    {
        await InStoreAsync(UserIdentity.System, async db =>
        {
            foreach (var (region, name, number) in new[] { (Qianwang, "邓某", "1"), (Qianwang, "王某", "2"), (Shangzhuang, "钱某", "3") })
                db.Add(new Household { Region = region, HeadName = name, Number = $"37152211600{number}", Type = "脱贫享受政策户", HeadId = "371599198001010017", VillagePhone = "13912345678", BankCard = "6223000012345603308" });
            await db.SaveChangesAsync();
            return 0;
        });
        Homes = (await InStoreAsync(UserIdentity.System, db => Services.GetRequiredService<HouseholdKeys>()(db).ToListAsync())).ToDictionary(h => h.HeadName);
    }

    /// <summary>Saves the row and expects that it is stored.</summary>
    public async Task<T> AddAsync<T>(Ledger ledger, T row)
        where T : LedgerRow => (T)Assert.IsType<RowSaved>(await SaveAsync(Staff, ledger, row)).Row;

    /// <summary>Saves the row and returns why not.</summary>
    public async Task<string> RefusedAsync(Ledger ledger, LedgerRow row) => Assert.IsType<RowInvalid>(await SaveAsync(Staff, ledger, row)).Faults[0].Message;

    public Assignment Helper(string household = "邓某", string helper = "孙某", DateOnly? from = null, DateOnly? until = null) => new()
    {
        Region = Homes[household].Region,
        Level = AssignmentLevel.Household,
        HouseholdName = household,
        Helper = helper,
        Unit = "区人社局",
        Phone = "13800000011",
        StartedOn = from ?? new DateOnly(2019, 3, 1),
        EndedOn = until,
    };

    public Visit VisitTo(string household = "邓某", DateOnly? on = null, string way = VisitWay.Home) => new()
    {
        Region = Homes[household].Region,
        HouseholdName = household,
        VisitedOn = on ?? Today,
        Visitor = "孙某",
        Way = way,
        Topics = "健康,就业",
    };

    /// <summary>Imports one sheet that is written as csv: its headers and rows.</summary>
    public Task<SheetResult> ImportRowsAsync(string ledger, params string[] lines) => ImportSheetAsync(Staff, "张寨镇.csv", ledger, lines);

    public Task<decimal> ValueAsync(string measure, long region = City, DateOnly? day = null) => base.ValueAsync(measure, region, day ?? Today);
}
