using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Imports;

namespace PovertyDashboard.Tests.Features.Households.Screenings;

/// <summary>Sheets of the three books, as townships write them: what follows from a row follows once, and a second time changes nothing.</summary>
public sealed class ScreeningImportTests : IAsyncLifetime
{
    private readonly ImportSite _site = new();

    public async Task InitializeAsync() => await _site.Site.AsAsync(UserIdentity.System, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        db.AddRange(BookStore.Family().Rows);
        return await db.SaveChangesAsync();
    });

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_failed_row_opens_its_problem_once_and_contradictions_are_refused()
    {
        const string header = "村,户主,摸排日期,收入,不愁吃,不愁穿,义务教育,基本医疗,住房安全,饮水安全,饮水安全依据,用水量";
        string[] rows = ["三合村,王某,2020-08-20,√,√,√,√,√,√,×,水浑,", "三合村,孙某,2020-08-20,√,√,√,/,√,√,√,,15", "三合村,周某,2020-08-20,√,√,√,/,√,/,√,,"];
        var first = await ImportAsync("摸排-张寨镇.csv", header, rows);
        Assert.Equal([RowFate.Added, RowFate.Refused, RowFate.Refused], first.Select(r => r.Fate));
        Assert.Equal("饮水安全：填的是“已达标”，按所填情况应为“未达标”（水量未达标）。请核对情况，改为一致。", Assert.Single(first[1].Faults).Message);
        Assert.StartsWith("住房安全：不能填不适用", Assert.Single(first[2].Faults).Message, StringComparison.Ordinal);

        Assert.Equal(RowFate.Unchanged, (await ImportAsync("摸排-张寨镇.csv", header, rows))[0].Fate);
        var problem = Assert.Single(await AllAsync<Problem>());
        Assert.Equal(("饮水", "饮水安全未达标：水浑。", "20200820-001"), (problem.Category, problem.Description, problem.Number));
        Assert.Equal("3715221169000010", Assert.Single(await AllAsync<Screening>()).HouseholdNumber);

        // A corrected cell updates the row and keeps the one problem.
        Assert.Equal(RowFate.Updated, (await ImportAsync("摸排-张寨镇.csv", header, rows[0].Replace("水浑", "水浑，有异味", StringComparison.Ordinal)))[0].Fate);
        Assert.Equal("饮水安全未达标：水浑，有异味。", Assert.Single(await AllAsync<Problem>()).Description);
    }

    [Fact]
    public async Task An_income_sheet_is_added_up_and_shown_by_the_household()
    {
        const string header = "村,户主,年度,家庭人口数,务工收入,村级公益岗,低保金,种植收入,种植支出,工资性收入";
        var rows = await ImportAsync("年度收入-张寨镇.csv", header, "三合村,王某,2020,4,12000,6000,3600.5,2000,700,18000", "三合村,孙某,2020,2,100,,,,,90");
        Assert.Equal([RowFate.Added, RowFate.Refused], rows.Select(r => r.Fate));
        Assert.Equal("工资性收入：填的是 90.00 元，明细合计是 100.00 元，相差 10.00 元。请核对后改为一致，或把工资性收入清空，由系统计算。", Assert.Single(rows[1].Faults).Message);
        var income = Assert.Single(await AllAsync<Income>());
        Assert.Equal((22_900_50L, 5_725_13L), (income.NetIncome!.Value, income.PerHead!.Value));
        var household = Assert.Single(await AllAsync<Household>());
        Assert.Equal((2020, 5_725_13L, 18_000_00L, 3_600_50L), (household.Year!.Value, household.IncomePerHead!.Value, household.WageIncome!.Value, household.LivingAllowance!.Value));
    }

    [Fact]
    public async Task Movements_of_a_file_are_applied_once()
    {
        const string header = "村,户主,变动类型,发生日期,姓名,变动原因";
        string[] rows = ["三合村,王某,死亡,2020-06-01,张某,因病", "三合村,王某,死亡,2020-06-02,赵某,因病"];
        Assert.Equal([RowFate.Added, RowFate.Refused], (await ImportAsync("人口变动-张寨镇.csv", header, rows)).Select(r => r.Fate));
        Assert.Equal(RowFate.Unchanged, (await ImportAsync("人口变动-张寨镇.csv", header, rows))[0].Fate);

        var dead = (await AllAsync<Member>()).Single(m => m.Name == "张某");
        Assert.Equal((new DateOnly(2020, 6, 1), "死亡", 3), (dead.LeftOn!.Value, dead.LeaveReason, Assert.Single(await AllAsync<Household>()).Size!.Value));
        Assert.Single(await AllAsync<Movement>());
    }

    private async Task<IReadOnlyList<RowOutcome>> ImportAsync(string name, string header, params string[] rows)
    {
        var path = Path.Combine(_site.Folder, name);
        await File.WriteAllTextAsync(path, string.Join('\n', [header, .. rows]), new UTF8Encoding(true));
        var result = Assert.Single(await _site.ImportAsync(path));
        Assert.Equal("", result.Rejection);
        return Assert.Single(result.Sheets).Rows;
    }

    private Task<List<T>> AllAsync<T>()
        where T : class => _site.Site.AsAsync(UserIdentity.System, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    });
}
