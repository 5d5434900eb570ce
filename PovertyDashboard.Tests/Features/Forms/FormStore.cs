using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Forms;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel.Filling;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>A real store in a temporary file with households of two villages of 张寨镇 and the county's form, standing at 2020-08-31.</summary>
public sealed class FormStore : RoomStore
{
    public const long City = 371500000000, Hanji = 371590115000, Zhangzhai = 371522116000, Qianwang = 371522116240, Shangzhuang = 371522116219;

    public const string Name = "季度统计表";

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Colleague = new("colleague", "钱某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([Zhangzhai])),
        Elsewhere = new("elsewhere", "孙某", [Roles.Staff], RegionScope.Of([Hanji])),
        Village = new("village", "周某", [Roles.Cadre], RegionScope.Of([Qianwang])),
        Helper = new("helper", "王某", [Roles.Helper], RegionScope.Of([Zhangzhai]).Only([1])),
        Doctor = new("doctor", "吴某", [Roles.Clinic], RegionScope.Of([Zhangzhai])),
        Admin = new("admin", "郑某", [Roles.Administrator], RegionScope.Everything);

    /// <inheritdoc cref="RoomStore(Action{IServiceCollection}, Action{IServiceCollection})"/>
    internal FormStore(Action<IServiceCollection>? takeOver = null)
        : base(services => services.AddForms(), takeOver)
    {
    }

    public static Task<FormStore> CreateAsync() => ReadyAsync(new FormStore());

    /// <summary>The layout that most tests fill: region, day, figure, rate and the households as details.</summary>
    public static FormLayout Layout => new FormLayout([new FormBlock(CountyForm.Details, CountyForm.Block, "households", "households.all")],
    [
        Of(2, 1, PlacementKind.Fact, "unit"), Of(2, 5, PlacementKind.Fact, "day"), Of(3, 1, PlacementKind.Measure, "households.all"), Of(3, 4, PlacementKind.Measure, "households.safe-water-rate"),
        Of(9, 3, PlacementKind.Fact, "maker"), Of(6, 0, PlacementKind.Number, ""), Of(6, 1, PlacementKind.Column, "HeadName"), Of(6, 2, PlacementKind.Column, "HeadId"),
        Of(6, 3, PlacementKind.Column, "Size"), Of(6, 4, PlacementKind.Column, "IncomePerHead"), Of(6, 5, PlacementKind.Column, "CameOn"), Of(8, 8, PlacementKind.Fact, "rows"),
    ]);

    public static Placement Of(int row, int column, PlacementKind kind, string key) => new(CountyForm.Details, row, column, kind, key);

    public async Task<ReportForm> AddFormAsync(UserIdentity? user = null, FormLayout? layout = null, byte[]? content = null)
    {
        var added = await WithAsync<FormDesk, FormResult>(user ?? Staff, d => d.AddAsync(Name, CountyForm.FileName, content ?? CountyForm.File, CancellationToken.None));
        Assert.Equal("", added.Refusal);
        Assert.Equal("", (await SaveLayoutAsync(user ?? Staff, added.Id, 1, layout ?? Layout)).Refusal);
        return (await OpenAsync(user ?? Staff, added.Id))!.Form;
    }

    public Task<FormResult> SaveLayoutAsync(UserIdentity user, long id, int version, FormLayout layout) => WithAsync<FormDesk, FormResult>(user, d => d.SaveAsync(id, version, layout, CancellationToken.None));

    public Task<OpenForm?> OpenAsync(UserIdentity user, long id) => WithAsync<FormDesk, OpenForm?>(user, d => d.OpenAsync(id, null, CancellationToken.None));

    public Task<FilledForm?> FillAsync(UserIdentity user, long id, long region = Zhangzhai, int? month = null, string? reason = null) =>
        WithAsync<FormFilling, FilledForm?>(user, f => f.FillAsync(id, new FillRequest(region, month, reason is not null, reason ?? ""), CancellationToken.None));

    public Task<List<AuditEntry>> NotesAsync(string action) => InStoreAsync(UserIdentity.System, db => db.Audit.Where(a => a.Action == action && a.Subject == nameof(ReportForm)).OrderBy(a => a.Id).ToListAsync());

    protected override Task FillAsync() => InStoreAsync(UserIdentity.System, db =>
    {
        for (var i = 1; i <= 5; i++)
        {
            db.Add(new Household
            {
                Region = i <= 3 ? Qianwang : Shangzhuang,
                HeadName = $"{"甲乙丙丁戊"[i - 1]}某",
                Number = $"3715221160{i:00}",
                HeadId = PersonIds[i - 1],
                Type = "脱贫享受政策户",
                Size = i,
                IncomePerHead = 100_000 * i + 50,
                SafeWater = i != 5,
                CameOn = new DateOnly(2020, 6 + i / 2, 15),
            });
        }

        return db.SaveChangesAsync();
    });

    public static readonly string[] PersonIds = ["371599198001010017", "371599198001010025", "371599198001010033", "371599198001010041", "37159919800101005X"];
}
