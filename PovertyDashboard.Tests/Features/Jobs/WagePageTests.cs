using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Features.Jobs.Pages;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The wage sheets' list and the page of one sheet, from making to approving and correcting.</summary>
public sealed class WagePageTests : IAsyncLifetime
{
    private JobsScreen _screen = null!;
    private Holder _deng = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task Staff_make_a_sheet_from_the_list_and_land_on_it()
    {
        await OpenAsync(Staff);
        var page = _screen.Show<WagesPage>(WageAddress.All);
        page.WaitForAssertion(() => Assert.Contains("未生成", page.Find("tbody").TextContent, StringComparison.Ordinal));
        await Button(page, "生成").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.EndsWith($"/jobs/wages/202007/{Zhangzhai}", _screen.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bonus_and_deduction_are_typed_in_place_and_a_wrong_one_stays_in_its_field()
    {
        await OpenAsync(Staff);
        await _screen.Store.MakeAsync();
        var page = Sheet();
        await page.FindAll("input.amount")[0].ChangeAsync(new ChangeEventArgs { Value = "50元" });
        page.WaitForAssertion(() => Assert.Contains("合计 1 人　大写：伍佰伍拾元整", page.Find("tfoot").TextContent, StringComparison.Ordinal));
        await page.FindAll("input.amount")[1].ChangeAsync(new ChangeEventArgs { Value = "二十" });
        Assert.Contains("扣款不是金额（“二十”）", page.Markup, StringComparison.Ordinal);
        Assert.Equal(("二十", "true"), (page.FindAll("input.amount")[1].GetAttribute("value"), page.FindAll("input.amount")[1].GetAttribute("aria-invalid")));
        Assert.Equal(550_00, (await LineAsync()).Net);
    }

    [Fact]
    public async Task A_draft_is_handed_in_and_its_maker_gets_no_button_to_approve()
    {
        await OpenAsync(Staff);
        await _screen.Store.MakeAsync();
        var page = Sheet();
        await Button(page, "提交审核").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Contains("待审核", page.Find(".heading").TextContent, StringComparison.Ordinal));
        Assert.Contains("须由其他工作人员或领导审定", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll(".toolbar button"), b => b.TextContent == "审定");
        Assert.Empty(page.FindAll("input.amount"));
    }

    [Fact]
    public async Task A_leader_approves_after_a_question_and_then_nothing_can_be_changed()
    {
        await OpenAsync(Leader);
        var made = await _screen.Store.MakeAsync();
        await _screen.Store.ApprovalAsync(Staff, a => a.SubmitAsync(made.Id, made.Version, CancellationToken.None));
        var page = Sheet();
        // The answer to the question is waited for below, not here.
        Button(page, "审定").Click();
        page.WaitForAssertion(() => Assert.Contains("审定后固定不变", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal));
        await page.FindAll(".mud-dialog button").Single(b => b.TextContent == "审定").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Contains("已审定", page.Find(".heading").TextContent, StringComparison.Ordinal));
        Assert.Equal((WageState.Fixed, "李某"), await _screen.Store.SheetAsync(made.Id) is var sheet ? (sheet.State, sheet.ApprovedByName) : default);
        Assert.DoesNotContain(page.FindAll(".toolbar button"), b => b.TextContent is "做更正表" or "审定" or "提交审核");
    }

    [Fact]
    public async Task Staff_correct_a_fixed_sheet_and_see_what_was_paid()
    {
        await OpenAsync(Staff);
        await _screen.Store.FixAsync();
        await _screen.Store.WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.TickAsync(new(_deng.Id, 202_007, 8, '√', '×'), CancellationToken.None));
        var page = Sheet();
        Button(page, "做更正表").Click();
        page.WaitForElement(".mud-dialog textarea").Input("8 日实为旷工");
        await page.FindAll(".mud-dialog button").Single(b => b.TextContent == "做更正表").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Contains("batch=", _screen.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var correction = Sheet("更正1");
        Assert.Contains("更正说明：8 日实为旷工", correction.Markup, StringComparison.Ordinal);
        Assert.Contains("−18.52", correction.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal(["当月工资", "更正1"], correction.FindAll(".batches a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_sheet_that_was_not_made_or_lies_elsewhere_is_not_found()
    {
        await OpenAsync(HanjiStaff);
        await _screen.Store.MakeAsync();
        Assert.Contains("还没有这张工资表", Sheet(waits: false).Markup, StringComparison.Ordinal);
    }

    private async Task OpenAsync(UserIdentity user)
    {
        _screen = await JobsScreen.OfAsync(user);
        _deng = await _screen.Store.AddHolderAsync();
        await _screen.Store.TickMonthAsync(_deng.Id, 202_007);
    }

    private IRenderedComponent<IComponent> Sheet(string batch = "", bool waits = true)
    {
        var page = _screen.Show<WageSheetPage>(WageAddress.Of(202_007, Zhangzhai, batch), ("Month", 202_007), ("Township", Zhangzhai));
        if (waits) page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        return page;
    }

    private async Task<WageLine> LineAsync() => (await _screen.Store.InStoreAsync(UserIdentity.System, db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Set<WageLine>()))).Single();

    private static IElement Button(IRenderedComponent<IComponent> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text);
}
