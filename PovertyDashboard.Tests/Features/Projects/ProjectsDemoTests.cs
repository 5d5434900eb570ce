using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>What the page tells of photovoltaics and of the collective economy (S8, S9), in the store and on the pages that show it; what the verb demo adds.</summary>
public sealed partial class ProjectsDemoTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Sanhe = 371522116230;

    [Theory]
    [InlineData("前王庄村级电站", "21.48", "2016-01-01")]
    [InlineData("观城联村电站", "125.00", "1,000,000.00", "130,000.00", "建在观城镇", "尚庄村", "尚庙村", "1/11", "11/11", "11 个村")]
    [InlineData("三合村扶贫电站", "11.40", "130,000.00", "10,000.00")]
    [InlineData("三合村流转土地", "40.00")]
    [InlineData("三合村合作社", "集体经济＋合作社＋大棚种植户", "全镇第一个村级合作社")]
    [InlineData("三合村残疾人就业扶贫基地", "30,000.00", "20 人为全村项目带动就业", "7,000.00")]
    [InlineData("三合村钢架冬暖式大棚", "30,000.00")]
    public async Task Each_project_of_the_page_shows_what_is_told_of_it(string name, params string[] told)
    {
        var id = await InAsync(async db => (await db.Set<Project>().SingleAsync(p => p.Name == name)).Id);
        var text = await PageAsync(ProjectAddress.Of(id));
        foreach (var fact in told) Assert.Contains(fact, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_shows_the_town_s_stations_its_land_and_the_people_employed()
    {
        var text = await PageAsync($"{ProjectAddress.Overview}?region={Zhangzhai}");
        foreach (var told in new[] { "前王庄村级电站", "后王庄村级电站", "南杨庄村级电站", "21.48", "11.40", "125.00", "1,000,000.00", "130,000.00", "40.00", "带动就业 20 人" }) Assert.Contains(told, text, StringComparison.Ordinal);
        // Of the village alone: three and three and one make 7 万.
        Assert.Contains("上年村集体收入 7.00 万元", await PageAsync($"{ProjectAddress.Overview}?region={Sanhe}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seven_village_stations_stand_in_seven_villages_and_eleven_villages_hold_the_joint_one()
    {
        var projects = await InAsync(db => db.Set<Project>().Where(p => p.Kind == ProjectKind.VillageStation && p.Region >= Zhangzhai && p.Region < Zhangzhai + 1000).ToListAsync());
        Assert.Equal((7, 7), (projects.Count, projects.Select(p => p.Region).Distinct().Count()));
        Assert.Equal(3, projects.Count(p => p.Remark == "示例"));
        var shares = await InAsync(db => db.Set<ProjectShare>().ToListAsync());
        Assert.Equal((11, 11, 11, 1_000_000_00L), (shares.Count, shares.Select(s => s.Region).Distinct().Count(), shares.Sum(s => s.Parts), shares.Sum(s => s.Invested ?? 0)));
        Assert.All(shares, s => Assert.Equal(11, s.Whole));
        Assert.Equal([Shangzhuang, Shangmiao], shares.Where(s => s.Remark != "示例").Select(s => s.Region).Order());
    }

    [Fact]
    public async Task The_collective_of_sanhe_came_to_70000_in_2019_and_its_six_poor_households_to_7000()
    {
        var income = await InAsync(db => db.Set<CollectiveIncome>().Where(i => i.Region == Sanhe && i.Year == 2019).OrderByDescending(i => i.Amount).ToListAsync());
        Assert.Equal([30_000_00L, 30_000_00, 10_000_00], income.Select(i => i.Amount));
        Assert.Equal(["光伏发电", "大棚租金", "就业基地"], income.Select(i => i.Source).Order(StringComparer.Ordinal));
        Assert.Equal(7_000_00, income.Sum(i => i.ForPoor ?? 0));
        var paid = await InAsync(db => db.Set<Distribution>().Where(d => d.Region == Sanhe && d.Year == 2019).ToListAsync());
        Assert.Equal((6, 6, 7_000_00L), (paid.Count, paid.Select(d => d.HouseholdId).Distinct().Count(), paid.Sum(d => d.Amount)));
        Assert.All(paid, d => Assert.InRange(d.Amount, 1_166_66, 1_166_67));
        var list = await PageAsync($"/ledgers/{DistributionLedger.Key}?region={Sanhe}&measure=distributions.last-year-rows");
        Assert.Contains("共 6 笔", list, StringComparison.Ordinal);
        Assert.Contains("7,000.00", list, StringComparison.Ordinal);
        var home = await PageAsync($"/households/{paid[0].HouseholdId!.Value.ToString(CultureInfo.InvariantCulture)}");
        Assert.Contains("项目收益", home, StringComparison.Ordinal);
        Assert.Contains(ProjectText.Yuan(paid[0].Amount), home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_rows_keep_the_rules_and_show_what_a_check_finds()
    {
        var context = new RowContext(Today, UserIdentity.System);
        foreach (var row in await InAsync(db => db.Set<StationIncome>().ToListAsync())) Assert.Empty(StationIncomeLedger.Ledger.Check(row, context));
        foreach (var row in await InAsync(db => db.Set<CollectiveIncome>().ToListAsync())) Assert.Empty(CollectiveIncomeLedger.Ledger.Check(row, context));
        var given = await InAsync(db => db.Set<Distribution>().ToListAsync());
        foreach (var row in given) Assert.Empty(DistributionLedger.Ledger.Check(row, context));
        Assert.Equal((1, 1), (given.Count(d => d.Class == DistributionClass.Dividend), given.Count(d => d.PaidOn is not null && d.PostedFrom is null)));
        await InAsync(async db =>
        {
            foreach (var pot in given.Where(d => d.ProjectId is not null).GroupBy(d => (d.ProjectId, d.Year, d.Region)))
            {
                var set = await DistributionPools.OfAsync(db, await db.Set<Project>().SingleAsync(p => p.Id == pot.Key.ProjectId), pot.Key.Year, pot.Key.Region, [], CancellationToken.None);
                Assert.True(set.Blocked is null && set.Narrowest!.Left >= 0, $"{pot.First().ProjectName} {pot.Key.Year}");
            }

            return 0;
        });
    }

    [Fact]
    public async Task The_verb_demo_adds_linked_rows_to_every_ledger_and_the_store_stays_right()
    {
        await using var own = new TestSite();
        var written = await own.AsAsync(UserIdentity.CommandLine("test"), s => s.GetRequiredService<DemoTown>().AddAsync(240, 7, null, CancellationToken.None));
        foreach (var key in new[] { ProjectLedger.Key, StationIncomeLedger.Key, CollectiveIncomeLedger.Key, DistributionLedger.Key }) Assert.True(written.Where(w => w.Ledger.Key == key).Sum(w => w.Rows) > 0, key);
        Assert.Empty(await own.AsAsync(UserIdentity.System, s => ActivatorUtilities.CreateInstance<StoreVerification>(s).FaultsAsync(CancellationToken.None)));
        var (rows, loose) = await own.InStoreAsync(UserIdentity.System, async db => (await db.Set<Distribution>().CountAsync(d => d.HouseholdName != ""), await db.Set<Distribution>().CountAsync(d => d.HouseholdName != "" && d.HouseholdId == null)));
        Assert.True(rows > 40);
        Assert.Equal(0, loose);
    }

    /// <summary>The text of a page as it is sent, for a user of the whole city.</summary>
    private async Task<string> PageAsync(string address)
    {
        var client = await site.LoggedInAsync("demo.city");
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(), " ")), " ");
    }

    private Task<T> InAsync<T>(Func<PovertyDashboard.Data.AppDbContext, Task<T>> work) => site.InStoreAsync(UserIdentity.System, work);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
