using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>What the page tells of works (S6) and of the audit (S7) in the demo store, figures against rows, and what the verb demo adds.</summary>
public sealed class WorksDemoTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Told = "据公开报道；户和数字为示例";

    private static readonly string[] Ledgers = [WorkLedger.Key, WorkLineLedger.Key, AuditLedger.Key];

    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    [Fact]
    public async Task A_community_of_the_page_builds_path_and_water_house_in_one_go_after_a_sketch()
    {
        var works = await InAsync(db => db.Set<Work>().Where(w => w.Remark == Told).OrderBy(w => w.Id).ToListAsync());
        Assert.Equal([("小路", 18_0L, 0), ("小水楼", 0L, 1)], works.Select(w => (w.Item, w.PathLength ?? 0, w.WaterHouses ?? 0)));
        Assert.All(works, w => Assert.Equal((Xuying, true, WorkState.Done), (RegionKey.TownshipOf(w.Region), w.Batch.Contains("统一集中施工", StringComparison.Ordinal), w.State)));
        var sketch = SketchText.Read(await InAsync(db => db.Set<WorkSketch>().Where(s => s.WorkId == works[0].Id).Select(s => s.Shapes).SingleAsync())).Sketch!;
        Assert.All(new[] { SketchTool.Path, SketchTool.Water }, tool => Assert.Contains(sketch.Shapes, s => s.Tool == tool));
        Assert.Equal(2, await InAsync(db => db.Set<Attachment>().Where(a => a.OwnerLedger == WorkLedger.Key && a.OwnerId == works[0].Id).Select(a => a.Item).Distinct().CountAsync()));
    }

    [Fact]
    public async Task The_audit_of_the_page_goes_from_a_roof_down_to_a_tablecloth_and_a_pane_of_glass()
    {
        var lines = await InAsync(db => db.Set<WorkLine>().Where(l => l.Remark == Told).OrderBy(l => l.Number).ToListAsync());
        Assert.Equal(["瓦工", "水泥", "玻璃", "桌布"], lines.Select(l => l.Name));
        Assert.All(lines, l => Assert.Equal((Beicheng, true, true), (RegionKey.TownshipOf(l.Region), l.IsVerified, l.IsFixed)));
        var audit = await InAsync(db => db.Set<HomeAudit>().SingleAsync(a => a.Remark == Told));
        Assert.Equal((1_208_00L, 1_164_00L, 44_00L, AuditConclusion.Partly), (audit.Reported, audit.Verified, audit.Cut, audit.Conclusion));
    }

    [Fact]
    public async Task Audits_of_the_store_are_the_sums_of_the_lines_that_they_fix()
    {
        var (audits, lines) = await InAsync(async db => (await db.Set<HomeAudit>().Where(a => a.ConcludedBy != "").ToListAsync(), await db.Set<WorkLine>().ToListAsync()));
        Assert.NotEmpty(audits);
        foreach (var audit in audits)
        {
            var sums = LineSums.Of(lines.Where(l => l.AuditId == audit.Id));
            Assert.Equal((sums.Lines, sums.Reported, sums.Approved, sums.Cut, sums.Added), (audit.Lines, audit.Reported, audit.Verified, audit.Cut, audit.Added));
        }

        var conclusions = await InAsync(db => db.Set<HomeAudit>().Select(a => a.Conclusion).Distinct().ToListAsync());
        Assert.All(AuditConclusion.All, conclusion => Assert.Contains(conclusion, conclusions));
    }

    [Fact]
    public async Task Every_figure_of_the_room_is_the_number_and_sum_of_its_rows_and_none_is_empty()
    {
        string[] quiet = ["work-lines.same-invoice", "works.unlinked", "audits.unlinked"];
        var totals = site.Services.GetRequiredService<RegionTotals>();
        string[] ofHouseholds = ["households.works", "households.works-done"];
        var measures = Catalog.Measures.OfType<RowMeasure>().Where(m => Ledgers.Contains(m.Ledger.Key) || ofHouseholds.Contains(m.Key)).ToList();
        Assert.True(measures.Count > 35, $"{measures.Count} measures were counted.");
        foreach (var measure in measures)
            foreach (var region in new[] { City, Beicheng, Guangyue, Xuying })
            {
                var figure = await totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
                var (rows, sum) = await InAsync(async db =>
                {
                    var list = LedgerReader.Filtered(db, measure.Ledger, Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, Today);
                    return (await list.CountAsync(), measure.Kind == MeasureKind.Sum ? await measure.SumAsync(list, CancellationToken.None) : 0);
                });
                Assert.Equal((measure.Key, region, (long)rows, sum), (measure.Key, region, figure.Count, figure.Sum));
                Assert.True(region != City || figure.Count > 0 || quiet.Contains(measure.Key), measure.Key);
            }
    }

    [Fact]
    public async Task Totals_of_the_communities_add_up_to_their_street_to_the_fen()
    {
        var totals = site.Services.GetRequiredService<RegionTotals>();
        var tree = site.Services.GetRequiredService<RegionDirectory>().Tree;
        foreach (var key in new[] { "work-lines.reported", "work-lines.verified", "work-lines.cut", "work-lines.added" })
        {
            var whole = await totals.FigureAsync(Catalog.Measure(key)!, Beicheng, RegionScope.Everything, CancellationToken.None);
            var parts = 0L;
            foreach (var place in tree.ChildrenOf(Beicheng)) parts += (await totals.FigureAsync(Catalog.Measure(key)!, place.Key, RegionScope.Everything, CancellationToken.None)).Sum;
            Assert.Equal((key, whole.Sum), (key, parts));
        }

        var (reported, verified, cut, added) = (await SumAsync("work-lines.checked"), await SumAsync("work-lines.verified"), await SumAsync("work-lines.cut"), await SumAsync("work-lines.added"));
        Assert.Equal(verified, reported - cut + added);

        async Task<long> SumAsync(string key) => (await totals.FigureAsync(Catalog.Measure(key)!, City, RegionScope.Everything, CancellationToken.None)).Sum;
    }

    [Fact]
    public async Task The_verb_demo_adds_linked_rows_to_every_ledger_and_the_store_stays_right()
    {
        await using var own = new TestSite();
        var written = await own.AsAsync(UserIdentity.CommandLine("test"), s => s.GetRequiredService<DemoTown>().AddAsync(240, 7, null, CancellationToken.None));
        foreach (var type in new[] { nameof(Work), nameof(WorkBatch), nameof(WorkLine), nameof(HomeAudit) }) Assert.True(written.Where(w => w.Ledger.RowType.Name == type).Sum(w => w.Rows) > 0, type);
        Assert.Empty(await own.AsAsync(UserIdentity.System, s => ActivatorUtilities.CreateInstance<StoreVerification>(s).FaultsAsync(CancellationToken.None)));
        Assert.Equal(0, await own.InStoreAsync(UserIdentity.System, db => db.Set<WorkLine>().CountAsync(l => l.Remark == "示例" && l.HouseholdId == null)));
    }

    private Task<T> InAsync<T>(Func<PovertyDashboard.Data.AppDbContext, Task<T>> work) => site.InStoreAsync(UserIdentity.System, work);
}
