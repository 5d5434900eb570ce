using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Live.Months;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>Merging and moving places of the demo town: nothing is left behind, no past figure moves, every current one is the recount.</summary>
public sealed class RegionMovesTests : IAsyncLifetime
{
    private const long Village = 371590115242, Hanji = 371590115000, Xuying = 371590108000, County = 371590000000;
    private static readonly DateOnly Today = new(2020, 8, 31);
    private readonly TestSite _site = new();

    private RegionTree Tree => _site.Services.GetRequiredService<RegionDirectory>().Tree;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_merged_village_leaves_nothing_behind_and_no_figure_moves()
    {
        var into = Tree.ChildrenOf(Hanji).First(n => n.Key != Village && n.ExistsOn(Today)).Key;
        await _site.AddUserAsync("move.cadre", Roles.Cadre, Village);
        await DropTwinsAsync(into);
        var (pastTown, pastVillage, now) = (await PastAsync(Hanji), await PastAsync(Village), await CurrentAsync(Hanji));
        Assert.Contains(now.Values, f => f.Count > 0);

        var asked = await MergeAsync(Village, into, Today, confirmed: false);
        Assert.Contains("贫困户", Assert.Single(asked.Warnings, w => w.Contains("将全部转到", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Null(Tree.Find(Village)!.ValidTo);
        var done = await MergeAsync(Village, into, Today, confirmed: true);
        Assert.True(done.Done, done.Message);

        Assert.Empty(await LeftAsync(Village));
        Assert.Equal((Today.AddDays(-1), (long?)into), (Tree.Find(Village)!.ValidTo!.Value, Tree.Find(Village)!.Successor));
        Assert.Equal(into, new PlaceReader(Tree).Read("", "韩集镇", "孟尝君新村", null, wantsVillage: true).Key);
        Assert.Equal([into], await _site.InStoreAsync(UserIdentity.System, async db => (await db.Users.SingleAsync(u => u.UserName == "move.cadre")).ScopeKeys()));
        Same(pastTown, await PastAsync(Hanji));
        Same(pastVillage, await PastAsync(Village));
        // One visit of a round now stands for the households of both villages; everything else is counted as before.
        Same(Without(now), Without(await CurrentAsync(Hanji)));

        static Dictionary<string, Figure> Without(Dictionary<string, Figure> figures) =>
            figures.Where(f => !f.Key.StartsWith("rounds.", StringComparison.Ordinal) && !f.Key.Contains("supervised", StringComparison.Ordinal)).ToDictionary();
        Assert.Empty(await _site.AsAsync(UserIdentity.System, s => ActivatorUtilities.CreateInstance<StoreVerification>(s).FaultsAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_village_moves_to_another_township_with_its_households_and_free_problem_numbers()
    {
        var number = await _site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().Where(p => p.Region == Village).Select(p => p.Number).FirstAsync());
        var other = Tree.ChildrenOf(Xuying).First(n => n.ExistsOn(Today)).Key;
        await _site.InStoreAsync(UserIdentity.System, db =>
        {
            db.Add(new Problem { Region = other, Number = number, Source = "自查", Category = "住房", Description = "屋顶漏雨", FoundOn = new DateOnly(2020, 8, 10), DueOn = Today.AddDays(60) });
            return db.SaveChangesAsync();
        });
        var households = await CountAsync(Village);
        var (pastHanji, pastXuying) = (await PastAsync(Hanji), await PastAsync(Xuying));
        var done = await MoveAsync(Village, Xuying, Today);
        Assert.True(done.Done, done.Message);

        Assert.Equal(Xuying, RegionKey.ParentOf(done.Key));
        Assert.Equal(("孟尝君新村", (DateOnly?)Today), (Tree.NameOf(done.Key), Tree.Find(done.Key)!.ValidFrom));
        Assert.Equal(households, await CountAsync(done.Key));
        Assert.True(households > 0);
        Assert.Empty(await LeftAsync(Village));
        Same(pastHanji, await PastAsync(Hanji));
        Same(pastXuying, await PastAsync(Xuying));
        Assert.Equal(1, await _site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().CountAsync(p => p.Township == Xuying && p.Number == number)));
        Assert.Equal(done.Key, new PlaceReader(Tree).Read("", "韩集镇", "孟尝君新村", null, wantsVillage: true).Key);
    }

    [Fact]
    public async Task A_township_moves_with_its_villages()
    {
        var villages = Tree.ChildrenOf(Hanji).Where(n => n.ExistsOn(Today)).Select(n => n.Name).ToList();
        var households = await CountAsync(Hanji);
        var done = await MoveAsync(Hanji, 371522000000, Today);
        Assert.True(done.Done, done.Message);
        Assert.Equal(villages, Tree.ChildrenOf(done.Key).Where(n => n.ExistsOn(Today)).Select(n => n.Name));
        Assert.Equal((households, 0), (await CountAsync(done.Key), await CountAsync(Hanji)));
        Assert.Equal(Xuying, new PlaceReader(Tree).Read("", "许营镇", "", null, wantsVillage: false).Key);
        Assert.Equal(done.Key, new PlaceReader(Tree).Read("", "韩集镇", "", null, wantsVillage: false).Key);
    }

    [Fact]
    public async Task Wrong_days_places_and_rights_are_refused_with_a_sentence()
    {
        var into = Tree.ChildrenOf(Hanji).First(n => n.Key != Village && n.ExistsOn(Today)).Key;
        Assert.StartsWith("起始日期：不能晚于今天（2020-08-31）", Assert.Single((await MergeAsync(Village, into, Today.AddDays(1), true)).Faults).Message, StringComparison.Ordinal);
        Assert.StartsWith("起始日期：2020-07-31 以前的数字已经上报", Assert.Single((await MergeAsync(Village, into, new DateOnly(2020, 7, 31), true)).Faults).Message, StringComparison.Ordinal);
        Assert.StartsWith("孟尝君新村不能并入自己", (await MergeAsync(Village, Village, Today, true)).Message, StringComparison.Ordinal);
        Assert.StartsWith("只有村可以并入另一个村", (await MergeAsync(Village, Hanji, Today, true)).Message, StringComparison.Ordinal);
        Assert.StartsWith("孟尝君新村已经归韩集镇管", (await MoveAsync(Village, Hanji, Today)).Message, StringComparison.Ordinal);
        Assert.StartsWith("上级不对", (await MoveAsync(Village, County, Today)).Message, StringComparison.Ordinal);
        var staff = await _site.AsAsync(AdminScreen.Staff, s => s.GetRequiredService<RegionMoves>().MergeAsync(Village, into, Today, true, CancellationToken.None));
        Assert.Equal(AdminDesk.NoRight, staff.Message);
        Assert.True(Tree.Find(Village)!.ExistsOn(Today));
    }

    [Fact]
    public async Task Rows_that_would_have_one_key_stop_the_merger_and_nothing_is_changed()
    {
        var into = Tree.ChildrenOf(Hanji).First(n => n.Key != Village && n.ExistsOn(Today)).Key;
        var before = await CountAsync(Village);
        var refused = await MergeAsync(Village, into, Today, confirmed: true);
        Assert.False(refused.Done);
        Assert.Contains("行重复", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(Village));
        Assert.Null(Tree.Find(Village)!.Successor);
    }

    private static void Same(Dictionary<string, Figure> expected, Dictionary<string, Figure> actual) =>
        Assert.Equal(expected.OrderBy(f => f.Key).Select(f => (f.Key, f.Value)), actual.OrderBy(f => f.Key).Select(f => (f.Key, f.Value)));

    /// <summary>What the pages tell of July, measure by measure.</summary>
    private async Task<Dictionary<string, Figure>> PastAsync(long region)
    {
        var figures = new Dictionary<string, Figure>();
        foreach (var measure in _site.Services.GetRequiredService<LedgerCatalog>().Measures)
            if (await _site.Services.GetRequiredService<MonthEnds>().ReadAsync(measure, region, RegionScope.Everything, [202007], CancellationToken.None) is [var end]) figures[measure.Key] = end.Figure;
        return figures;
    }

    private async Task<Dictionary<string, Figure>> CurrentAsync(long region)
    {
        var figures = new Dictionary<string, Figure>();
        foreach (var measure in _site.Services.GetRequiredService<LedgerCatalog>().Measures)
            figures[measure.Key] = await _site.Services.GetRequiredService<RegionTotals>().FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
        return figures;
    }

    /// <summary>Ledgers that still have rows of the place, deleted ones too.</summary>
    private Task<List<string>> LeftAsync(long region) => _site.InStoreAsync(UserIdentity.System, async db =>
    {
        var left = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(LedgerRow))))
        {
            var table = type.GetTableName();
#pragma warning disable EF1002 // Names come from the model.
            if (await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\" WHERE Region = {region}").SingleAsync() > 0) left.Add(table!);
#pragma warning restore EF1002
        }

        return left;
    });

