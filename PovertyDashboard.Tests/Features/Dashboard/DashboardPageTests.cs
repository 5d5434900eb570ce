using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Dashboard.Screen;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

public sealed class DashboardPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BunitContext _context = new();
    private DashboardStore _store = null!;
    private LiveFeed _feed = null!;
    private AsyncServiceScope _scope;

    public async Task InitializeAsync()
    {
        _store = await OpenAsync();
        _feed = _store.Services.GetRequiredService<LiveFeed>();
        await _feed.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _feed.StopAsync(CancellationToken.None);
        await _scope.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public void Tiles_show_figures_that_lead_to_their_lists()
    {
        var page = Open<DashboardPage>(Leader, $"?region={Hanji}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("a.tile")), Patience);
        var overdue = page.FindComponents<MeasureTile>().Single(t => t.Instance.Label == "逾期未整改");
        Assert.Equal($"/ledgers/problems?region={Hanji}&measure=problems.overdue", overdue.Find("a").GetAttribute("href"));
        Assert.Contains("worst", overdue.Find("a").ClassName, StringComparison.Ordinal);
        Assert.Single(page.FindAll("h1"));
        Assert.Contains("韩集镇 · 11 个村 · 2020 年 8 月 31 日（周一）", page.Find(".scope").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_moves_tiles_and_charts_without_reload()
    {
        var page = Open<DashboardPage>(Leader, $"?region={Hanji}");
        page.WaitForAssertion(() => Assert.Equal(ChartState.Ready, Card(page, "各村问题整改").State), Patience);
        var before = long.Parse(Tile(page, "未销号问题").Figure, System.Globalization.CultureInfo.InvariantCulture);
        var option = Card(page, "各村问题整改").Option;
        await _store.AddAsync(NewProblem(Dayang, 900));
        page.WaitForAssertion(
            () =>
            {
                Assert.Equal($"{before + 1}", Tile(page, "未销号问题").Figure);
                Assert.NotSame(option, Card(page, "各村问题整改").Option);
                Assert.NotEmpty(page.FindAll(".number.flash"));
            },
            Patience);
    }

    [Fact]
    public async Task A_save_elsewhere_leaves_the_page_alone()
    {
        var page = Open<DashboardPage>(HanjiLeader, "");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("a.tile")), Patience);
        var indicator = page.FindComponent<LiveIndicator>();
        await _store.AddAsync(NewProblem(Sanhe, 901));
        await _store.AddAsync(NewProblem(Dayang, 902));
        page.WaitForAssertion(() => Assert.True(indicator.Instance.Change > 0), Patience);
        Assert.Equal(1, indicator.Instance.Change);
    }

    [Fact]
    public void A_label_of_a_bar_opens_the_same_page_one_level_down()
    {
        var page = Open<DashboardPage>(Leader, $"?region={Hanji}");
        page.WaitForAssertion(() => Assert.Equal(ChartState.Ready, Card(page, "各村问题整改").State), Patience);
        var chart = page.FindComponents<ChartCard>().Single(c => c.Instance.Title == "各村问题整改").FindComponent<EChart>();
        page.InvokeAsync(() => chart.Instance.ClickedAsync("", "大杨新村", -1));
        Assert.EndsWith($"/?region={Dayang}", _context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("大杨新村", page.Find(".scope").TextContent, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(page.FindComponents<ChartCard>(), c => c.Instance.Title == "各村问题整改");
        Assert.Equal($"/?region={Hanji}", page.FindAll(".trail a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void The_table_of_a_chart_shows_every_place_and_its_lists()
    {
        var page = Open<DashboardPage>(Leader, $"?region={Hanji}");
        page.WaitForAssertion(() => Assert.Equal(ChartState.Ready, Card(page, "各村问题整改").State), Patience);
        var card = page.FindComponents<ChartCard>().Single(c => c.Instance.Title == "各村问题整改");
        card.Find("[title=看表格]").Click();
        Assert.Contains("大杨新村", card.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("合计", card.Find("tfoot").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(card.FindAll("td a[href^='/ledgers/problems?region=']"));
    }

    [Fact]
    public void A_user_without_the_right_sees_no_figure()
    {
        var page = Open<DashboardPage>(Administrator, "");
        Assert.Contains("这个账号不看业务数据", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".tile"));
    }

    [Fact]
    public async Task The_big_screen_shows_places_worst_first_with_the_whole_last_and_hears_of_saves()
    {
        var page = Open<ScreenPage>(Leader, $"?region={Hanji}");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".place")), Patience);
        Assert.Equal("韩集镇扶贫工作调度", page.Find("h1").TextContent);
        Assert.StartsWith("全镇", page.FindAll(".place")[^1].TextContent.Trim(), StringComparison.Ordinal);
        await _store.AddAsync(NewProblem(Dayang, 903));
        page.WaitForAssertion(() => Assert.Contains("大杨新村 新发现", page.FindComponent<TickerPanel>().Markup, StringComparison.Ordinal), Patience);
        foreach (var secret in new[] { "邓某", "赵某", "371599" }) Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
    }

    private static MeasureTile Tile(IRenderedComponent<DashboardPage> page, string title) => page.FindComponents<MeasureTile>().Single(t => t.Instance.Label == title).Instance;

    private static ChartCard Card(IRenderedComponent<DashboardPage> page, string title) => page.FindComponents<ChartCard>().Single(c => c.Instance.Title == title).Instance;

    private IRenderedComponent<TPage> Open<TPage>(UserIdentity user, string query)
        where TPage : IComponent
    {
        _scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        _context.Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo("/" + query);
        return _context.Render<TPage>();
    }
}
