using Bunit;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Pages;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>The pages of the room: overview, one project, and the plan that is made, refused and saved.</summary>
public sealed class ProjectPagesTests : IAsyncLifetime
{
    private ProjectsScreen _screen = null!;
    private Project _station = null!;

    public async Task InitializeAsync()
    {
        _screen = await ProjectsScreen.OfAsync(Staff);
        _station = await _screen.Store.StationAsync(500_00, months: 2);
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_plan_divides_to_the_fen_shows_its_sum_in_words_and_is_saved()
    {
        var page = Plan();
        Assert.Contains("1,000.00", page.Find(".sums").TextContent, StringComparison.Ordinal);
        foreach (var box in page.FindAll(".homes input").Select((_, i) => i)) page.FindAll(".homes input")[box].Change(true);
        page.Find("#plan-amount").Change("850.01");
        Button(page, "平均分给选中的 2 户").Click();
        Button(page, "留给村集体").Click();
        Assert.Equal(["425.01", "425.00", "149.99"], page.FindAll("input.amount").Select(i => i.GetAttribute("value")));
        Assert.Contains("合计 3 行　大写：壹仟元整", page.Find("tfoot").TextContent, StringComparison.Ordinal);
        Assert.Contains("保存后还可分 0.00 元。", page.Markup, StringComparison.Ordinal);
        page.Find("#plan-posted").Change("2020-08-31");
        await Button(page, "保存 3 笔").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已有的分配", page.Markup, StringComparison.Ordinal));
        var rows = await _screen.Store.RowsAsync<Distribution>();
        Assert.Equal((3, 1_000_00L, new DateOnly(2020, 9, 6)), (rows.Count, rows.Sum(r => r.Amount), rows[0].PostedUntil!.Value));
    }

    [Fact]
    public void Too_much_or_too_little_for_work_is_said_before_saving_and_nothing_typed_is_lost()
    {
        var page = Plan();
        page.FindAll(".homes input")[0].Change(true);
        page.Find("#plan-amount").Change("1000.01");
        Button(page, "平均分给选中的 1 户").Click();
        Assert.Contains("比还可分的多 0.01 元，不能保存。", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page, "保存 1 笔").HasAttribute("disabled"));
        page.Find("input.amount").Change("700");
        page.Find("#plan-amount").Change("300");
        Button(page, "留给村集体").Click();
        Assert.Contains("公益岗位和公益事业劳务只占 70.0%", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page, "保存 2 笔").HasAttribute("disabled"));
        page.Find("input.amount").Change("一千");
        Assert.Contains("金额：不是大于 0 的金额（“一千”），没有改。", page.Markup, StringComparison.Ordinal);
        page.Find("#plan-amount").Change("-5");
        Button(page, "留给村集体").Click();
        Assert.Contains("金额：不是大于 0 的金额（“-5”）。请填写金额，例如 1200.50。", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["700.00", "300.00"], page.FindAll("input.amount").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task The_town_s_plan_goes_to_the_villages_by_their_parts()
    {
        var joint = await _screen.Store.StationAsync(1_000_00, name: Joint, region: Zhangzhai, kind: ProjectKind.JointStation);
        var page = _screen.Show<DistributePage>(ProjectAddress.Plan(Zhangzhai, 2020, joint.Id));
        page.WaitForAssertion(() => Assert.Contains("各村份额还没有登记。请先登记每个村占几份。", page.Markup, StringComparison.Ordinal));
        foreach (var village in new[] { Qianwang, Shangzhuang, Shangmiao }) await _screen.Store.ShareAsync(village);
        page = _screen.Show<DistributePage>(ProjectAddress.Plan(Zhangzhai, 2020, joint.Id));
        page.WaitForAssertion(() => Button(page, "按份额分到 3 个村"));
        Button(page, "按份额分到 3 个村").Click();
        Assert.Equal(["333.34", "333.33", "333.33"], page.FindAll("input.amount").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_leader_reads_and_cannot_plan()
    {
        await using var screen = await ProjectsScreen.OfAsync(Leader);
        var page = screen.Show<DistributePage>(ProjectAddress.Plan(Qianwang, 2020, null));
        page.WaitForAssertion(() => Assert.Contains("您的账号只能查看", page.Markup, StringComparison.Ordinal));
        var overview = screen.Show<ProjectsPage>($"{ProjectAddress.Overview}?region={Zhangzhai}");
        overview.WaitForAssertion(() => Assert.Contains("还没有产业项目", overview.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("做分配方案", overview.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_overview_s_figures_open_lists_and_its_rows_the_projects()
    {
        var page = _screen.Show<ProjectsPage>($"{ProjectAddress.Overview}?region={Zhangzhai}");
        page.WaitForElement("table");
        var link = page.FindAll(".tiles a").First(a => a.TextContent.Contains("产业项目", StringComparison.Ordinal));
        Assert.Equal($"/ledgers/projects?region={Zhangzhai}&measure=projects.all", link.GetAttribute("href"));
        Assert.Contains(page.FindAll("tbody a"), a => a.TextContent == Own && a.GetAttribute("href") == ProjectAddress.Of(_station.Id));
    }

    [Fact]
    public async Task One_project_shows_income_uses_and_payments_and_only_what_is_known_of_it()
    {
        await _screen.Store.AddAsync(CollectiveIncomeLedger.Ledger, Income(300_00, CollectiveIncomeLedger.OfStation, Own));
        await _screen.Store.AddAsync(DistributionLedger.Ledger, Payment(100_00));
        var page = _screen.Show<ProjectPage>(ProjectAddress.Of(_station.Id), ("Id", _station.Id));
        page.WaitForElement(".tiles");
        Assert.Contains("2019 年还缺 12 个月", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["项目名称", "项目类型", "装机容量（kW）", "项目状态"], page.FindAll("dl.facts dt").Select(d => d.TextContent));
        Assert.Contains(page.FindAll("h2"), h => h.TextContent == "村集体收入和用途");
        var paid = page.FindAll("table")[^1];
        Assert.Equal(["2020", "公益岗位", "1", "100.00", "0.00"], paid.QuerySelector("tbody tr")!.Children.Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_project_of_another_town_and_an_unknown_place_say_so()
    {
        await using var screen = await ProjectsScreen.OfAsync(HanjiStaff);
        var page = screen.Show<ProjectPage>(ProjectAddress.Of(999), ("Id", 999L));
        page.WaitForAssertion(() => Assert.Contains("没有这个项目", page.Markup, StringComparison.Ordinal));
        foreach (var address in new[] { ProjectAddress.Overview, ProjectAddress.Distribute })
        {
            var other = address == ProjectAddress.Overview ? screen.Show<ProjectsPage>($"{address}?region={Zhangzhai}") : screen.Show<DistributePage>($"{address}?region={Zhangzhai}");
            other.WaitForAssertion(() => Assert.Contains("没有这个地区", other.Markup, StringComparison.Ordinal));
        }
    }

    private IRenderedComponent<IComponent> Plan()
    {
        var page = _screen.Show<DistributePage>(ProjectAddress.Plan(Qianwang, 2020, _station.Id));
        page.WaitForElement("#plan-amount");
        return page;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string text) => page.FindAll("button").Single(b => b.TextContent.Trim() == text);
}