    /// <summary>Each village has its own visit in a round of supervision and its own 统一施工; of two that are one, one stays.</summary>
    private Task<int> DropTwinsAsync(long into) => _site.InStoreAsync(UserIdentity.System, async db =>
    {
        foreach (var round in await db.Set<Round>().Where(r => r.Region == into).ToListAsync()) (round.IsDeleted, round.DeleteReason) = (true, "并村");
        foreach (var batch in await db.Set<WorkBatch>().Where(b => b.Region == into).ToListAsync()) (batch.IsDeleted, batch.DeleteReason) = (true, "并村");
        return await db.SaveChangesAsync();
    });

    private Task<int> CountAsync(long region) => _site.InStoreAsync(UserIdentity.System, db =>
    {
        var range = RegionKey.Subtree(region);
        return db.Set<Household>().CountAsync(h => h.Region >= range.Lo && h.Region < range.Hi);
    });

    private Task<AdminOutcome> MergeAsync(long from, long into, DateOnly on, bool confirmed) =>
        _site.AsAsync(AdminScreen.Admin, s => s.GetRequiredService<RegionMoves>().MergeAsync(from, into, on, confirmed, CancellationToken.None));

    private Task<AdminOutcome> MoveAsync(long key, long parent, DateOnly on) =>
        _site.AsAsync(AdminScreen.Admin, s => s.GetRequiredService<RegionMoves>().MoveAsync(key, parent, on, confirmed: true, CancellationToken.None));
}
