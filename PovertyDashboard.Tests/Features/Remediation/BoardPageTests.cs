using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Loop;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

public sealed class BoardPageTests : IAsyncLifetime
{
    private const long HanjiNew = Hanji + 237;
    private RemediationScreen _screen = null!;

    public async Task InitializeAsync()
    {
        _screen = await RemediationScreen.OfAsync(Staff);
        var store = _screen.Store;
        for (var i = 0; i < 3; i++) await store.AddAsync(p => p.Region = HanjiNew);
        await store.AddAsync(p => (p.Category, p.DueOn) = ("饮水", new DateOnly(2020, 8, 30)));
        await store.AddAsync(p => (p.State, p.ClosedOn) = (ProblemState.Closed, Today));
        await store.AddAsync(p => (p.State, p.ClosedOn, p.Region) = (ProblemState.Closed, new DateOnly(2020, 8, 20), Hanji + 238));
        await store.AddAsync(p => p.Region = Hanji);
        await store.AddAsync(p => p.Region = Qianwang);
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public void The_worst_village_stands_first_and_the_sums_stay()
    {
        var page = Open(Hanji);
        var names = page.FindAll("tbody th").Select(t => t.TextContent.Trim()).ToList();
        Assert.Equal(["大杨新村", "韩集新村", "韩集镇本级"], names.Take(3));
        Assert.Equal("5", Total(page, "未销号"));
        Assert.Equal("1", Total(page, "逾期"));
        Assert.Equal("4", Total(page, "住房"));
        Assert.Equal("28.6%", Total(page, "销号率"));
    }

    [Fact]
    public void A_cell_leads_to_its_list()
    {
        var cell = Open(Hanji).Find("tbody tr:first-child a.heat");
        Assert.Equal($"/ledgers/problems?region={Dayang}&measure=problems.open&f.Category={Uri.EscapeDataString("饮水")}", cell.GetAttribute("href"));
        Assert.Contains("late", cell.ClassList);
        Assert.Equal("大杨新村 饮水 未销号 1 件，其中逾期 1 件", cell.GetAttribute("title"));
    }

    [Fact]
    public void A_village_without_open_problems_is_cleared()
    {
        var row = Open(Hanji).FindAll("tbody tr").Single(r => r.TextContent.Contains("环西新村", StringComparison.Ordinal));
        Assert.Contains("已清零", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_change_against_yesterday_counts_what_was_closed_today()
    {
        var row = Open(Hanji).Find("tbody tr:first-child");
        Assert.Equal("−1", row.QuerySelectorAll("td")[^2].TextContent.Trim());
    }

    [Fact]
    public void Each_category_shows_its_own_change_of_the_day()
    {
        var row = Open(Hanji).Find("tbody tr:first-child");
        var heads = Open(Hanji).FindAll("thead th").Select(h => h.TextContent.Trim()).ToList();
        // Closed today, so one less in 住房; 饮水 is as it was yesterday.
        var housing = row.Children[heads.IndexOf("住房")];
        Assert.Equal("，较昨日 −1", housing.QuerySelector("small")!.TextContent);
        Assert.Null(row.Children[heads.IndexOf("饮水")].QuerySelector("small"));
    }

    [Fact]
    public async Task What_was_found_and_closed_today_adds_up_over_places_and_categories()
    {
        await _screen.Store.AddAsync(p => (p.FoundOn, p.Category, p.Region) = (Today, "饮水", HanjiNew));
        var reader = _screen.Context.Services.GetRequiredService<BoardReader>();
        var board = (await reader.ReadAsync(Hanji, CancellationToken.None))!;
        Assert.Equal(1, board.Rows.Single(r => r.Region == HanjiNew).ChangeOf("饮水"));
        Assert.Equal(0, board.Total.Change);
        foreach (var category in board.Categories) Assert.Equal(board.Total.ChangeOf(category), board.Rows.Sum(r => r.ChangeOf(category)));
        Assert.All(board.Rows.Append(board.Total), r => Assert.Equal(r.Change, board.Categories.Sum(r.ChangeOf)));
    }

    [Fact]
    public void A_phone_has_a_card_for_each_place_with_the_same_figures()
    {
        var cards = Open(Hanji).FindAll(".board-cards > li");
        Assert.Equal(["大杨新村", "韩集新村", "韩集镇本级"], cards.Take(3).Select(c => c.QuerySelector("b")!.TextContent.Trim()));
        Assert.Contains("overdue", cards[0].ClassList);
        Assert.Equal(["未销号 1", "逾期 1"], cards[0].QuerySelectorAll("a.figure").Select(a => a.TextContent.Trim()));
        Assert.Equal($"/ledgers/problems?region={Dayang}&measure=problems.overdue", cards[0].QuerySelectorAll("a.figure")[1].GetAttribute("href"));
        Assert.Equal(["住房 3"], cards[1].QuerySelectorAll(".categories span").Select(s => s.TextContent));
        Assert.Empty(cards[2].QuerySelectorAll("a"));
        Assert.Contains("已清零", cards.Single(c => c.TextContent.Contains("环西新村", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_city_shows_counties_that_lead_further_down()
    {
        var page = Open(City);
        var link = page.FindAll("tbody th a").First(a => a.TextContent.Contains("高新区", StringComparison.Ordinal));
        Assert.Equal("/remediation/board?region=371590000000", link.GetAttribute("href"));
        Assert.Equal("6", Total(page, "未销号"));
    }

    [Fact]
    public async Task A_user_of_one_town_sees_it_without_asking_and_no_other()
    {
        await using var screen = await RemediationScreen.OfAsync(ZhangzhaiStaff);
        await screen.Store.AddAsync();
        await screen.Store.AddAsync(p => p.Region = Qianwang);
        var own = screen.Show<BoardPage>();
        own.WaitForElement("table");
        Assert.Equal("1", Total(own, "未销号"));
        var other = Open(Hanji, screen);
        Assert.Contains("没有这个地区", other.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_without_problems_says_so()
    {
        await using var screen = await RemediationScreen.OfAsync(Leader);
        Assert.Contains("还没有发现问题", Open(Hanji, screen).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Shades_grow_with_the_count()
    {
        var board = new Board(["住房"], [Row(1), Row(6), Row(9)], Row(16));
        Assert.Equal([0, 1, 1, 2, 3], new long[] { 0, 1, 3, 6, 9 }.Select(board.Shade));

        static BoardRow Row(long open) => new(open, "村", false, new Dictionary<string, long> { ["住房"] = open }, new Dictionary<string, long>(), new Dictionary<string, long>(), open, 0, open);
    }

    private IRenderedComponent<IComponent> Open(long region) => Open(region, _screen);

    private static IRenderedComponent<IComponent> Open(long region, RemediationScreen screen)
    {
        screen.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/remediation/board?region={region}");
        var page = screen.Show<BoardPage>();
        page.WaitForElement("table, .empty");
        return page;
    }

    private static string Total(IRenderedComponent<IComponent> page, string head)
    {
        var at = page.FindAll("thead th").Select(h => h.TextContent.Trim()).ToList().IndexOf(head);
        return page.Find("tfoot tr").Children[at].TextContent.Split('，')[0].Trim();
    }
}
