using System.Globalization;
using System.Net;
using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Dashboard.Reports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Dashboard.Reports;

/// <summary>The reports of the demo town: page, workbook and measures say the same.</summary>
public sealed class ReportSiteTests : IAsyncLifetime
{
    private const long Hanji = 371590115000;
    private readonly TestSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Every_line_of_the_current_week_is_the_figure_of_its_measure()
    {
        var report = await ReadAsync(isMonth: false, null);
        Assert.True(report.Sections.Count >= 8);
        var (catalog, totals) = (_site.Services.GetRequiredService<LedgerCatalog>(), _site.Services.GetRequiredService<RegionTotals>());
        foreach (var line in report.Sections.SelectMany(s => s.Lines))
        {
            var href = line.Href ?? "";
            var key = System.Web.HttpUtility.ParseQueryString(href[href.IndexOf('?', StringComparison.Ordinal)..])["measure"] ?? "";
            var measure = catalog.Measure(key)!;
            var figure = await totals.FigureAsync(measure, Hanji, RegionScope.Everything, CancellationToken.None);
            Assert.Equal((key, FigureText.Number(measure, figure)), (key, line.Now));
        }

        Assert.Equal(12, report.Places!.Rows.Count + 1);
    }

    [Fact]
    public async Task A_past_month_has_no_lists_and_tells_only_what_is_known()
    {
        var report = await ReadAsync(isMonth: true, new DateOnly(2020, 7, 15));
        var lines = report.Sections.SelectMany(s => s.Lines).ToList();
        Assert.All(lines, l => Assert.Null(l.Href));
        Assert.Contains(lines, l => l.Now == FigureText.None && l.Change is null);
        Assert.Contains(lines, l => l.Now != FigureText.None && l.Before != FigureText.None && l.Change is not null);
        Assert.Null(report.Places);
    }

    [Fact]
    public async Task The_workbook_holds_the_lines_of_the_page_as_numbers()
    {
        using var client = await _site.LoggedInAsync("demo.leader");
        var page = await client.GetStringAsync($"/reports/week?region={Hanji}");
        Assert.Contains("周报", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var answer = await client.GetAsync($"{ReportExport.Route}?period=week&region={Hanji}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        var report = await ReadAsync(isMonth: false, null);
        var sheet = book.Worksheet(1);
        var head = sheet.CellsUsed(c => c.GetString() == "指标").Single().Address;
        Assert.Equal(2, book.Worksheets.Count);
        foreach (var (line, i) in report.Sections.SelectMany(s => s.Lines).Select((l, i) => (l, i)))
        {
            var (title, now) = (sheet.Cell(head.RowNumber + 1 + i, head.ColumnNumber).GetString(), sheet.Cell(head.RowNumber + 1 + i, head.ColumnNumber + 2));
            Assert.Equal(line.Title, title);
            if (line.Now != FigureText.None) Assert.Equal((title, double.Parse(line.Now, NumberStyles.Number, CultureInfo.InvariantCulture)), (title, now.GetDouble()));
        }
    }

    [Fact]
    public async Task Who_may_not_export_is_refused_and_an_unknown_period_is_not_there()
    {
        using var admin = await _site.LoggedInAsync("demo.admin");
        using var refused = await admin.GetAsync($"{ReportExport.Route}?period=week");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var leader = await _site.LoggedInAsync("demo.leader");
        using var unknown = await leader.GetAsync($"{ReportExport.Route}?period=day");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private Task<Report> ReadAsync(bool isMonth, DateOnly? day) => _site.AsAsync(UserIdentity.System, services =>
        services.GetRequiredService<ReportReader>().ReadAsync(ReportPeriod.Of(isMonth, day, services.GetRequiredService<Clock>().Today), new DashboardView(Hanji, RegionScope.Everything), CancellationToken.None));
}
