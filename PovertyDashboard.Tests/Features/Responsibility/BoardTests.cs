using System.Text.RegularExpressions;
using Bunit;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Pages;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>The notice board names who answers for the village, holds nothing of a household but its head's name, and counts its days.</summary>
public sealed partial class BoardTests : IAsyncLifetime
{
    private ResponsibilityScreen _screen = null!;

    public async Task InitializeAsync()
    {
        _screen = await ResponsibilityScreen.OfAsync(Staff);
        foreach (var (level, area, name) in new[] { (AssignmentLevel.Village, "", "李某"), (AssignmentLevel.Area, "东片", "郑某"), (AssignmentLevel.Clerk, "", "冯某") })
            await _screen.Store.AddAsync(AssignmentLedger.Ledger, new Assignment { Region = Qianwang, Level = level, Area = area, Helper = name, Unit = "张寨镇政府", Post = "干部", Phone = "13800000099", StartedOn = new(2019, 3, 1) });
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, _screen.Store.Helper(until: new(2020, 7, 31)));
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, _screen.Store.Helper(helper: "吴某", from: new(2020, 8, 1)));
        await _screen.Store.AddAsync(AssignmentLedger.Ledger, _screen.Store.Helper("王某", "吴某"));
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public void The_people_of_today_stand_by_level_with_unit_and_phone()
    {
        var page = Show();
        Assert.Equal("前王庄村帮扶责任公示牌", page.Find("h2.title").TextContent);
        Assert.Equal(["包村领导", "包片村干部", "扶贫专干", "帮扶责任人"], page.FindAll("article h3").Select(h => h.TextContent));
        Assert.Equal(["李某", "郑某", "冯某", "吴某"], page.FindAll("article .name").Select(n => n.TextContent));
        Assert.Contains("帮扶户（2 户）：王某、邓某", page.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("监督电话：12317", page.Find(".foot").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("孙某", page.Find("article").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_phone_account_or_status_of_a_household_is_on_it()
    {
        var text = Show().Find("article").TextContent;
        Assert.DoesNotMatch(LongNumber(), text);
        foreach (var hidden in new[] { "1391234", "****", "尾号", "脱贫", "6223000" }) Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_the_board_has_no_place_for_them()
    {
        Assert.Equal(["Level", "Name", "Unit", "Post", "Phone", "Area", "Photo", "Households"], typeof(BoardPerson).GetProperties().Select(p => p.Name).Where(n => n != "EqualityContract"));
        Assert.Equal(["Village", "Leaders", "Cadres", "Clerks", "Helpers", "Posting", "IsEmpty"], typeof(VillageBoard).GetProperties().Select(p => p.Name).Where(n => n != "EqualityContract"));
    }

    [Fact]
    public async Task Names_of_heads_are_short_where_the_setting_asks_for_it()
    {
        await _screen.Store.SetAsync(PostingLedger.NamesKey, "0");
        Assert.Contains("帮扶户（2 户）：王*、邓*", Show().Find("article").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timer_begins_when_the_notice_is_put_up_and_its_days_stay()
    {
        var page = Show();
        Assert.Contains("还没有登记公示", page.Find(".timer").TextContent, StringComparison.Ordinal);
        page.FindAll("button").Single(b => b.TextContent.Contains("登记公示", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("公示还剩 6 天", page.Find(".timer").TextContent, StringComparison.Ordinal));
        await _screen.Store.SetAsync(PostingLedger.DaysKey, "3", Today);
        var posting = await _screen.Store.InStoreAsync(UserIdentity.System, db => db.Set<Posting>().SingleAsync());
        Assert.Equal((7, new DateOnly(2020, 9, 6)), (posting.Days, posting.EndsOn));
        Assert.Equal((1, 0), (await _screen.Store.ValueAsync("postings.current"), await _screen.Store.ValueAsync("postings.ended")));
        Assert.Equal((0, 1), (await _screen.Store.ValueAsync("postings.current", day: new(2020, 9, 7)), await _screen.Store.ValueAsync("postings.ended", day: new(2020, 9, 7))));
    }

    [Fact]
    public void A_township_leads_to_its_villages_and_another_town_is_not_shown()
    {
        var page = _screen.Show<BoardPage>($"{BoardAddress.Page}?place={Zhangzhai}");
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".villages a"), a => a.TextContent == "前王庄村"));
        var foreign = _screen.Show<BoardPage>($"{BoardAddress.Page}?place={Hanji}");
        foreign.WaitForAssertion(() => Assert.Contains("没有这个地区", foreign.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> Show()
    {
        var page = _screen.Show<BoardPage>(BoardAddress.Of(Qianwang));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("article .name")));
        return page;
    }

    /// <summary>Longer than a phone: an ID, a card or a number of a household.</summary>
    [GeneratedRegex(@"\d{12,}")]
    private static partial Regex LongNumber();
}
