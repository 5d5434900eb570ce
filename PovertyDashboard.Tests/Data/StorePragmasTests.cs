using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Data;

/// <summary>Every connection to the store is as safe as the first: a power cut loses no commit, and what is deleted is gone.</summary>
public sealed class StorePragmasTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Each_connection_writes_ahead_syncs_in_full_overwrites_what_is_deleted_and_keeps_references()
    {
        for (var connection = 0; connection < 2; connection++)
            Assert.Equal("wal 2 1 1", await site.InStoreAsync(UserIdentity.System, async db =>
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "SELECT j.journal_mode || ' ' || s.synchronous || ' ' || d.secure_delete || ' ' || f.foreign_keys FROM pragma_journal_mode j, pragma_synchronous s, pragma_secure_delete d, pragma_foreign_keys f";
                return (string?)await command.ExecuteScalarAsync();
            }));
    }
}
