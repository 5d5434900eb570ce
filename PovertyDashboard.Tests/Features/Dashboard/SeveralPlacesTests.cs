using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

/// <summary>A user of several places: every page begins with their sum, under one name, and number = list.</summary>
public sealed class SeveralPlacesTests : IAsyncLifetime
{
    private const string Mine = "我的地区（2 个）";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BunitContext _context = new();
    private DashboardStore _store = null!;
    private AsyncServiceScope _scope;

    public async Task InitializeAsync()
    {
        _store = await OpenAsync();
        await _store.AddAsync(
            new Campaign { Region = Hanji, Month = 202008, Title = "规范提升月", StartsOn = new(2020, 8, 10), EndsOn = Today, Families = "六净一规范" },
            new Campaign { Region = 371591008000, Month = 202008, Title = "别处的活动", StartsOn = new(2020, 8, 1), EndsOn = Today, Families = "六净一规范" });
        _scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(TwoPlaces);
        _context.Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scope.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task The_overview_shows_the_sum_and_leads_to_lists_of_that_many_rows()
    {
        var page = _context.Render<DashboardPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("a.tile")), Patience);

        Assert.StartsWith(Mine, page.Find(".scope").TextContent.Trim(), StringComparison.Ordinal);
        var open = page.FindComponents<MeasureTile>().Single(t => t.Instance.Label == "未销号问题");
        var sum = await OpenAtAsync(Dayang) + await OpenAtAsync(Zhangzhai);
        Assert.True(sum > await OpenAtAsync(Dayang));
        Assert.Equal($"{sum}", open.Instance.Figure);
        Assert.Equal(sum, await _store.CountAsync(open.Find("a").GetAttribute("href")!, TwoPlaces));
        Assert.Contains("填报单位：张寨镇、大杨新村", page.Find(".print-meta").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_page_board_and_overview_agree()
    {
        var reader = ActivatorUtilities.CreateInstance<LedgerPageReader>(_scope.ServiceProvider);
        var board = _scope.ServiceProvider.GetRequiredService<BoardReader>();
        var sum = await OpenAtAsync(Dayang) + await OpenAtAsync(Zhangzhai);

        var list = await reader.ReadAsync(ProblemLedger.Ledger, new LedgerQuery { Measure = ProblemMeasures.Open.Key }, CancellationToken.None);
        Assert.Equal((sum, sum), (list.Page.Total, list.Figures[ProblemMeasures.Open.Key].Count));
        Assert.Equal((City, City), (board.Home, reader.RegionOf(new LedgerQuery())));
        Assert.Equal(sum, (await board.ReadAsync(board.Home, CancellationToken.None))!.Total.OpenTotal);
        Assert.Equal(DashboardView.Of(null, TwoPlaces, _store.Figures.Tree)!.Region, board.Home);
    }

    [Fact]
    public async Task What_a_place_above_lets_him_read_is_counted_as_it_is_listed()
    {
        var reader = ActivatorUtilities.CreateInstance<LedgerPageReader>(_scope.ServiceProvider);
        foreach (long? region in new long?[] { null, City, Hanji, Dayang })
        {
            var list = await reader.ReadAsync(ChecklistLedgers.Campaigns, new LedgerQuery { Region = region }, CancellationToken.None);
            Assert.Equal(region == Dayang ? 0 : 1, list.Page.Total);
            Assert.Equal(list.Page.Total, list.Figures[ChecklistLedgers.Campaigns.AllRows.Key].Count);
        }
    }

    [Fact]
    public void The_picker_stands_at_the_users_places_and_offers_each_of_them()
    {
        var navigation = _context.Services.GetRequiredService<NavigationManager>();
        var bar = _context.Render<RegionBar>();
        Assert.Equal(Mine, bar.Find(".own").TextContent);

        bar.Find(".picker-button").Click();
        Assert.Equal([Mine, "莘县（部分）", "张寨镇", "聊城高新区（部分）", "韩集镇（部分）", "大杨新村"], bar.FindAll(".node-name").Select(n => n.TextContent));
        bar.Find("input").Input("张寨");
        bar.Find("li button").Click();
        Assert.EndsWith($"?region={Zhangzhai}", navigation.Uri, StringComparison.Ordinal);
        bar.WaitForAssertion(() => Assert.Equal("张寨镇", bar.Find(".own").TextContent));
        Assert.Equal([$"{Mine} /", "莘县（部分） /"], bar.FindAll(".above").Select(a => a.TextContent));
    }

    [Fact]
    public void The_view_hears_only_of_the_users_part()
    {
        var view = DashboardView.Of(null, TwoPlaces, _store.Figures.Tree)!;

        Assert.Equal((City, Mine, true), (view.Region, view.Name(_store.Figures.Tree), view.IsPartial));
        Assert.True(view.IsTouchedBy([Dayang]));
        Assert.True(view.IsTouchedBy([Hanji]));
        Assert.False(view.IsTouchedBy([371591008001]));
    }

    private async Task<long> OpenAtAsync(long region) => (await _store.Totals.FigureAsync(ProblemMeasures.Open, region, TwoPlaces.Scope, CancellationToken.None)).Count;
}
