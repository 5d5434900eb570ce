using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Dashboard.Screen;
using PovertyDashboard.Features.Dashboard.Topics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

/// <summary>The dashboard of the whole site on the demo store.</summary>
public sealed class DashboardSiteTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData(City)]
    [InlineData(Hanji)]
    [InlineData(Dayang)]
    public async Task Each_mark_of_each_chart_opens_as_many_rows(long region)
    {
        var sheets = site.Services.GetRequiredService<CardSheets>();
        var followed = 0;
        foreach (var card in DashboardTopics.All.SelectMany(t => t.Cards).Distinct().Where(c => c is not PlacesCard))
            foreach (var byCategory in new[] { true, false })
            {
                var sheet = await sheets.ReadAsync(card, View(region), byCategory, CancellationToken.None);
                foreach (var cell in sheet.Rows.SelectMany(r => r.Skip(1)).Where(c => c.Href?.StartsWith("/ledgers/", StringComparison.Ordinal) == true && long.TryParse(c.Text, out _)))
                {
                    Assert.Equal(cell.Text, FigureText.Count(await CountAsync(cell.Href!)));
                    followed++;
                }
            }

        Assert.True(followed > 20, $"{followed} marks were followed.");
    }

    [Fact]
    public async Task Every_declared_tile_and_card_has_its_measure()
    {
        var figures = site.Services.GetRequiredService<DashboardFigures>();
        var specs = DashboardTopics.All.SelectMany(t => t.Tiles).Concat(DashboardTiles.Screen).ToList();
        Assert.All(specs, t => Assert.True(figures.Knows(t.Measure), t.Measure));
        Assert.All(specs.Select(t => t.Note).OfType<TileNote>().Where(n => n.Key.Length > 0), n => Assert.True(figures.Knows(n.Key), n.Key));
        Assert.All(DashboardTopics.All.SelectMany(t => t.Cards).Concat(DashboardCards.ScreenPanels).SelectMany(c => c.Reads).Concat(ScreenTurns.More.SelectMany(t => t.Reads)), key => Assert.True(figures.Knows(key), key));
        var tiles = await site.Services.GetRequiredService<TileReader>().ReadAsync(DashboardTiles.Overview, View(City), CancellationToken.None);
        Assert.All(tiles, t => Assert.True(t.Figure.Value > 0, t.Title));
    }

    [Fact]
    public void A_key_names_one_card_only()
    {
        var cards = DashboardTopics.All.SelectMany(t => t.Cards).Distinct().ToList();
        Assert.Equal(cards.Count, cards.Select(c => c.Key).Distinct().Count());
        Assert.Equal(DashboardTopics.Systems.Count, DashboardTopics.Systems.Select(t => t.Key).Distinct().Count());
    }

    [Fact]
    public async Task Every_page_of_the_big_screen_has_figures_for_the_town_of_the_demo()
    {
        await using var scope = site.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(Leader);
        var reader = scope.ServiceProvider.GetRequiredService<ScreenReader>();
        foreach (var turn in ScreenTurns.More)
        {
            var shown = await reader.ReadAsync(turn, View(Hanji), CancellationToken.None);
            Assert.True(shown.HasAny);
            Assert.Equal(turn.Tiles.Count, shown.Tiles.Count);
            Assert.Equal(turn.Left.Count + turn.Middle.Count + turn.Right.Count, shown.Left.Count + shown.Middle.Count + shown.Right.Count);
        }
    }

    [Fact]
    public async Task A_leader_takes_the_numbers_of_a_chart_out_and_it_is_recorded()
    {
        using var client = await site.LoggedInAsync("demo.leader");
        using var answer = await client.GetAsync($"/dashboard/export?card=problems&region={Hanji}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("韩集镇各村问题整改-2020-08-31.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("韩集镇各村问题整改", book.Worksheets.First().Cell(1, 1).GetString());
        Assert.True(await site.InStoreAsync(UserIdentity.System, db => db.Audit.AnyAsync(a => a.Action == "导出" && a.Subject == "dashboard" && a.User == "demo.leader")));
    }

    [Fact]
    public async Task An_administrator_without_business_rights_gets_no_numbers()
    {
        using var client = await site.LoggedInAsync("demo.admin");
        using var answer = await client.GetAsync($"/dashboard/export?card=problems&region={Hanji}");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_foreign_place_in_the_address_gives_the_own_place()
    {
        using var client = await site.LoggedInAsync("demo.leader");
        using var answer = await client.GetAsync($"/dashboard/export?card=places&region={Zhangzhai}");
        Assert.StartsWith("韩集镇", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    private async Task<int> CountAsync(string href)
    {
        var at = href.IndexOf('?', StringComparison.Ordinal);
        var catalog = site.Services.GetRequiredService<LedgerCatalog>();
        var today = site.Services.GetRequiredService<Clock>().Today;
        return await site.InStoreAsync(Leader, db => LedgerReader.CountAsync(db, catalog.Ledger(href["/ledgers/".Length..at])!, catalog, LedgerQuery.Parse(href[at..]), today, CancellationToken.None));
    }
}
