using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>What a user sees and may save through the store, whatever page or verb asks.</summary>
public sealed class ScopeTests(StagingSite site) : IClassFixture<StagingSite>, IAsyncLifetime
{
    private static readonly long[] Places = [StagingSite.Hanji, StagingSite.Dayang, StagingSite.Xuying, StagingSite.Zhangzhai];

    public Task InitializeAsync() => site.InStoreAsync(UserIdentity.System, async db =>
    {
        if (await db.Set<Problem>().AnyAsync()) return 0;
        db.AddRange(Places.Select(Row));
        return await db.SaveChangesAsync();
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_filter_hides_rows_outside_one_root()
    {
        Assert.Equal([StagingSite.Hanji, StagingSite.Dayang], await SeenAsync(User(Roles.Staff, StagingSite.Hanji)));
        Assert.Equal([StagingSite.Dayang], await SeenAsync(User(Roles.Staff, StagingSite.Dayang)));
        Assert.Equal(Places.Order(), await SeenAsync(User(Roles.Leader, 371500000000)));
    }

    [Fact]
    public async Task The_filter_hides_rows_between_several_roots()
    {
        // 韩集 and 许营 stand in 高新区, 张寨 in 莘县: the keys of the two roots enclose others.
        Assert.Equal([StagingSite.Zhangzhai, StagingSite.Xuying], await SeenAsync(User(Roles.Staff, StagingSite.Zhangzhai, StagingSite.Xuying)));
        Assert.Equal([StagingSite.Zhangzhai, StagingSite.Dayang], await SeenAsync(User(Roles.Inspector, StagingSite.Dayang, StagingSite.Zhangzhai)));
    }

    [Fact]
    public async Task Nobody_and_the_administrator_see_nothing()
    {
        Assert.Empty(await SeenAsync(UserIdentity.Nobody));
        Assert.Empty(await SeenAsync(User(Roles.Administrator)));
    }

    [Theory]
    [InlineData(Roles.Leader)]
    [InlineData(Roles.Administrator)]
    public async Task A_save_by_one_who_only_reads_is_refused(string role)
    {
        var refused = await Assert.ThrowsAsync<ChangeRefusedException>(() => SaveNewAsync(User(role, StagingSite.Hanji), StagingSite.Dayang));
        Assert.EndsWith("。", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Places.Length, (await SeenAsync(UserIdentity.System)).Count);
    }

    [Fact]
    public async Task A_new_row_outside_the_scope_is_refused() =>
        await Assert.ThrowsAsync<ChangeRefusedException>(() => SaveNewAsync(User(Roles.Staff, StagingSite.Hanji), StagingSite.Zhangzhai));

    [Fact]
    public async Task A_row_cannot_be_carried_out_of_the_scope_nor_into_it()
    {
        await Assert.ThrowsAsync<ChangeRefusedException>(() => MoveAsync(User(Roles.Staff, StagingSite.Hanji), StagingSite.Dayang, StagingSite.Zhangzhai));
        // A row that was read by somebody else and handed over.
        var foreign = await site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().FirstAsync(p => p.Region == StagingSite.Zhangzhai));
        await Assert.ThrowsAsync<ChangeRefusedException>(() => site.InStoreAsync(User(Roles.Staff, StagingSite.Hanji), db =>
        {
            db.Attach(foreign);
            foreign.Region = StagingSite.Dayang;
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_save_inside_the_scope_is_kept_and_audited_under_the_user()
    {
        var user = User(Roles.Staff, StagingSite.Hanji);
        await site.InStoreAsync(user, async db =>
        {
            var row = await db.Set<Problem>().FirstAsync(p => p.Region == StagingSite.Dayang);
            row.Remark = "已电话核实";
            return await db.SaveChangesAsync();
        });
        var entry = await site.InStoreAsync(UserIdentity.System, db => db.Audit.OrderBy(a => a.Id).LastAsync(a => a.User == user.Name));
        Assert.Equal(("修改", StagingSite.Dayang), (entry.Action, entry.Region));
    }

    private static Problem Row(long region) => new()
    {
        Region = region,
        Number = $"T-{region}",
        Source = "自查",
        Category = "住房",
        Description = "示例问题",
        FoundOn = new DateOnly(2020, 8, 3),
    };

    private static UserIdentity User(string role, params long[] regions) => new($"test.{role}", "测试", [role], RegionScope.Of(regions));

    private Task<List<long>> SeenAsync(UserIdentity user) =>
        site.InStoreAsync(user, db => db.Set<Problem>().OrderBy(p => p.Region).Select(p => p.Region).ToListAsync());

    private Task<int> SaveNewAsync(UserIdentity user, long region) => site.InStoreAsync(user, db =>
    {
        var row = Row(region);
        row.Number += "-new";
        db.Add(row);
        return db.SaveChangesAsync();
    });

    private Task<int> MoveAsync(UserIdentity user, long from, long to) => site.InStoreAsync(user, async db =>
    {
        var row = await db.Set<Problem>().FirstAsync(p => p.Region == from);
        row.Region = to;
        return await db.SaveChangesAsync();
    });
}
