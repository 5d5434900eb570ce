using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households;

/// <summary>Members go where their household goes, so that no count holds members whose household no list shows.</summary>
public class MembersFollowTests
{
    private const long Qianwang = 371522116240;

    [Fact]
    public async Task Deleting_a_household_deletes_its_members_and_restoring_brings_back_those_that_went_with_it()
    {
        await using var store = await HouseholdStore.OpenAsync();
        var id = await AddFamilyAsync(store);
        await ChangeAsync(store, db => db.Set<Member>().Single(m => m.Name == "王某某"), row => (row.IsDeleted, row.DeleteReason) = (true, "死亡"));

        await ChangeAsync(store, db => db.Set<Household>().Single(h => h.Id == id), row => (row.IsDeleted, row.DeleteReason) = (true, "重复登记"));

        Assert.Equal(0, await store.RunAsync(db => db.Set<Member>().CountAsync()));
        var reasons = await store.RunAsync(db => db.Set<Member>().IgnoreQueryFilters().OrderBy(m => m.Number).Select(m => m.DeleteReason).ToListAsync());
        Assert.Equal(["一并删除：重复登记", "死亡"], reasons);

        await ChangeAsync(store, db => db.Set<Household>().IgnoreQueryFilters().Single(h => h.Id == id), row => (row.IsDeleted, row.DeleteReason) = (false, ""));

        Assert.Equal(["王某"], await store.RunAsync(db => db.Set<Member>().Select(m => m.Name).ToListAsync()));
    }

    [Fact]
    public async Task Members_move_with_their_household()
    {
        await using var store = await HouseholdStore.OpenAsync();
        var id = await AddFamilyAsync(store);

        await ChangeAsync(store, db => db.Set<Household>().Single(h => h.Id == id), row => row.Region = Qianwang);

        Assert.Equal([Qianwang, Qianwang], await store.RunAsync(db => db.Set<Member>().Select(m => m.Region).ToListAsync()));
    }

    [Fact]
    public async Task Members_move_with_a_household_that_a_file_moves()
    {
        await using var store = await HouseholdStore.OpenAsync();
        var id = await AddFamilyAsync(store);

        await using var scope = store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(HouseholdStore.Staff(HouseholdStore.Zhangzhai));
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var stored = await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == id);
        var moved = new RowCopier(db).Copy(stored);
        moved.Region = Qianwang;
        await db.InTransactionAsync(async ct =>
        {
            await scope.ServiceProvider.GetRequiredService<BulkWriter>().WriteAsync(db, [new RowWrite(moved, stored)], null, ct);
            return 1;
        }, CancellationToken.None);

        Assert.Equal([(Qianwang, 2), (Qianwang, 2)], (await store.RunAsync(d => d.Set<Member>().ToListAsync())).Select(m => (m.Region, m.Version)));
        Assert.Equal(2, await store.RunAsync(d => d.Audit.CountAsync(a => a.Subject == MemberLedger.Key && a.Action == "修改")));
    }

    private static async Task<long> AddFamilyAsync(HouseholdStore store)
    {
        var household = HouseholdStore.Household(HouseholdStore.Sanhe, "3715220000000001", "王某");
        await store.AddAsync(household, HouseholdStore.Member(household, "371522000000000101", "王某"), HouseholdStore.Member(household, "371522000000000102", "王某某"));
        return household.Id;
    }

    private static Task<int> ChangeAsync(HouseholdStore store, Func<AppDbContext, LedgerRow> find, Action<LedgerRow> change) => store.RunAsync(HouseholdStore.Staff(HouseholdStore.Zhangzhai), db =>
    {
        change(find(db));
        return db.SaveChangesAsync();
    });
}
