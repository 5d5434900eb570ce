using Bunit;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Features.Remediation.Acts;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

public sealed class ProblemActDialogTests
{
    [Fact]
    public async Task Closing_names_the_problem_asks_for_a_note_and_repeats_the_verb()
    {
        await using var screen = await RemediationScreen.OfAsync(Inspector);
        var problem = await ReportedAsync(screen);
        var page = ShowRow(screen, problem, Inspector);
        Assert.Equal("核验", page.Find("button.btn.text.small").TextContent);

        page.Find("button.btn.text.small").Click();
        var dialog = page.WaitForElement(".mud-dialog");
        Assert.Equal("销号这 1 件问题？", dialog.QuerySelector("h2")!.TextContent);
        Assert.Contains($"{problem.Number} · 大杨新村 · 邓某 · 屋顶漏雨", dialog.TextContent, StringComparison.Ordinal);
        MainButton(page).Click();
        Assert.Equal("核验说明没有填。请写明现场看到的情况。", page.WaitForElement(".field-error").TextContent.Trim());
        Assert.Equal("true", page.Find("#act-note").GetAttribute("aria-invalid"));

        page.Find("#act-note").Change("屋顶已补好");
        MainButton(page).Click();
        page.WaitForAssertion(() => Assert.Contains("已销号 1 件。", page.Markup, StringComparison.Ordinal));
        Assert.Equal(ProblemState.Closed, (await screen.Store.ReadAsync(problem.Id)).State);
    }

    [Fact]
    public async Task What_did_not_pass_is_sent_back_from_the_same_dialog()
    {
        await using var screen = await RemediationScreen.OfAsync(Inspector);
        var problem = await ReportedAsync(screen);
        var page = ShowRow(screen, problem, Inspector);
        page.Find("button.btn.text.small").Click();
        page.WaitForElement(".segments");
        page.FindAll(".segments button").Single(b => b.TextContent == "不通过，退回整改").Click();
        Assert.Equal("退回", MainButton(page).TextContent);
        page.Find("#act-note").Change("还在漏");
        MainButton(page).Click();
        page.WaitForAssertion(() => Assert.Contains("已退回 1 件。", page.Markup, StringComparison.Ordinal));
        Assert.Equal((ProblemState.Rectifying, 1), ((await screen.Store.ReadAsync(problem.Id)).State, (await screen.Store.ReadAsync(problem.Id)).Returns));
    }

    [Fact]
    public async Task A_stale_row_is_a_conflict_and_loses_nothing()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var problem = await screen.Store.AddAsync();
        var page = ShowRow(screen, problem, Staff);
        page.Find("button.btn.text.small").Click();
        page.WaitForElement("#act-owner").Change("王某");
        await screen.Store.ActAsync(OtherStaff, problem.Id, ProblemAct.Assign);
        MainButton(page).Click();
        page.WaitForAssertion(() => Assert.Contains("没有保存：other在", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("看最新状态", MainButton(page).TextContent);
    }

    [Fact]
    public async Task A_date_that_does_not_exist_is_named_at_its_field()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var page = ShowRow(screen, await screen.Store.AddAsync(), Staff);
        page.Find("button.btn.text.small").Click();
        page.WaitForElement("#act-due").Change("2020-09-31");
        MainButton(page).Click();
        Assert.Contains("整改时限：日期不存在", page.WaitForElement("#act-due-fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selected_problems_are_assigned_together_and_the_rest_is_named()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var rows = new LedgerRow[] { await screen.Store.AddAsync(), await screen.Store.AddAsync(p => p.State = ProblemState.Verifying) };
        var page = screen.Show<ProblemBulkActions>(("Rows", rows), ("View", ViewOf(Staff)));
        page.FindAll("button").Single(b => b.TextContent == "批量交办").Click();
        page.WaitForElement("#act-owner").Change("王某");
        MainButton(page).Click();
        page.WaitForAssertion(() => Assert.Contains("已交办 1 件，1 件没有办理", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains(((Problem)rows[1]).Number, page.Find(".left-over").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_sees_no_verb()
    {
        await using var screen = await RemediationScreen.OfAsync(Leader);
        Assert.Empty(ShowRow(screen, await screen.Store.AddAsync(), Leader).FindAll("button"));
        Assert.Empty(screen.Show<ProblemBulkActions>(("Rows", Array.Empty<LedgerRow>()), ("View", ViewOf(Leader))).FindAll("button"));
    }

    [Fact]
    public async Task The_page_of_a_problem_shows_its_history()
    {
        await using var screen = await RemediationScreen.OfAsync(OtherStaff);
        var problem = await ReportedAsync(screen);
        var page = screen.Show<ProblemPage>(("Id", problem.Id));
        page.WaitForElement(".steps");
        Assert.Equal(["申请核验", "交办", "发现"], page.FindAll(".steps b").Select(b => b.TextContent));
        Assert.Contains("屋顶漏雨", page.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("核验", page.Find(".toolbar .btn.main").TextContent);
        var gone = screen.Show<ProblemPage>(("Id", 999L));
        Assert.Contains("没有这件问题", gone.Markup, StringComparison.Ordinal);
    }

    private static async Task<Problem> ReportedAsync(RemediationScreen screen)
    {
        var id = (await screen.Store.AddAsync()).Id;
        await screen.Store.ActAsync(Staff, id, ProblemAct.Assign);
        await screen.Store.ActAsync(Staff, id, ProblemAct.Report);
        return await screen.Store.ReadAsync(id);
    }

    private static IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> ShowRow(RemediationScreen screen, Problem problem, UserIdentity user) =>
        screen.Show<ProblemRowActions>(("Row", problem), ("View", ViewOf(user)));

    private static AngleSharp.Dom.IElement MainButton(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) => page.Find(".mud-dialog .btn.main");

    private static LedgerView ViewOf(UserIdentity user) =>
        new(ProblemLedger.Ledger, new LedgerQuery(), Today, user, _ => Task.CompletedTask, _ => Task.CompletedTask, _ => Task.CompletedTask, () => Task.CompletedTask);
}
