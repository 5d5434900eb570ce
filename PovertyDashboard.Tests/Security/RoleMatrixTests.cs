using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>Who may do what to which ledger (权限表): role × ledger × verb, asked of the services that do it.</summary>
public sealed class RoleMatrixTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>
    /// 看 rows are listed and open, 数 figures are shown, 增 form for a new row, 改 form for a stored row, 办 rows change by the acts of their own
    /// pages, 删 delete, 入 import, 出 masked export, 全 export in full; - nothing at all.
    /// </summary>
    private const string Matrix = """
        台账              领导     扶贫办             检查人员     卫生院             帮扶责任人   村干部       审计组   纪检               系统管理员
        households        看数出   看数增改办删入出全 看数出       看数出             看数出       看数出       看数出   看数出             -
        members           看数出   看数增改办删入出全 看数出       看数出             看数出       看数出       看数出   看数出             -
        screenings        看数出   看数增改办删入出全 看数增改办出 -                  看数出       看数出       -        看数出             -
        incomes           看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        movements         看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        checks            看数出   看数增改办删入出全 看数办出     -                  看数出       看数出       -        看数出             -
        check-answers     看数出   看数办出全         看数办出     -                  看数出       看数出       -        看数出             -
        campaigns         看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        checklist-items   看数出   看数办出全         看数出       看数出             看数出       看数出       看数出   看数出             -
        trainings         看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        rechecks          看数出   看数办出全         看数办出     看数出             -            看数出       看数出   看数办出全         -
        sign-ins          看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        rounds            看数出   看数增改办删入出全 看数办出     -                  -            看数出       -        看数出             -
        assignments       看数出   看数增改办删入出全 看数出       看数出             看数出       看数出       看数出   看数出             -
        pledges           看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        meetings          看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        meeting-attendees 看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        meeting-tasks     看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        visits            看数出   看数增改办删入出全 看数出       -                  看数增改办出 看数增改办出 -        看数出             -
        measures-taken    看数出   看数增改办删入出全 看数出       -                  看数增改办出 看数增改办出 -        看数出             -
        postings          看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        clinics           看数出   看数增改办删入出全 看数出       看数增改办删入出全 -            看数出       看数出   看数出             -
        clinic-records    看数出   看数出             -            看数增改办删入出全 -            -            -        -                  -
        follow-ups        看数出   看数出             -            看数增改办删入出全 -            -            -        -                  -
        health-talks      看数出   看数增改办删入出全 看数出       看数增改办删入出全 -            看数出       看数出   看数出             -
        posts             看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        holders           看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        attendance        看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        wages             看数办出 看数办入出全       看数出       -                  -            看数出       -        看数出             -
        wage-sheets       看数办出 看数办出全         看数出       -                  看数出       看数出       -        看数出             -
        projects          看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        project-shares    看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        station-income    看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        collective-income 看数出   看数增改办删入出全 看数出       -                  -            看数出       -        看数出             -
        distributions     看数出   看数增改办删入出全 看数出       -                  看数出       看数出       -        看数出             -
        proposals         看数出   看数增改办删入出全 看数出       -                  -            -            -        看数出             -
        work-batches      看数出   看数增改办删入出全 看数出       -                  -            看数出       看数出   看数出             -
        works             看数出   看数增改办删入出全 看数出       -                  看数办出     看数办出     看数出   看数出             -
        work-lines        看数出   看数增改办删入出全 看数出       -                  看数出       看数出       看数办出 看数出             -
        audits            看数出   看数办入出全       看数出       -                  看数出       看数出       看数办出 看数出             -
        inspections       看数出   看数增改办删入出全 看数出       -                  -            -            -        看数增改办删入出全 -
        questions         看数出   看数增改办删入出全 看数出       -                  -            -            -        看数增改办删入出全 -
        samples           看数出   看数增改办删入出全 看数办出     -                  -            -            -        看数增改办删入出全 -
        interviews        看数出   看数增改办删入出全 看数增改办出 -                  -            -            -        看数增改办删入出全 -
        answers           看数出   看数增改办删入出全 看数增改办出 -                  -            -            -        看数增改办删入出全 -
        findings          看数出   看数增改办删入出全 看数增改办出 -                  -            -            -        看数增改办删入出全 -
        clues             -        -                  -            -                  -            -            -        看数增改办删入出全 -
        problems          看数出   看数增改办删入出全 看数办出     看数出             看数办出     看数办出     看数办出 看数办出           -
        """;

    private IReadOnlyList<Ledger> Ledgers => site.Services.GetRequiredService<LedgerCatalog>().Ledgers;

    [Fact]
    public async Task Every_role_may_do_to_every_ledger_what_the_matrix_says_and_nothing_else()
    {
        var (roles, expected) = Read();
        Assert.Equal(Roles.Titles.Values.Order(), roles.Order());
        Assert.Equal(Ledgers.Select(l => l.Key).Order(), expected.Keys.Order());

        var bench = new RoleBench(site);
        await bench.OpenAsync();
        var wrong = new List<string>();
        foreach (var ledger in Ledgers)
        {
            var row = await bench.RowAsync(ledger);
            var file = await bench.FileAsync(ledger, row);
            foreach (var (title, cell) in roles.Zip(expected[ledger.Key]))
                if (await bench.CellAsync(Roles.Titles.First(r => r.Value == title).Key, ledger, row, file) is var found && found != cell) wrong.Add($"{ledger.Key} {title}: {found}, expected {cell}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("demo.helper", "帮扶责任人")]
    [InlineData("demo.cadre", "村干部")]
    public async Task A_helper_meets_his_own_households_and_a_cadre_his_own_village_in_every_ledger(string account, string title)
    {
        var bench = new RoleBench(site);
        await bench.OpenAsync();
        var user = await DemoIdentity.OfAsync(site, account);
        var (roles, expected) = Read();
        foreach (var ledger in Ledgers)
        {
            await bench.RowAsync(ledger);
            var rows = await site.InStoreAsync(user, db => ledger.Rows(db).AsNoTracking().ToListAsync());
            var all = await site.InStoreAsync(UserIdentity.System, db => ledger.Rows(db).AsNoTracking().ToListAsync());
            var sees = expected[ledger.Key][roles.ToList().IndexOf(title)].Contains('看');
            var own = all.Where(r => user.MayList(ledger) && IsFor(user.Scope, r)).Select(r => r.Id).Order().ToList();
            Assert.Equal((ledger.Key, sees), (ledger.Key, own.Count > 0));
            Assert.Equal(own, rows.Select(r => r.Id).Order());
            Assert.All(rows, r => Assert.True(r.Region == RoleBench.Dayang || r is IReadableBelow, $"{ledger.Key} {r.Id}"));
            if (user.Scope.Households is { } homes) Assert.All(rows.OfType<IHouseholdRow>(), r => Assert.Contains(r.HouseholdId!.Value, homes));
        }
    }

    [Theory]
    [InlineData("demo.inspector", false)]
    [InlineData("demo.cadre", false)]
    [InlineData("demo.leader", true)]
    [InlineData("demo.clinic", true)]
    public async Task A_figure_of_an_open_ledger_that_reads_health_records_is_for_those_who_may_list_them(string account, bool isShown)
    {
        var clinics = Ledgers.Single(l => l.Key == "clinics");
        var user = await DemoIdentity.OfAsync(site, account);
        var page = await site.AsAsync(user, s => s.GetRequiredService<LedgerPageReader>().ReadAsync(clinics, new LedgerQuery(), CancellationToken.None));
        Assert.True(page.Page.Total > 0);
        Assert.Equal(isShown, page.Figures.ContainsKey("clinics.without-records"));
        Assert.Contains("clinics.events", page.Figures.Keys);
    }

    /// <summary>What a township keeps for its villages is read in the village too; an answer is met with its check.</summary>
    private static bool IsFor(RegionScope scope, LedgerRow row) => row switch
    {
        CheckAnswer answer => scope.Holds(answer.Check!),
        IReadableBelow => scope.Touches(row.Region),
        _ => scope.Holds(row),
    };

    private static (IReadOnlyList<string> Roles, Dictionary<string, string[]> Lines) Read()
    {
        var lines = Matrix.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return (lines[0][1..], lines.Skip(1).ToDictionary(l => l[0], l => l[1..]));
    }
}
