using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Data;

/// <summary>Both write paths leave identical rows, audit entries and change rows.</summary>
public sealed class BulkWriterTests : IAsyncLifetime
{
    private const long Village = 371522116240, Other = 371522116229;

    private static readonly UserIdentity Clerk = new("clerk", "经办人", [Roles.Staff], RegionScope.Of([371522116000]));

    private readonly TestSite _site = new() { EnvironmentName = Environments.Production };

    public Task InitializeAsync() => Task.FromResult(_site.Services);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Inserts_and_updates_are_the_same_on_both_paths()
    {
        var (saved, savedAudit) = await WriteAsync("1", async (db, writer, row, stored) =>
        {
            if (stored is null) db.Add(row);
            else
            {
                var tracked = await db.Set<Household>().SingleAsync(h => h.Id == stored.Id);
                db.Entry(tracked).CurrentValues.SetValues(row);
            }

            await db.SaveChangesAsync();
        });
        var (bulk, bulkAudit) = await WriteAsync("2", (db, writer, row, stored) => db.InTransactionAsync(
            async ct =>
            {
                await writer.WriteAsync(db, [new RowWrite(row, stored)], null, ct);
                return 0;
            },
            CancellationToken.None));

        foreach (var property in typeof(Household).GetProperties().Where(p => p.CanWrite && p.Name is not (nameof(LedgerRow.Id) or nameof(LedgerRow.ChangedAt) or nameof(Household.Number))))
            Assert.Equal(property.GetValue(saved), property.GetValue(bulk));
        Assert.Equal(2, bulk.Version);
        Assert.Equal(savedAudit, bulkAudit);
        Assert.Equal(["新增", "修改"], bulkAudit.Select(a => a.Action));
        Assert.DoesNotContain("371599198001010017", string.Concat(bulkAudit.Select(a => a.Details)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_outside_the_scope_is_refused_and_nothing_is_written()
    {
        var row = Sample("9");
        row.Region = 371590115237;
        await Assert.ThrowsAsync<ChangeRefusedException>(() => BulkAsync(Clerk, row));
        Assert.Equal(0, await _site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().CountAsync()));
    }

    [Fact]
    public async Task A_leader_may_not_write()
    {
        var leader = Clerk with { RoleNames = [Roles.Leader] };
        await Assert.ThrowsAsync<ChangeRefusedException>(() => BulkAsync(leader, Sample("9")));
    }

    [Fact]
    public async Task The_audit_chain_holds_over_both_paths()
    {
        await BulkAsync(Clerk, Sample("1"));
        await _site.InStoreAsync(Clerk, async db =>
        {
            db.Add(Sample("2"));
            return await db.SaveChangesAsync();
        });
        var entries = await _site.InStoreAsync(UserIdentity.System, db => db.Audit.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
        var previous = "";
        foreach (var entry in entries)
        {
            Assert.Equal(AuditTrail.HashOf(previous, entry), entry.Hash);
            previous = entry.Hash;
        }

        Assert.True(entries.Count >= 2);
    }

    private Task<int> BulkAsync(UserIdentity user, Household row) => _site.AsAsync(user, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await db.InTransactionAsync(
            async ct =>
            {
                await services.GetRequiredService<BulkWriter>().WriteAsync(db, [new RowWrite(row, null)], null, ct);
                return 1;
            },
            CancellationToken.None);
    });

    private Task<(Household Row, List<(string Action, string Details)> Audit)> WriteAsync(string number, Func<AppDbContext, BulkWriter, Household, Household?, Task> write) => _site.AsAsync(Clerk, async services =>
    {
        var contexts = services.GetRequiredService<IDbContextFactory<AppDbContext>>();
        var writer = services.GetRequiredService<BulkWriter>();
        await using (var db = await contexts.CreateDbContextAsync()) await write(db, writer, Sample(number), null);

        await using (var db = await contexts.CreateDbContextAsync())
        {
            var stored = await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Number == number);
            var changed = (Household)new RowCopier(db).Copy(stored);
            (changed.Region, changed.HeadId, changed.WageIncome, changed.SafeWater, changed.Type) = (Other, "371599198001010017", null, false, "边缘易致贫户");
            await write(db, writer, changed, stored);
        }

        await using var read = await contexts.CreateDbContextAsync();
        var row = await read.Set<Household>().AsNoTracking().SingleAsync(h => h.Number == number);
        var audit = await read.Audit.AsNoTracking().Where(a => a.Subject == HouseholdLedger.Key && a.RowId == row.Id).OrderBy(a => a.Id).ToListAsync();
        return (row, audit.ConvertAll(a => (a.Action, a.Details)));
    });

    private static Household Sample(string number) => new()
    {
        Region = Village,
        Number = number,
        HeadName = "单某",
        HeadId = "371599195211030020",
        Size = 2,
        Type = "即时帮扶户",
        MainCause = "因病",
        WageIncome = 123_456,
        CropLand = 215,
        SafeWater = true,
        UnsafeHouse = null,
        RiskFoundOn = new DateOnly(2020, 3, 1),
    };
}
