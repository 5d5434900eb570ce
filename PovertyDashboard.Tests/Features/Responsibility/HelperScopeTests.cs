using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>A helper meets his own households alone, a cadre his own village: lists, figures, forms and claims (ADR 0016).</summary>
public sealed class HelperScopeTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Hanji = 371590115000, Dayang = 371590115299;

    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    [Fact]
    public async Task The_demo_helper_has_the_households_that_name_his_account()
    {
        var helper = await IdentityAsync("demo.helper");
        var expected = await site.InStoreAsync(UserIdentity.System, db => db.Set<Assignment>().Where(a => a.Account == "demo.helper" && a.EndedOn == null).Select(a => a.HouseholdId!.Value).OrderBy(id => id).ToListAsync());
        Assert.InRange(expected.Count, 2, 8);
        Assert.Equal(expected, helper.Scope.Households);
        Assert.Equal(expected, await site.InStoreAsync(helper, db => db.Set<Household>().OrderBy(h => h.Id).Select(h => h.Id).ToListAsync()));
    }

    [Fact]
    public async Task Every_row_that_a_helper_meets_is_of_his_households_or_of_nobody()
    {
        var helper = await IdentityAsync("demo.helper");
        var own = helper.Scope.Households!;
        var met = 0;
        foreach (var ledger in Catalog.Ledgers)
        {
            var rows = await site.InStoreAsync(helper, db => ledger.Rows(db).AsNoTracking().ToListAsync());
            met += rows.Count;
            Assert.All(rows, row => Assert.True(helper.Scope.Holds(row) || row is IReadableBelow, $"{ledger.Key} {row.Id}"));
            if (typeof(IHouseholdRow).IsAssignableFrom(ledger.RowType)) Assert.All(rows.Cast<IHouseholdRow>(), row => Assert.Contains(row.HouseholdId!.Value, own));
            if (!OwnHouseholds.IsOfNobody(ledger.RowType) && ledger.RowType != typeof(Household) && ledger.RowType != typeof(Member) && !typeof(IHouseholdRow).IsAssignableFrom(ledger.RowType)) Assert.Empty(rows);
        }

        Assert.True(met > own.Count * 4, $"{met} rows");
    }

    [Theory]
    [InlineData("demo.helper")]
    [InlineData("demo.cadre")]
    public async Task Every_figure_is_the_number_of_rows_of_its_list(string account)
    {
        var user = await IdentityAsync(account);
        var totals = site.Services.GetRequiredService<RegionTotals>();
        var counted = 0L;
        // A measure that reads a ledger which the user may not list (health records) says nothing to him.
        foreach (var measure in Catalog.Measures.OfType<RowMeasure>().Where(m => user.MayList(m.Ledger) && m.DependsOn.All(key => Catalog.Ledger(key) is not { } read || user.MayList(read))))
            foreach (var region in new[] { Hanji, Dayang })
            {
                var figure = await totals.FigureAsync(measure, region, user.Scope, CancellationToken.None);
                var rows = await site.InStoreAsync(user, db => LedgerReader.CountAsync(db, measure.Ledger, Catalog, new LedgerQuery { Region = region, Measure = measure.Key }, ResponsibilityStore.Today, CancellationToken.None));
                Assert.Equal((measure.Key, region, (long)rows), (measure.Key, region, figure.Count));
                counted += rows;
            }

        Assert.True(counted > 0);
    }

    [Fact]
    public async Task Charts_of_a_helper_add_up_to_his_own_figures()
    {
        var helper = await IdentityAsync("demo.helper");
        var totals = site.Services.GetRequiredService<RegionTotals>();
        foreach (var breakdown in Catalog.Breakdowns.Where(b => helper.MayList(b.Measure.Ledger)))
        {
            var parts = await totals.SplitAsync(breakdown, Hanji, helper.Scope, CancellationToken.None);
            Assert.Equal((breakdown.Key, (await totals.FigureAsync(breakdown.Measure, Hanji, helper.Scope, CancellationToken.None)).Count), (breakdown.Key, parts.Sum(p => p.Count)));
        }

        var all = await totals.FigureAsync(Catalog.Measure("households.all")!, Hanji, helper.Scope, CancellationToken.None);
        Assert.Equal(helper.Scope.Households!.Count, all.Count);
    }

    [Fact]
    public async Task A_cadre_meets_his_village_and_no_other()
    {
        var cadre = await IdentityAsync("demo.cadre");
        Assert.Null(cadre.Scope.Households);
        Assert.Equal([Dayang], await site.InStoreAsync(cadre, db => db.Set<Household>().Select(h => h.Region).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task A_helper_records_visits_to_his_own_households_and_to_no_other()
    {
        var helper = await IdentityAsync("demo.helper");
        var homes = await site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().AsNoTracking().Where(h => h.Region == Dayang).ToListAsync());
        var (own, other) = (homes.First(h => helper.Scope.Households!.Contains(h.Id)), homes.First(h => !helper.Scope.Households!.Contains(h.Id)));
        var visit = Visit(own);
        (visit.Finding, visit.Category) = ("水龙头滴漏", "饮水");
        var saved = Assert.IsType<RowSaved>(await SaveAsync(helper, VisitLedger.Ledger, visit)).Row;
        var problem = await site.InStoreAsync(helper, db => db.Set<Problem>().SingleAsync(p => p.OriginLedger == VisitLedger.Key && p.OriginId == saved.Id));
        Assert.Equal(("demo.helper", own.Id), (problem.FoundAccount, problem.HouseholdId!.Value));
        Assert.Equal("这一户不是您包的户，没有保存。请选择自己包的户；包户有变动时，请扶贫办先办理交接。", Assert.IsType<RowRefused>(await SaveAsync(helper, VisitLedger.Ledger, Visit(other))).Sentence);
    }

    [Fact]
    public async Task A_helper_changes_no_row_of_another_household_and_no_assignment()
    {
        var helper = await IdentityAsync("demo.helper");
        var foreign = await site.InStoreAsync(UserIdentity.System, db => db.Set<Visit>().AsNoTracking().FirstAsync(v => v.Region == Dayang && !helper.Scope.Households!.Contains(v.HouseholdId!.Value)));
        var (id, version) = (foreign.Id, foreign.Version);
        foreign.Content = "改写";
        Assert.Contains("不在您的管辖范围内", Assert.IsType<RowRefused>(await SaveAsync(helper, VisitLedger.Ledger, foreign, version)).Sentence, StringComparison.Ordinal);
        Assert.Equal(version, await site.InStoreAsync(UserIdentity.System, db => db.Set<Visit>().Where(v => v.Id == id).Select(v => v.Version).SingleAsync()));
        Assert.Contains("只能查看", Assert.IsType<RowRefused>(await SaveAsync(helper, AssignmentLedger.Ledger, new Assignment { Region = Dayang, Level = AssignmentLevel.Village, Helper = "吴某", StartedOn = new(2020, 9, 1) })).Sentence, StringComparison.Ordinal);
        Assert.Contains("只能查看", Assert.IsType<RowRefused>(await SaveAsync(helper, MeetingLedgers.Meetings, new Meeting { Region = Hanji, HeldOn = new(2020, 8, 30), Title = "会" })).Sentence, StringComparison.Ordinal);
        // Beside the editor the pipeline says the same.
        await Assert.ThrowsAsync<ChangeRefusedException>(() => site.InStoreAsync(helper, db =>
        {
            db.Add(new Visit { Region = Dayang, HouseholdName = "没有关联", VisitedOn = new(2020, 8, 30), Visitor = "某", Way = VisitWay.Home });
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_hand_over_takes_the_household_from_the_one_account_and_gives_it_to_the_other()
    {
        await using var own = new TestSite();
        var assignment = await own.InStoreAsync(UserIdentity.System, db => db.Set<Assignment>().AsNoTracking().FirstAsync(a => a.Account == "demo.helper"));
        Assert.Contains(assignment.HouseholdId!.Value, (await IdentityAsync("demo.helper", own)).Scope.Households!);
        var next = new Assignment { Helper = "吴某", Unit = "韩集镇政府" };
        Assert.IsType<RowSaved>(await own.AsAsync(UserIdentity.System, s => s.GetRequiredService<HandOverDesk>().RunAsync(new HandOver(assignment.Id, assignment.Version, new(2020, 8, 31), "调整分工", next), CancellationToken.None)));
        Assert.DoesNotContain(assignment.HouseholdId.Value, (await IdentityAsync("demo.helper", own)).Scope.Households!);
    }

    private static Visit Visit(Household home) => new() { Region = home.Region, HouseholdName = home.HeadName, HouseholdId = home.Id, VisitedOn = new(2020, 8, 31), Time = "17:00", Visitor = "示例帮扶", Way = VisitWay.Home };

    private Task<SaveOutcome> SaveAsync(UserIdentity user, Ledger ledger, LedgerRow row, int versionSeen = 0) =>
        site.AsAsync(user, s => s.GetRequiredService<LedgerEditor>().SaveAsync(ledger, row, versionSeen, CancellationToken.None));

    private Task<UserIdentity> IdentityAsync(string account, TestSite? of = null) => DemoIdentity.OfAsync(of ?? site, account);
}
