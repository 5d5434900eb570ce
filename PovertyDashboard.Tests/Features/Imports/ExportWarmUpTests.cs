using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Exports are made ready at the start of the site, and nobody has taken anything out.</summary>
public sealed class ExportWarmUpTests
{
    [Fact]
    public async Task Every_ledger_can_be_made_ready_and_none_of_it_is_in_the_audit_trail()
    {
        await using var site = new TestSite();
        var warmUp = site.Services.GetRequiredService<ExportWarmUp>();
        var before = await ExportsAsync(site);
        foreach (var ledger in site.Services.GetRequiredService<LedgerCatalog>().Ledgers) Assert.InRange(await warmUp.WarmAsync(ledger, CancellationToken.None), 1, 100);
        Assert.Equal(before, await ExportsAsync(site));
    }

    private static Task<int> ExportsAsync(TestSite site) => site.InStoreAsync(UserIdentity.System, db => db.Audit.CountAsync(a => a.Action == "导出"));
}
