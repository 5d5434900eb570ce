using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>Shares are parts of a whole (联村份额); while the whole is not there, nothing of the station is divided.</summary>
public sealed class ShareTests : IAsyncLifetime
{
    private ProjectsStore _store = null!;
    private Project _joint = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _joint = await _store.StationAsync(1_000_00, name: Joint, region: Zhangzhai, kind: ProjectKind.JointStation);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Incomplete_shares_are_listed_and_block_plan_form_and_file_alike_and_nothing_is_lost()
    {
        Assert.Equal((1, 1), ((int)(await _store.FigureAsync("projects.shares-incomplete")).Count, await _store.RowsOfAsync("projects.shares-incomplete")));
        Assert.Equal("“观城联村电站”各村份额还没有登记。请先登记每个村占几份。", (await _store.StartAsync(Zhangzhai, _joint.Id)).Blocked);
        await _store.ShareAsync(Qianwang);
        await _store.ShareAsync(Shangzhuang);
        const string Missing = "“观城联村电站”各村份额不齐：登记了 2 份，总份数是 3 份，还差 1 份。请补齐后再分配。";
        Assert.Equal((Missing, Missing), ((await _store.StartAsync(Zhangzhai, _joint.Id)).Blocked, (await _store.StartAsync(Qianwang, _joint.Id)).Blocked));
        Assert.Equal("项目名称：" + Missing, await _store.RefusedAsync(DistributionLedger.Ledger, Payment(1_00, project: Joint)));
        var sheet = await _store.ImportRowsAsync(DistributionLedger.Key, "村,年度,项目名称,户主,分配类别,金额", "前王庄村,2020,观城联村电站,邓某,公益岗位,1");
        Assert.Equal("项目名称：" + Missing, Assert.Single(Assert.Single(sheet.Rows).Faults).Message);
        Assert.Equal((2, 0), ((await _store.RowsAsync<ProjectShare>()).Count, (await _store.RowsAsync<Distribution>()).Count));
        await _store.ShareAsync(Shangmiao);
        Assert.Equal((0, 0), ((int)(await _store.FigureAsync("projects.shares-incomplete")).Count, await _store.RowsOfAsync("projects.shares-incomplete")));
        Assert.Null((await _store.StartAsync(Qianwang, _joint.Id)).Blocked);
    }

    [Fact]
    public async Task More_parts_than_the_whole_and_a_second_whole_are_refused()
    {
        await _store.ShareAsync(Qianwang, parts: 2);
        Assert.Equal("总份数：与其他村登记的不同（“11”，其他村是 3）。请核对后改为一致。", await _store.RefusedAsync(ProjectShareLedger.Ledger, ShareOf(Shangzhuang, whole: 11)));
        Assert.Equal("份数：加上其他村共 4 份，超过总份数 3 份。请核对各村的份数。", await _store.RefusedAsync(ProjectShareLedger.Ledger, ShareOf(Shangzhuang, parts: 2)));
        // Of a file the first rows fit, the last does not.
        var sheet = await _store.ImportRowsAsync(ProjectShareLedger.Key, "村,项目名称,份数,总份数", "尚庄村,观城联村电站,1,3", "尚庙村,观城联村电站,1,3");
        Assert.Equal((1, 1), (sheet.Accepted, sheet.Refused));
        Assert.Contains("超过总份数 3 份", Assert.Single(sheet.Rows[^1].Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_of_an_unknown_project_and_a_percentage_are_refused()
    {
        var unknown = ShareOf(Qianwang);
        unknown.ProjectName = "没有的电站";
        Assert.Equal("项目名称：产业项目台账里没有“没有的电站”。请先登记项目，或核对名称。", await _store.RefusedAsync(ProjectShareLedger.Ledger, unknown));
        var sheet = await _store.ImportRowsAsync(ProjectShareLedger.Key, "村,项目名称,份数,总份数", "尚庄村,观城联村电站,9.09%,100%");
        Assert.All(Assert.Single(sheet.Rows).Faults, f => Assert.Contains("不是整数", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_town_divides_by_parts_to_the_fen_and_each_village_keeps_to_its_own_part()
    {
        foreach (var village in new[] { Qianwang, Shangzhuang, Shangmiao }) await _store.ShareAsync(village);
        var start = await _store.StartAsync(Zhangzhai, _joint.Id);
        var plan = new DistributionPlan(2020, Joint, start.Pool!.Left);
        plan.Lines.AddRange(start.Shares.Select(s => new PlanLine { Village = s.Region, Class = DistributionClass.Collective }));
        DistributionPlan.Divide(plan.Lines, start.Pool.Left, [.. start.Shares.Select(s => (long)s.Parts)]);
        var outcome = await _store.SavePlanAsync(plan);
        Assert.Equal((true, "已保存 3 笔，合计 1,000.00 元。"), (outcome.IsDone, outcome.Message));
        Assert.Equal([333_34L, 333_33, 333_33], (await _store.RowsAsync<Distribution>()).OrderBy(d => d.Region).Select(d => d.Amount));
        Assert.Equal(0, (await _store.StartAsync(Zhangzhai, _joint.Id)).Pool!.Left);
        // Passed on to the collective it is the collective's to give, and the rule for work does not count it as used.
        Assert.Equal(0, (int)(await _store.FigureAsync("distributions.below-rule")).Count);
        var own = (await _store.StartAsync(Qianwang, null)).Pool!;
        Assert.Equal(("2020 年村集体收入", (await _store.RowsAsync<Distribution>()).Single(d => d.Region == Qianwang).Amount), (own.Name, own.Total));
        await _store.AddAsync(DistributionLedger.Ledger, Payment(own.Left, project: ""));
        Assert.Contains("超过可分配额", await _store.RefusedAsync(DistributionLedger.Ledger, Payment(1, "王某", project: "")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_without_a_part_gets_none_and_one_with_a_part_no_more_than_it()
    {
        await _store.ShareAsync(Qianwang, parts: 1, whole: 4);
        await _store.ShareAsync(Shangzhuang, parts: 3, whole: 4);
        Assert.Equal("这个村在“观城联村电站”里没有份额。请核对村和项目。", (await _store.StartAsync(Shangmiao, _joint.Id)).Blocked);
        var start = await _store.StartAsync(Qianwang, _joint.Id);
        Assert.Equal(("观城联村电站 2020 年可分配额中本村的 1/4", 250_00L), (start.Pool!.Name, start.Pool.Left));
        Assert.Equal(
            "金额：超过可分配额（“250.01”，观城联村电站 2020 年可分配额中本村的 1/4 250.00 元，已分 0.00 元，还可分 250.00 元）。请核对金额，或先登记收入。",
            await _store.RefusedAsync(DistributionLedger.Ledger, Payment(250_01, project: Joint)));
        await _store.AddAsync(DistributionLedger.Ledger, Payment(250_00, project: Joint));
    }
}
