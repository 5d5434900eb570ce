using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>The site on a store with reference data, and synthetic households of 莘县 with every column given.</summary>
internal static class BenchmarkStore
{
    /// <summary>Their first 10,000 households live here, so that an export of this township has as many rows.</summary>
    public const long Township = 371522116000;

    public const int TownshipRows = 10_000;

    private const long County = 371522000000;

    /// <summary>The columns of the bars: from 县 to 主要致贫原因.</summary>
    public static readonly IReadOnlyList<Column> TwentyColumns = [.. HouseholdLedger.Ledger.Columns.Take(20)];

    private static readonly string[] Surnames = ["邓", "陈", "褚", "卫", "沈", "韩", "杨", "朱", "秦", "许"];
    private static readonly string[] Types = ["未脱贫户", "脱贫享受政策户", "脱贫不享受政策户"];
    private static readonly string[] Causes = ["因病", "因残", "因学", "缺技术", "缺资金"];

    public static TestSite Site(string? folder = null) => folder is null
        ? new() { EnvironmentName = Environments.Production }
        : new() { EnvironmentName = Environments.Production, Folder = folder, DeletesFolder = false };

    public static List<Household> Households(TestSite site, int count)
    {
        var tree = site.Services.GetRequiredService<RegionDirectory>().Tree;
        var (near, all) = (tree.VillagesOf(Township).ToList(), tree.VillagesOf(County).Where(v => RegionKey.TownshipOf(v.Key) != Township).ToList());
        return [.. Enumerable.Range(0, count).Select(i => Household(i, i < TownshipRows ? near[i % near.Count].Key : all[i % all.Count].Key))];
    }

    /// <summary>How the rows stand on a sheet, as an export of all their numbers writes them.</summary>
    public static LedgerSheet Sheet(TestSite site, IReadOnlyList<Column> columns) => new(
        HouseholdLedger.Ledger, columns, site.Services.GetRequiredService<RegionDirectory>().Tree, site.Services.GetRequiredService<CodeListDirectory>().Current, new DateOnly(2020, 8, 31), _ => false);

    public static SheetSpec Spec(LedgerSheet sheet) => sheet.Spec(new SheetHead("莘县贫困户台账", "莘县", new DateOnly(2020, 8, 31), "测试 导出"));

    public static async Task<byte[]> FileAsync(TestSite site, IReadOnlyList<Column> columns, IReadOnlyList<Household> rows)
    {
        var sheet = Sheet(site, columns);
        using var file = new MemoryStream();
        await SheetWriter.WriteAsync(file, Spec(sheet), rows.ToAsyncEnumerable(), sheet.Write, CancellationToken.None);
        return file.ToArray();
    }

    public static Task<int> FillAsync(TestSite site, int count) => site.AsAsync(UserIdentity.System, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var writer = services.GetRequiredService<BulkWriter>();
        return await db.InTransactionAsync(async ct =>
        {
            await writer.WriteAsync(db, [.. Households(site, count).Select(h => new RowWrite(h, null))], progress: null, ct);
            return count;
        }, CancellationToken.None);
    });

    private static Household Household(int i, long village)
    {
        var born = new DateOnly(1935, 1, 1).AddDays(i % 20_000);
        var body = string.Create(CultureInfo.InvariantCulture, $"371599{born:yyyyMMdd}{i / 20_000 + 1:000}");
        var net = 12_000_00L + i % 5_000 * 137;
        return new Household
        {
            Region = village,
            Number = string.Create(CultureInfo.InvariantCulture, $"371522{i + 1:0000000000}"),
            HeadNumber = string.Create(CultureInfo.InvariantCulture, $"371522{i + 1:0000000000}01"),
            HeadName = Surnames[i % Surnames.Length] + "某" + (char)('一' + i % 500),
            HeadId = body + PersonIdNumber.CheckDigit(body),
            Size = i % 6 + 1,
            UnsafeHouse = false,
            IncomePerHead = net / (i % 6 + 1),
            AnnualIncome = net + 1_000_00,
            SafeWater = i % 50 != 0,
            Year = 2020,
            VillagePhone = string.Create(CultureInfo.InvariantCulture, $"0635{7_000_000 + i % 90_000}"),
            BankName = "莘县农村商业银行",
            BankCard = string.Create(CultureInfo.InvariantCulture, $"622319{i:0000000000000}"),
            Standard = "国家标准",
            Type = Types[i % Types.Length],
            Attribute = "一般脱贫户",
            MainCause = Causes[i % Causes.Length],
            IdentifiedIn = 201401 + i % 12,
            LiftedIn = 201801 + i % 12,
            WageIncome = net - 3_000_00,
            BusinessIncome = 4_000_00,
            PropertyIncome = 500_00 + i % 7,
            TransferIncome = 1_500_00,
            LivingAllowance = 900_00,
            Pension = 118_00 * 5,
            BusinessCost = 3_000_00,
            NetIncome = net,
            CropLand = 350 + i % 400,
            InCooperative = i % 3 == 0,
            ProductionPower = true,
            LivingPower = true,
            Broadcast = true,
            RoadDistance = i % 300,
            RoadType = "水泥路",
            HouseArea = 80_00 + i % 5_000,
            SanitaryToilet = i % 4 != 0,
            Fuel = "清洁能源",
            HouseGrade = "B",
            LedByFirm = false,
            LedByPerson = i % 9 == 0,
            Hamlet = "东街",
            Remark = i % 10 == 0 ? "2019 年随子女外出，春节返乡；已告知政策。" : "",
        };
    }
}
