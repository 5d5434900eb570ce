using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The town's one sheet of posts (公益岗台账) end to end, against its answer key.</summary>
public sealed class JobsSampleTests : IAsyncLifetime
{
    private const string File = "公益岗台账-张寨镇.xlsx";

    private JobsStore _store = null!;
    private SheetResult _first = null!;

    public async Task InitializeAsync()
    {
        _store = await JobsStore.CreateAsync();
        // With the town's members the people find their households.
        var results = await _store.ImportAsync(UserIdentity.System, Samples.PathOf("户信息-张寨镇.xlsx"), Samples.PathOf("人口信息-张寨镇.xlsx"), Samples.PathOf(File));
        _first = Assert.Single(results.Single(r => r.File == File).Sheets);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Every_planted_fault_is_refused_at_its_row_and_column_and_nothing_else()
    {
        var (rows, bad) = Samples.Answer(File);
        Assert.Equal((HolderLedger.Key, rows, rows - bad.Count, bad.Count), (_first.Ledger?.Key, _first.Read, _first.Accepted, _first.Refused));
        foreach (var (row, column, why) in bad)
        {
            var fate = Assert.Single(_first.Rows, r => r.Row == row);
            var fault = Assert.Single(fate.Faults, f => f.Column == column);
            Assert.Contains(why, fault.Message, StringComparison.Ordinal);
            Assert.StartsWith(column + "：", fault.Message, StringComparison.Ordinal);
            Assert.Contains("请", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var second = Assert.Single(Assert.Single(await _store.ImportAsync(UserIdentity.System, Samples.PathOf(File))).Sheets);
        Assert.Equal((_first.Accepted, 0, _first.Refused), (second.Unchanged, second.Accepted, second.Refused));
    }

    [Fact]
    public async Task The_sheet_brings_its_posts_with_kind_source_and_places()
    {
        var (posts, holders) = await _store.InStoreAsync(UserIdentity.System, async db => (await db.Set<Post>().ToListAsync(), await db.Set<Holder>().ToListAsync()));
        Assert.Equal(holders.Select(h => (h.Region, h.PostName)).Distinct().Count(), posts.Count);
        Assert.All(posts, p => Assert.True(p.Quota >= 1 && p.Kind.Length > 0 && p.Source.Length > 0));
        Assert.All(holders, h => Assert.Equal(posts.Single(p => p.Id == h.PostId).Kind, h.PostKind));
        Assert.All(posts, p => Assert.Equal(Math.Max(1, holders.Count(h => h.PostId == p.Id && h.IsOnPost)), p.Quota));
        Assert.Contains(posts, p => p.Name == "护路岗（扶贫）");
    }

    [Fact]
    public async Task Stored_values_are_the_file_s()
    {
        var holder = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().SingleAsync(h => h.Name == "吕玉长"));
        Assert.Equal(("保洁", "人社", "37159919681025555X", "13961623334"), (holder.PostKind, holder.PostSource, holder.IdNumber, holder.Phone));
        Assert.Equal(new DateOnly(2019, 8, 14), holder.StartedOn);
        Assert.Equal((600_00L, "6223269129866966977", true, HolderState.OnPost), (holder.MonthlyPay, holder.BankCard, holder.Insured, holder.State));
        // A month alone ends with its last day.
        Assert.Equal(new DateOnly(2020, 8, 31), holder.AgreementUntil);
    }

    [Fact]
    public async Task People_are_linked_to_the_household_of_their_number()
    {
        var linked = await _store.InStoreAsync(UserIdentity.System, async db =>
            await (from h in db.Set<Holder>()
                   join m in db.Set<PovertyDashboard.Features.Households.Member>() on h.PersonKey equals m.IdNumber
                   select new { h.HouseholdId, Expected = m.HouseholdId, h.HouseholdName, m.Household!.HeadName }).ToListAsync());
        Assert.NotEmpty(linked);
        Assert.All(linked, l => Assert.Equal((l.Expected, l.HeadName), (l.HouseholdId, l.HouseholdName)));
    }
}
