using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        TABLE
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
            // What a township keeps for its villages is read in the village too.
            var own = all.Where(r => user.MayList(ledger) && (user.Scope.Holds(r) || (r is IReadableBelow && user.Scope.Touches(r.Region)))).Select(r => r.Id).Order().ToList();
            Assert.Equal((ledger.Key, sees), (ledger.Key, own.Count > 0));
            Assert.Equal(own, rows.Select(r => r.Id).Order());
            Assert.All(rows, r => Assert.True(r.Region == RoleBench.Dayang || r is IReadableBelow, $"{ledger.Key} {r.Id}"));
            if (user.Scope.Households is { } homes) Assert.All(rows.OfType<IHouseholdRow>(), r => Assert.Contains(r.HouseholdId!.Value, homes));
        }
    }

    private static (IReadOnlyList<string> Roles, Dictionary<string, string[]> Lines) Read()
    {
        var lines = Matrix.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return (lines[0][1..], lines.Skip(1).ToDictionary(l => l[0], l => l[1..]));
    }
}
