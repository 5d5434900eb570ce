using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>What the page tells of special inspections (S11) in the demo store, and figures against rows.</summary>
public sealed class InspectionDemoTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Ledgers = ["inspections", "questions", "samples", "interviews", "answers", "findings"];

    [Fact]
    public async Task The_special_inspection_of_the_page_is_found_with_what_it_looks_at_and_asks()
    {
        var plan = await InAsync(db => db.Set<Inspection>().SingleAsync(p => p.Region == Hanji && p.Organiser == "镇纪委"));
        Assert.Equal(("专项监督检查", "有关部门", "纪委"), (plan.Kind, plan.Partners, plan.Source));
        foreach (var topic in new[] { "项目建设", "资金管理", "资金使用", "家庭情况", "政策知晓", "扶贫手册", "帮扶责任人" }) Assert.Contains(topic, plan.Topics, StringComparison.Ordinal);
        Assert.Equal(["入户", "电话"], await InAsync(db => db.Set<Interview>().Where(i => i.InspectionId == plan.Id).Select(i => i.Way).Distinct().OrderBy(w => w).ToListAsync()));
        foreach (var topic in new[] { "家庭情况", "政策知晓", "扶贫手册", "帮扶责任人" }) Assert.True(await InAsync(db => db.Set<Question>().AnyAsync(q => q.Region == Hanji && q.Topic == topic)), topic);
        Assert.All(await InAsync(db => db.Set<Interview>().ToListAsync()), i => Assert.NotEqual(i.Surveyor, i.SecondSurveyor));
    }

    [Fact]
    public async Task Every_list_of_the_demo_store_can_be_drawn_again()
    {
        foreach (var plan in await InAsync(db => db.Set<Inspection>().ToListAsync()))
        {
            var proof = await site.AsAsync(UserIdentity.System, services => services.GetRequiredService<SampleKeeper>().CheckAsync(plan.Id, CancellationToken.None));
            Assert.True(proof!.IsSame, $"{plan.Title}: {proof.Words}");
        }
    }

    [Fact]
    public async Task Findings_are_problems_at_every_step_of_their_way_and_some_kinds_recur()
    {
        var findings = await InAsync(db => db.Set<InspectionFinding>().ToListAsync());
        var problems = await InAsync(db => db.Set<Problem>().Where(p => p.OriginLedger == FindingLedger.Key).ToListAsync());
        Assert.Equal(findings.Select(f => (long?)f.Id).Order(), problems.Select(p => p.OriginId).Order());
        Assert.True(problems.Select(p => p.State).Distinct().Count() >= 3);
        var recurring = await site.AsAsync(UserIdentity.System, services => services.GetRequiredService<RecurringReader>().ReadAsync(City, CancellationToken.None));
        Assert.Contains(recurring.Kinds, k => k.IsTendency);
    }

    [Fact]
    public async Task Every_figure_of_the_room_is_the_number_of_its_rows_and_few_are_empty()
    {
        string[] quiet = ["inspections.undrawn", "inspections.unconcluded", "samples.late", "interviews.wrong-exits", "interviews.missed", "interviews.other-people", "interviews.unsigned", "interviews.unlinked"];
        var (totals, catalog) = (site.Services.GetRequiredService<RegionTotals>(), site.Services.GetRequiredService<LedgerCatalog>());
        foreach (var measure in catalog.Measures.OfType<RowMeasure>().Where(m => Ledgers.Contains(m.Ledger.Key)))
            foreach (var region in new[] { City, Hanji, Qianwang })
            {
                var figure = await totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
                var rows = await InAsync(db => LedgerReader.CountAsync(db, measure.Ledger, catalog, new LedgerQuery { Region = region, Measure = measure.Key }, Today, CancellationToken.None));
                Assert.Equal((measure.Key, region, (long)rows), (measure.Key, region, figure.Count));
                Assert.True(region != City || figure.Count > 0 || quiet.Contains(measure.Key), measure.Key);
            }
    }

    private Task<T> InAsync<T>(Func<PovertyDashboard.Data.AppDbContext, Task<T>> work) => site.InStoreAsync(UserIdentity.System, work);
}
