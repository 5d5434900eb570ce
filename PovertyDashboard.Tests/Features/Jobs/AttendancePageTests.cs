using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Features.Jobs.Pages;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

public sealed class AttendancePageTests : IAsyncLifetime
{
    private JobsScreen _screen = null!;
    private Holder _deng = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task Each_tap_takes_the_next_mark_and_is_stored_at_once()
    {
        var page = await OpenAsync(Staff);
        Assert.Equal("3", page.FindAll("thead th.day")[2].FirstChild!.TextContent);
        Assert.Equal(31, page.FindAll("tr.person td.day").Count);
        foreach (var mark in new[] { '√', '○', '×', '/' })
        {
            await Day(page, 3).ClickAsync(new MouseEventArgs());
            page.WaitForAssertion(() => Assert.EndsWith(mark.ToString(), Day(page, 3).TextContent, StringComparison.Ordinal));
            Assert.Equal(mark, await _screen.Store.MarkAsync(_deng.Id, 202_008, 3));
        }

        await Day(page, 3).KeyDownAsync(new KeyboardEventArgs { Key = "Backspace" });
        Assert.Equal(' ', await _screen.Store.MarkAsync(_deng.Id, 202_008, 3));
        await Day(page, 4).KeyDownAsync(new KeyboardEventArgs { Key = "2" });
        Assert.Equal("邓某 4 日 请假", Day(page, 4).GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Open_days_are_counted_and_filled_in_one_go()
    {
        var page = await OpenAsync(Staff);
        Assert.Contains("未记 26 天", page.Find(".card-head").TextContent, StringComparison.Ordinal);
        await page.FindAll("button").Single(b => b.TextContent == "没记的都记出勤").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Contains("26/26", page.Find("td.sums").TextContent, StringComparison.Ordinal));
        Assert.Contains("已记完", page.Find("td.acts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_is_no_number_is_refused_in_a_sentence_and_a_right_one_is_kept()
    {
        var page = await OpenAsync(Staff);
        await page.Find("td.score input").ChangeAsync(new ChangeEventArgs { Value = "好" });
        Assert.Contains("考核得分不是整数（“好”）", page.Markup, StringComparison.Ordinal);
        await page.Find("td.score input").ChangeAsync(new ChangeEventArgs { Value = "96" });
        Assert.Equal(96, await _screen.Store.InStoreAsync(UserIdentity.System, async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Attendance>())).Score));
    }

    [Fact]
    public async Task A_conflict_shows_what_another_has_stored()
    {
        var page = await OpenAsync(Staff);
        await _screen.Store.WithAsync<AttendanceDesk, AttendanceOutcome>(Colleague, d => d.TickAsync(new(_deng.Id, 202_008, 5, ' ', '×'), CancellationToken.None));
        await Day(page, 5).ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Contains("已被别人记为旷工", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("×", Day(page, 5).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaders_look_and_days_outside_the_stay_are_shut()
    {
        var page = await OpenAsync(Leader, h => (h.State, h.ExitedOn, h.ExitReason) = (HolderState.Left, new DateOnly(2020, 8, 10), "稳定脱贫"));
        Assert.Contains("只能查看", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.All(page.FindAll("tr.person button.mark"), b => Assert.True(b.HasAttribute("disabled")));
        Assert.Contains("不在岗", Day(page, 11).GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("td.score input"));
    }

    [Fact]
    public async Task Above_townships_it_leads_to_them()
    {
        _screen = await JobsScreen.OfAsync(Colleague);
        _deng = await _screen.Store.AddHolderAsync();
        var page = _screen.Show<AttendancePage>("/jobs/attendance");
        page.WaitForAssertion(() => Assert.Equal("张寨镇", page.Find("tbody th a").TextContent));
        Assert.Equal($"/jobs/attendance?region={Zhangzhai}&month=2020-08", page.Find("tbody th a").GetAttribute("href"));
        Assert.Equal(["1", "0", "1"], page.FindAll("tbody td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_place_outside_the_scope_is_not_found()
    {
        _screen = await JobsScreen.OfAsync(HanjiStaff);
        var page = _screen.Show<AttendancePage>($"/jobs/attendance?region={Zhangzhai}");
        Assert.Contains("没有这个地区", page.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<IComponent>> OpenAsync(UserIdentity user, Action<Holder>? change = null)
    {
        _screen = await JobsScreen.OfAsync(user);
        _deng = await _screen.Store.AddHolderAsync(change: change);
        var page = _screen.Show<AttendancePage>($"/jobs/attendance?region={Qianwang}&month=2020-08");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tr.person")));
        return page;
    }

    private static IElement Day(IRenderedComponent<IComponent> page, int day) => page.FindAll("tr.person button.mark")[day - 1];
}
