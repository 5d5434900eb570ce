using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Data;

/// <summary>The demo store as the rooms' seed steps make it.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task Every_step_may_run_twice_as_after_an_interrupted_start()
    {
        await using var once = new TestSite();
        await using var twice = new StutteringSite { MakesDemoStore = true };

        Assert.Equal(once.Services.GetServices<SeedStep>().Count(), twice.Services.GetServices<SeedStep>().Select(s => s.Name).Distinct().Count());
        Assert.Equal(await RowsAsync(once), await RowsAsync(twice));
        Assert.Empty(await twice.AsAsync(UserIdentity.System, services =>
            ActivatorUtilities.CreateInstance<StoreVerification>(services, ActivatorUtilities.CreateInstance<RegionTotals>(services)).FaultsAsync(CancellationToken.None)));
    }

    [Theory]
    [InlineData("households.poor")]
    [InlineData("members.dropouts")]
    [InlineData("members.uninsured")]
    [InlineData("problems.unlinked")]
    public async Task The_demo_store_has_rows_for_the_hard_cases(string measure)
    {
        await using var site = new TestSite();
        var catalog = site.Services.GetRequiredService<LedgerCatalog>();
        var count = await site.InStoreAsync(UserIdentity.System, db =>
            LedgerReader.CountAsync(db, catalog.Measure(measure)!.Ledger, catalog, new LedgerQuery { Measure = measure }, new DateOnly(2020, 8, 31), CancellationToken.None));

        Assert.InRange(count, 2, 30);
    }

    private static async Task<string> RowsAsync(TestSite site)
    {
        var lines = new List<string>();
        foreach (var ledger in site.Services.GetRequiredService<LedgerCatalog>().Ledgers)
            lines.Add($"{ledger.Key} {await site.InStoreAsync(UserIdentity.System, db => ledger.Rows(db).CountAsync())}");
        return string.Join('\n', lines);
    }

    private sealed class StutteringSite : TestSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                foreach (var (descriptor, step) in services.Where(s => s.ServiceType == typeof(SeedStep)).Select(s => (s, (SeedStep)s.ImplementationInstance!)).ToList())
                {
                    services.Remove(descriptor);
                    services.AddSingleton(step with { RunAsync = async (provider, ct) => { await step.RunAsync(provider, ct); await step.RunAsync(provider, ct); } });
                }
            });
        }
    }
}
