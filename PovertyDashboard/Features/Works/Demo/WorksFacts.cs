using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Works.Demo;

/// <summary>
/// What the page tells of works (S6: 高新区许营镇, each 社区 builds in one go, the helper draws the 草图 with path and 小水楼 beforehand) and of the audit (S7: 开发区北城街道,
/// from a repaired roof down to a tablecloth and a pane of glass). It gives no figures and no names: households and amounts are 示例.
/// </summary>
internal static class WorksFacts
{
    public const long Xuying = 371590108000, Beicheng = 371591008000;

    public const string Told = "据公开报道；户和数字为示例";

    /// <summary>After the households of those towns and the sample sheet of 北城街道.</summary>
    public static readonly SeedStep Step = new(622, "Works and audit of the page", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (services.GetService<HouseholdKeys>() is not { } households || await db.Set<Work>().AnyAsync(w => w.Remark == Told, ct)) return;
        await db.InTransactionAsync(
            async inner =>
            {
                if (await HomeAsync(db, households, Xuying, inner) is { } yard) await BuildAsync(db, yard, inner);
                if (await HomeAsync(db, households, Beicheng, inner) is { } audited) await AuditAsync(db, audited, inner);
                return 0;
            },
            ct);
    }

    private static async Task BuildAsync(AppDbContext db, HouseholdKey home, CancellationToken ct)
    {
        db.Add(DemoSites.BatchOf(home.Region, Told));
        var path = Work(home, "小路");
        (path.PathLength, path.HasSketch) = (18_0, true);
        var water = Work(home, "小水楼");
        water.WaterHouses = 1;
        db.AddRange(path, water);
        await db.SaveChangesAsync(ct);
        db.Add(DemoSites.Drawn(path));
        await db.SaveChangesAsync(ct);
    }

    private static async Task AuditAsync(AppDbContext db, HouseholdKey home, CancellationToken ct)
    {
        var day = new DateOnly(2020, 7, 6);
        WorkLine[] lines =
        [
            DemoLines.Line(home, 1, "修缮房顶", LineKind.Labour, "瓦工", "", "工日", 3_00, 220_00, day, "马某某", Told),
            DemoLines.Line(home, 2, "修缮房顶", LineKind.Material, "水泥", "P.O 42.5", "袋", 20_00, 22_00, day, remark: Told),
            DemoLines.Line(home, 3, "门窗玻璃", LineKind.Material, "玻璃", "5mm", "块", 2_00, 45_00, day, remark: Told),
            DemoLines.Line(home, 4, "桌布床品", LineKind.Material, "桌布", "1.4m", "块", 1_00, 18_00, day, remark: Told),
        ];
        foreach (var line in lines) (line.VerifiedQuantity, line.VerifiedPrice, line.VerifiedBy, line.VerifiedOn) = (line.ReportedQuantity, line.ReportedPrice, DemoLines.AuditorName, new(2020, 8, 10));
        (lines[1].VerifiedQuantity, lines[1].Reason) = (18_00, "到户清点只用 18 袋");
        foreach (var line in lines) WorkLineRules.Fill(line);
        var audit = DemoLines.Conclude(home.Region, home.HeadName, home.Id, lines, Told);
        db.Add(audit);
        await db.SaveChangesAsync(ct);
        foreach (var line in lines) line.AuditId = audit.Id;
        db.AddRange(lines);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The first household of the town that no list names yet.</summary>
    private static Task<HouseholdKey?> HomeAsync(AppDbContext db, HouseholdKeys households, long town, CancellationToken ct)
    {
        var range = RegionKey.Subtree(town);
        return households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && !db.Set<WorkLine>().Any(l => l.Region == h.Region && l.HouseholdName == h.HeadName))
            .OrderBy(h => h.Region).ThenBy(h => h.Id).FirstOrDefaultAsync(ct);
    }

    private static Work Work(HouseholdKey home, string item) => new()
    {
        Region = home.Region,
        HouseholdName = home.HeadName,
        HouseholdId = home.Id,
        Item = item,
        State = WorkState.Done,
        StartedOn = new(2020, 7, 1),
        DueOn = new(2020, 8, 25),
        DoneOn = new(2020, 7, 12),
        Batch = DemoSites.Batch,
        Crew = "示例施工队",
        DrawnBy = "帮扶责任人某",
        Remark = Told,
    };
}
