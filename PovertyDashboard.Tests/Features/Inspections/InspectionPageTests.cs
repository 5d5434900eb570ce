using Bunit;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Pages;
using PovertyDashboard.Features.Inspections.Sampling;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>The pages of inspections: draw, prove, replace, interview by one thumb, recurring kinds; and what those who are inspected see.</summary>
public sealed class InspectionPageTests : IAsyncLifetime
{
    private InspectionScreen _screen = null!;

    public async Task InitializeAsync() => _screen = await InspectionScreen.OfAsync(Discipline);

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_sample_is_drawn_proved_and_a_household_replaced_on_the_page()
    {
        var id = _screen.Store.Plan.Id;
        var page = _screen.Show<InspectionPage>(InspectionAddress.Of(id), ("Id", id));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".villages .tick").Count));
        page.Find("#draw-size").Change("13");
        await page.Find(".draw .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("要抽 13 户，所选的 2 个村在册只有 12 户", page.Find(".notice.error").TextContent, StringComparison.Ordinal));
        page.Find("#draw-size").Change("4");
        page.Find("#draw-seed").Change("20200810");
        await page.Find(".draw .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".homes li").Count));
        await page.FindAll("button").Single(b => b.TextContent.Trim() == "复核抽样").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("6 户与台账完全一致", page.Find(".notice.done").TextContent, StringComparison.Ordinal));
        await page.FindAll(".homes button").First(b => b.TextContent.Trim() == "替换").ClickAsync(new());
        await page.Find(".replace .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("替换原因：没有选。", page.Find(".replace .notice").TextContent, StringComparison.Ordinal));
        page.FindAll(".reason").Single(r => r.TextContent.Trim() == "住院").Click();
        await page.Find(".replace .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".replace")));
        Assert.Single(await _screen.Store.RowsAsync<Sample>(), s => s.State == SampleState.Replaced);
    }

    [Fact]
    public async Task An_interview_is_answered_saved_and_its_bad_answer_is_a_problem()
    {
        await _screen.Store.DrawAsync(new SampleRequest([Qianwang], SampleSpread.Total, 8, 0, "1"));
        var (plan, sample) = (_screen.Store.Plan.Id, (await _screen.Store.RowsAsync<Sample>()).First());
        var page = _screen.Show<InterviewPage>(InspectionAddress.Interview(plan, sample.Id), ("Plan", plan), ("SampleId", sample.Id));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("article.item").Count));
        page.FindAll("article.item .option").First(o => o.TextContent.Trim() == "否").Click();
        page.Find("#field-SecondSurveyor").Change("周某");
        await page.Find(".check-foot .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("与调查人是同一个人", string.Join("|", page.FindAll(".notice.error, .field-error").Select(e => e.TextContent)), StringComparison.Ordinal));
        page.Find("#field-SecondSurveyor").Change("吴某");
        Assert.Equal("保存，1 项转整改", page.Find(".check-foot .btn.main").TextContent.Trim());
        await page.Find(".check-foot .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.EndsWith(InspectionAddress.Of(plan), _screen.Address, StringComparison.Ordinal));
        Assert.Single(await _screen.Store.RowsAsync<InspectionFinding>());
        Assert.Equal(("周某", "吴某", Today), (await _screen.Store.RowsAsync<Interview>()).Select(i => (i.Surveyor, i.SecondSurveyor, i.HeldOn)).Single());
    }

    [Fact]
    public async Task A_call_that_was_not_answered_asks_nothing()
    {
        await _screen.Store.DrawAsync(new SampleRequest([Qianwang], SampleSpread.Total, 8, 0, "1"));
        var (plan, sample) = (_screen.Store.Plan.Id, (await _screen.Store.RowsAsync<Sample>()).First());
        var page = _screen.Show<InterviewPage>(InspectionAddress.Interview(plan, sample.Id), ("Plan", plan), ("SampleId", sample.Id));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("article.item").Count));
        page.FindAll(".option").Single(o => o.TextContent.Trim() == "电话").Click();
        page.FindAll(".option").Single(o => o.TextContent.Trim() == "空号").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("article.item")));
    }

    [Fact]
    public async Task The_overview_counts_and_every_figure_opens_its_list()
    {
        await _screen.Store.DrawAsync(new SampleRequest([Qianwang], SampleSpread.Total, 8, 0, "1"));
        await _screen.Store.InterviewAsync(_screen.Store.NewInterview(), (1, "否"));
        var page = _screen.Show<InspectionsPage>($"{InspectionAddress.Overview}?region={Zhangzhai}");
        page.WaitForAssertion(() => Assert.Equal(8, page.FindAll(".tiles > *").Count));
        var row = page.Find("tbody tr").TextContent;
        foreach (var text in new[] { Title, "进行中", "12.5%" }) Assert.Contains(text, row, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("tbody a"), a => a.GetAttribute("href")!.Contains("measure=findings.open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recurring_kinds_stand_with_their_villages_and_lists()
    {
        for (var i = 0; i < 3; i++) await _screen.Store.AddAsync(FindingLedger.Ledger, NewFinding("资产登记不清", on: new DateOnly(2020, 8, 20 + i)));
        var page = _screen.Show<RecurringPage>($"{InspectionAddress.Recurring}?region={Zhangzhai}");
        page.WaitForAssertion(() => Assert.Contains("苗头性", page.Find(".chip.verify").TextContent, StringComparison.Ordinal));
        Assert.Contains("f.Kind=", page.Find(".spread a").GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Contains("2020-08", page.Find("table thead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_is_told_that_there_is_no_such_household()
    {
        var page = _screen.Show<InterviewPage>(InspectionAddress.Interview(_screen.Store.Plan.Id, 999), ("Plan", _screen.Store.Plan.Id), ("SampleId", 999L));
        page.WaitForAssertion(() => Assert.Contains("没有这一户", page.Markup, StringComparison.Ordinal));
    }
}

/// <summary>The same pages for those who are inspected.</summary>
public sealed class InspectedPageTests
{
    [Fact]
    public async Task A_cadre_is_told_that_inspections_are_not_for_him()
    {
        await using var screen = await InspectionScreen.OfAsync(Cadre);
        var page = screen.Show<InspectionsPage>(InspectionAddress.Overview);
        page.WaitForAssertion(() => Assert.Contains("您的账号不看督查检查", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a.btn[href*=ledgers]"));
    }

    [Fact]
    public async Task Nor_is_the_page_of_recurring_kinds()
    {
        await using var screen = await InspectionScreen.OfAsync(Cadre);
        var page = screen.Show<RecurringPage>(InspectionAddress.Recurring);
        page.WaitForAssertion(() => Assert.Contains("您的账号不看督查检查", page.Markup, StringComparison.Ordinal));
    }
}
