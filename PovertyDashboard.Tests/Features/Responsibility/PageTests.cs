using Bunit;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Calendar;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Pages;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>The pages of the room: a visit by one thumb, who has not visited, the month.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private ResponsibilityScreen _screen = null!;

    public async Task InitializeAsync() => _screen = await ResponsibilityScreen.OfAsync(Staff);

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_visit_is_ticked_saved_and_what_it_found_is_a_problem()
    {
        var home = _screen.Store.Homes["邓某"];
        var page = _screen.Show<VisitFormPage>(VisitAddress.New(home.Id));
        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll(".topic").Count));
        page.FindAll(".topic").Single(t => t.TextContent.Trim() == "就业").Click();
        page.FindAll(".topic").Single(t => t.TextContent.Trim() == "健康").Click();
        page.Find("#field-Finding").Change("屋顶渗水");
        await page.Find(".foot .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("问题类别：写了发现的问题，没有选类别", page.Markup, StringComparison.Ordinal));
        page.Find("#field-Category").Change("住房");
        await page.Find(".foot .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Matches(@"/responsibility/visits/\d+$", _screen.Address));
        var (visit, problem) = await _screen.Store.InStoreAsync(UserIdentity.System, async db => (await db.Set<Visit>().SingleAsync(), await db.Set<Problem>().SingleAsync()));
        Assert.Equal((home.Id, "入户", "健康,就业", "赵某", Today), (visit.HouseholdId!.Value, visit.Way, visit.Topics, visit.Visitor, visit.VisitedOn));
        Assert.Equal((home.Id, "屋顶渗水", "住房"), (problem.HouseholdId!.Value, problem.Description, problem.Category));
    }

    [Fact]
    public async Task The_record_of_a_visit_leads_to_its_problem()
    {
        var visit = _screen.Store.VisitTo();
        (visit.Finding, visit.Category) = ("水龙头滴漏", "饮水");
        var saved = await _screen.Store.AddAsync(VisitLedger.Ledger, visit);
        var page = _screen.Show<VisitPage>(VisitAddress.Of(saved.Id), ("Id", saved.Id));
        page.WaitForAssertion(() => Assert.Matches(@"/problems/\d+", page.Find("a.notice.info").GetAttribute("href")!));
        Assert.DoesNotContain("发现问题转整改", page.Find(".toolbar").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_household_of_another_town_has_no_form()
    {
        var page = _screen.Show<VisitFormPage>(VisitAddress.New(999_999));
        page.WaitForAssertion(() => Assert.Contains("没有这一户", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_of_the_page_open_lists_of_as_many_rows()
    {
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, _screen.Store.Helper());
        await _screen.Store.AddAsync(VisitLedger.Ledger, _screen.Store.VisitTo());
        var page = _screen.Show<VisitsPage>($"{VisitAddress.Overview}?region={Zhangzhai}");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".homes li").Count));
        var tiles = page.FindAll(".tiles > *").Select(t => string.Concat(t.TextContent.Where(c => !char.IsWhiteSpace(c)))).ToList();
        string[] expected = ["未按期走访2户", "已按期走访1户", "走访率33.3%", "未落实责任人2户"];
        Assert.Equal(expected.Length, tiles.Count);
        Assert.All(expected.Zip(tiles), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href")!.Contains("measure=assignments.unvisited", StringComparison.Ordinal) && a.GetAttribute("href")!.Contains("f.Helper=", StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll(".homes a.btn").Count);
    }

    [Fact]
    public async Task The_month_holds_meetings_tasks_and_visits_on_their_days()
    {
        var meeting = await _screen.Store.AddAsync(MeetingLedgers.Meetings, new Meeting { Region = Zhangzhai, HeldOn = new(2020, 8, 24), Title = "周例会" });
        await _screen.Store.AddAsync(MeetingLedgers.Tasks, new MeetingTask { Region = Zhangzhai, HeldOn = new(2020, 8, 24), Meeting = "周例会", Task = "遍访", Owner = "孙某", DueOn = new(2020, 8, 28) });
        await _screen.Store.AddAsync(VisitLedger.Ledger, _screen.Store.VisitTo(on: new(2020, 8, 28)));
        var page = _screen.Show<CalendarPage>($"{CalendarAddress.Page}?region={Zhangzhai}&month=2020-08");
        page.WaitForAssertion(() => Assert.Equal(31, page.FindAll(".days li:not(.blank)").Count));
        Assert.Equal(5, page.FindAll(".days li.blank").Count);
        Assert.Equal(MeetingAddress.Of(meeting.Id), Entry(page, 24, "周例会"));
        Assert.Equal(MeetingAddress.Of(meeting.Id), Entry(page, 28, "逾期 孙某：遍访"));
        Assert.Contains("f.VisitedOn=2020-08-28..2020-08-28", Entry(page, 28, "走访 1 次"), StringComparison.Ordinal);
        var next = _screen.Show<CalendarPage>($"{CalendarAddress.Page}?region={Zhangzhai}&month=2020-09");
        next.WaitForAssertion(() => Assert.Contains("2020 年 9 月没有安排", next.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_of_a_household_shows_its_helper_and_the_village_s_people()
    {
        var home = _screen.Store.Homes["邓某"];
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, _screen.Store.Helper());
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, new Assignment { Region = Qianwang, Level = AssignmentLevel.Village, Helper = "李某", StartedOn = new(2019, 3, 1) });
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, _screen.Store.Helper("王某", "吴某"));
        var part = _screen.Show<HelperCards>("/", ("Household", home.Id));
        part.WaitForAssertion(() => Assert.Equal(["孙某", "李某"], part.FindAll(".who b").Select(b => b.TextContent)));
        var late = _screen.Show<VisitCard>("/", ("Household", home.Id));
        late.WaitForAssertion(() => Assert.Contains("还没有走访。规定每 7 天至少走访一次。", late.Markup, StringComparison.Ordinal));
    }

    private static string Entry(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, int day, string text) =>
        page.FindAll(".days li:not(.blank)")[day - 1].QuerySelectorAll("a").Single(a => a.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;
}
