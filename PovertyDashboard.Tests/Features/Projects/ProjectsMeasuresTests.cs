using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>The measures of both rooms on the demo store: figure = list = rows, breakdowns = measure, and what is counted by hand.</summary>
public sealed class ProjectsMeasuresTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Ledgers = ["projects", "project-shares", "station-income", "collective-income", "distributions", "proposals"];

    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    private RegionTotals Totals => site.Services.GetRequiredService<RegionTotals>();

    [Theory]
    [InlineData(City)]
    [InlineData(Zhangzhai)]
    [InlineData(Qianwang)]
    [InlineData(371522116230)]
    public async Task Each_figure_equals_the_rows_of_its_list(long region)
    {
        var measures = Catalog.Measures.OfType<RowMeasure>().Where(m => Ledgers.Contains(m.Ledger.Key)).ToList();
        Assert.True(measures.Count > 50, $"{measures.Count} measures were counted.");
        foreach (var measure in measures)
        {
            var figure = await Totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
            var (rows, sum) = await site.InStoreAsync(UserIdentity.System, async db =>
            {
                var list = LedgerReader.Filtered(db, measure.Ledger, Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, Today);
                return (await list.CountAsync(), measure.Kind == MeasureKind.Sum ? await measure.SumAsync(list, CancellationToken.None) : 0);
            });
            Assert.Equal((measure.Key, rows, sum), (measure.Key, (int)figure.Count, figure.Sum));
        }
    }

    [Fact]
    public async Task The_city_s_figures_are_not_nought()
    {
        string[] quiet = ["projects.shares-incomplete", "projects.stopped", "projects.poor-employed", "station-income.not-received", "station-income.differing", "collective-income.year", "collective-income.year-rows", "collective-income.for-other", "distributions.unsigned", "distributions.unlinked", "proposals.declined"];
        foreach (var measure in Catalog.Measures.Where(m => Ledgers.Contains(m.Ledger.Key) && !quiet.Contains(m.Key)))
            Assert.True((await ValueAsync(measure.Key)) > 0, measure.Key);
    }

    [Fact]
    public async Task Breakdowns_add_up_to_their_measures()
    {
        foreach (var breakdown in Catalog.Breakdowns.Where(b => Ledgers.Contains(b.Measure.Ledger.Key)))
        {
            var parts = await Totals.SplitAsync(breakdown, City, RegionScope.Everything, CancellationToken.None);
            var whole = await Totals.FigureAsync(breakdown.Measure, City, RegionScope.Everything, CancellationToken.None);
            Assert.True(parts.Count > 0, breakdown.Key);
            Assert.Equal((breakdown.Key, whole.Count, whole.Sum), (breakdown.Key, parts.Sum(p => p.Count), parts.Sum(p => p.Sum)));
        }
    }

    [Fact]
    public async Task Sums_and_rates_are_what_the_rows_say()
    {
        Assert.Equal(255.74m, await ValueAsync("projects.capacity", Zhangzhai));
        Assert.Equal((40m, 20m), (await ValueAsync("projects.land", Zhangzhai), await ValueAsync("projects.employed", Zhangzhai)));
        Assert.Equal(70_000m, await ValueAsync("collective-income.last-year", 371522116230));
        Assert.Equal(await ValueAsync("distributions.total"), await ValueAsync("distributions.to-households") + await ValueAsync("distributions.to-collective"));
        Assert.Equal(await ValueAsync("collective-income.total"), await ValueAsync("collective-income.used") + await ValueAsync("collective-income.balance"));
        Assert.Equal(await ValueAsync("station-income.subsidy-rate"), Math.Round(100 * await ValueAsync("station-income.subsidy-paid") / await ValueAsync("station-income.subsidy-due"), 2, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public async Task An_undecided_proposal_is_neither_adopted_nor_declined() =>
        Assert.Equal(await ValueAsync("proposals.raised"), await ValueAsync("proposals.adopted") + await ValueAsync("proposals.declined") + await ValueAsync("proposals.undecided"));

    private async Task<decimal> ValueAsync(string key, long region = City) =>
        (await site.InStoreAsync(UserIdentity.System, db => MeasureValue.OfAsync(db, Catalog, Catalog.Measure(key)!, region, Today, CancellationToken.None))).Value;
}
