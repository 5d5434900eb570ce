using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The page's facts (S1) in the demo store, and what the verb demo adds.</summary>
public sealed class JobsDemoTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Deng = 371502900201;

    [Fact]
    public async Task The_person_of_the_page_is_on_his_post_with_all_that_is_told_of_him()
    {
        var (holder, post) = await site.InStoreAsync(UserIdentity.System, async db => (await db.Set<Holder>().SingleAsync(h => h.Region == Deng), await db.Set<Post>().SingleAsync(p => p.Region == Deng)));
        Assert.Equal(("邓某", 40, "肢体", "三级"), (holder.Name, HolderRules.AgeOn(holder.BornOn, JobsStore.Today), holder.DisabilityKind, holder.DisabilityGrade));
        Assert.Equal(("保洁", "人社", "村卫生清扫"), (post.Kind, post.Source, post.Duties));
        Assert.Equal(("区人社局", "帮包负责人", new DateOnly(2019, 8, 1), true), (holder.Employer, holder.Recommender, holder.StartedOn, holder.IsOnPost));
        Assert.Contains("妻子赵某在食品公司做出入货登记", holder.Remark, StringComparison.Ordinal);
        Assert.Contains("嘉明实验小学", holder.Remark, StringComparison.Ordinal);
        Assert.NotNull(holder.HouseholdId);
        Assert.Equal(4, await site.InStoreAsync(UserIdentity.System, async db => (await db.Set<PovertyDashboard.Features.Households.Household>().SingleAsync(h => h.Id == holder.HouseholdId)).Size));
        var months = await site.InStoreAsync(UserIdentity.System, db => db.Set<WageLine>().Where(l => l.HolderId == holder.Id && l.State == WageState.Fixed).Select(l => l.Month).Order().ToListAsync());
        Assert.Equal([202_003, 202_004, 202_005, 202_006, 202_007], months);
    }

    [Fact]
    public async Task Demo_sheets_were_approved_by_another_and_their_sums_are_their_lines()
    {
        var sheets = await site.InStoreAsync(UserIdentity.System, db => db.Set<WageSheet>().ToListAsync());
        Assert.All(new[] { WageState.Draft, WageState.Pending, WageState.Fixed }, state => Assert.Contains(sheets, s => s.State == state));
        Assert.All(sheets.Where(s => s.State == WageState.Fixed), s => Assert.False(s.IsTouchedBy(s.ApprovedBy)));
        var lines = await site.InStoreAsync(UserIdentity.System, db => db.Set<WageLine>().ToListAsync());
        Assert.All(sheets, s => Assert.Equal((lines.Count(l => l.SheetId == s.Id), lines.Where(l => l.SheetId == s.Id).Sum(l => l.Net)), (s.People, s.Net)));
        Assert.All(lines, l => Assert.Equal(WageRules.Amounts(l), (l.Gross, l.Net)));
        Assert.Single(sheets, s => s.IsCorrection);
    }

    [Fact]
    public async Task The_verb_demo_adds_linked_rows_to_every_ledger_and_the_store_stays_right()
    {
        await using var own = new TestSite();
        var written = await own.AsAsync(UserIdentity.CommandLine("test"), s => s.GetRequiredService<DemoTown>().AddAsync(240, 7, null, CancellationToken.None));
        foreach (var type in new[] { nameof(Post), nameof(Holder), nameof(Attendance), nameof(WageSheet), nameof(WageLine) }) Assert.True(written.Where(w => w.Ledger.RowType.Name == type).Sum(w => w.Rows) > 0, type);
        Assert.Empty(await own.AsAsync(UserIdentity.System, s => ActivatorUtilities.CreateInstance<StoreVerification>(s).FaultsAsync(CancellationToken.None)));
        var twice = await own.InStoreAsync(UserIdentity.System, async db => (await db.Set<Holder>().Where(h => h.IsOnPost).ToListAsync()).GroupBy(h => h.PersonKey).Count(g => g.Count() > 1));
        Assert.Equal(0, twice);
    }
}
