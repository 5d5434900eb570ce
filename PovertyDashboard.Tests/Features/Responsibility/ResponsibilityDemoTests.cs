using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>What the page tells of the grid (S3) in the demo store, figures against rows, and what the verb demo adds.</summary>
public sealed class ResponsibilityDemoTests(TestSite site) : IClassFixture<TestSite>
{
    private const long DengVillage = 371502900201, Jiaming = 371502900000;

    private static readonly string[] Ledgers = ["assignments", "pledges", "meetings", "meeting-attendees", "meeting-tasks", "visits", "measures-taken", "postings"];

    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    [Fact]
    public async Task The_grid_of_the_page_stands_in_the_village_of_its_first_story()
    {
        var people = await InAsync(db => db.Set<Assignment>().Where(a => a.Region == DengVillage).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([AssignmentLevel.Village, AssignmentLevel.Area, AssignmentLevel.Clerk, AssignmentLevel.Household], people.Select(p => p.Level));
        Assert.Equal(("邓某", true), (people[3].HouseholdName, people[3].HouseholdId is not null));
        var pledges = await InAsync(db => db.Set<Pledge>().Where(p => p.Region == DengVillage || p.Region == Jiaming).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal(["区-镇", "镇-村", "村-片"], pledges.Select(p => p.Level));
        Assert.Contains("不漏一户、不落一人", pledges[0].Content, StringComparison.Ordinal);
        // 每周例会、每周遍访: every Monday of August.
        DateOnly[] mondays = [new(2020, 8, 3), new(2020, 8, 10), new(2020, 8, 17), new(2020, 8, 24), new(2020, 8, 31)];
        Assert.Equal(mondays, await InAsync(db => db.Set<Meeting>().Where(m => m.Region == Jiaming).OrderBy(m => m.HeldOn).Select(m => m.HeldOn).ToListAsync()));
        Assert.Equal(mondays, await InAsync(db => db.Set<Visit>().Where(v => v.Region == DengVillage).OrderBy(v => v.VisitedOn).Select(v => v.VisitedOn).ToListAsync()));
        var aid = await InAsync(db => db.Set<AidMeasure>().SingleAsync(m => m.Region == DengVillage));
        Assert.Equal(("就业扶贫", "区人社局", new DateOnly(2019, 8, 1)), (aid.Category, aid.Unit, aid.StartedOn));
    }

    [Fact]
    public async Task Every_figure_of_the_room_is_the_number_of_its_rows_and_none_is_empty()
    {
        string[] quiet = ["assignments.no-phone", "assignments.unlinked", "visits.unlinked", "measures-taken.unlinked"];
        var totals = site.Services.GetRequiredService<RegionTotals>();
        string[] ofHouseholds = ["households.covered", "households.uncovered", "households.visited", "households.unvisited", "households.aided", "households.unaided"];
        foreach (var measure in Catalog.Measures.OfType<RowMeasure>().Where(m => Ledgers.Contains(m.Ledger.Key) || ofHouseholds.Contains(m.Key)))
            foreach (var region in new[] { City, Hanji, Qianwang })
            {
                var figure = await totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
                var rows = await InAsync(db => LedgerReader.CountAsync(db, measure.Ledger, Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, Today, CancellationToken.None));
                Assert.Equal((measure.Key, region, (long)rows), (measure.Key, region, figure.Count));
                Assert.True(region != City || figure.Count > 0 || quiet.Contains(measure.Key), measure.Key);
            }
    }

    [Fact]
    public async Task Covered_and_uncovered_visited_and_unvisited_make_all_households()
    {
        var all = await CountAsync("households.all", Hanji);
        Assert.Equal((all, all, all), (
            await CountAsync("households.covered", Hanji) + await CountAsync("households.uncovered", Hanji), await CountAsync("households.visited", Hanji) + await CountAsync("households.unvisited", Hanji),
            await CountAsync("households.aided", Hanji) + await CountAsync("households.unaided", Hanji)));
    }

    [Fact]
    public async Task What_demo_visits_found_is_in_the_remediation_ledger_and_history_does_not_overlap()
    {
        var found = await InAsync(db => db.Set<Visit>().Where(v => v.Finding != "").Select(v => (long?)v.Id).ToListAsync());
        Assert.NotEmpty(found);
        Assert.Equal(found.Order(), (await InAsync(db => db.Set<Problem>().Where(p => p.OriginLedger == VisitLedger.Key).Select(p => p.OriginId).ToListAsync())).Order());
        var rows = await InAsync(db => db.Set<Assignment>().ToListAsync());
        Assert.Contains(rows, r => r.EndedOn is not null);
        foreach (var slot in rows.GroupBy(AssignmentRules.SlotOf))
            Assert.DoesNotContain(slot, a => slot.Any(b => b.Id > a.Id && AssignmentRules.Overlap(a, b)));
    }

    [Fact]
    public async Task Boards_have_photos_and_pledges_scans()
    {
        Assert.True(await InAsync(db => db.Set<Attachment>().AnyAsync(a => a.OwnerLedger == PledgeLedger.Key)));
        var board = await site.AsAsync(UserIdentity.System, s => s.GetRequiredService<BoardReader>().ReadAsync(371590115299, Today, true, CancellationToken.None));
        Assert.Contains(board.Helpers, h => h.Photo is not null);
        Assert.Equal((1, 2, 1), (board.Leaders.Count, board.Cadres.Count, board.Clerks.Count));
    }

    [Fact]
    public async Task The_verb_demo_adds_rows_to_every_ledger_and_the_store_stays_right()
    {
        await using var own = new TestSite();
        var written = await own.AsAsync(UserIdentity.CommandLine("test"), s => s.GetRequiredService<DemoTown>().AddAsync(1_000, 7, null, CancellationToken.None));
        foreach (var key in new[] { "assignments", "visits", "measures-taken" }) Assert.True(written.Single(w => w.Ledger.Key == key).Rows > 100, key);
        foreach (var key in new[] { "pledges", "meetings", "meeting-attendees", "meeting-tasks", "postings" }) Assert.True(written.Single(w => w.Ledger.Key == key).Rows > 0, key);
        Assert.Empty(await own.AsAsync(UserIdentity.System, s => ActivatorUtilities.CreateInstance<StoreVerification>(s).FaultsAsync(CancellationToken.None)));
    }

    private Task<T> InAsync<T>(Func<PovertyDashboard.Data.AppDbContext, Task<T>> work) => site.InStoreAsync(UserIdentity.System, work);

    private async Task<long> CountAsync(string key, long region) => (await site.Services.GetRequiredService<RegionTotals>().FigureAsync(Catalog.Measure(key)!, region, RegionScope.Everything, CancellationToken.None)).Count;
}
