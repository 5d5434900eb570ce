using System.Diagnostics;
using System.Net;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>How long after the click the first byte of an export comes (over HTTP, wall time): of the slowest ledger, card, report, file of a household, wage sheet or form, on a store with 20,000 households and all that hangs on them.</summary>
[IterationCount(5), WarmupCount(0)]
public class FirstByte
{
    private TestSite _site = null!;
    private HttpClient _client = null!;
    private IReadOnlyList<string> _addresses = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _site = new TestSite();
        // A client of its own: the factory's follows redirects once the site listens, and would hide whether the login was taken.
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_site.StartOnPort()) };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await _site.AsAsync(UserIdentity.System, services => services.GetRequiredService<DemoTown>().AddAsync(20_000, 1, null, CancellationToken.None));
        using var login = await TestSite.PostLoginAsync(_client, "demo.office", DemoAccounts.Password);
        if (login.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"The login was answered {login.StatusCode}.");
        _addresses =
        [
            .. _site.Services.GetRequiredService<LedgerCatalog>().Ledgers.Select(l => $"/ledgers/{l.Key}/export"),
            .. DashboardCards.Overview.Select(card => $"{CardSheets.Route}?card={card.Key}"), "/reports/export?period=week", "/reports/export?period=month", "/households/1/export", "/jobs/wages/1/payroll", "/forms/1/fill?region=371522116000",
        ];
        // Warm is what has been asked for once.
        await SlowestAsync();
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Benchmark, Bar(200)]
    public async Task<double> Slowest_first_byte()
    {
        var slowest = await SlowestAsync();
        Noted.Add(nameof(Slowest_first_byte), slowest);
        return slowest;
    }

    private async Task<double> SlowestAsync()
    {
        var slowest = 0.0;
        foreach (var address in _addresses)
        {
            var click = Stopwatch.GetTimestamp();
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            // Ledgers of the discipline office and the like, which this user may not take out.
            if (answer.StatusCode == HttpStatusCode.Forbidden) continue;
            await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1]);
            var waited = Stopwatch.GetElapsedTime(click).TotalMilliseconds;
            Console.WriteLine($"// {address}: {waited:0} ms");
            slowest = Math.Max(slowest, waited);
            // To its end: an export that is broken off goes on sorting beside the next click.
            await body.CopyToAsync(Stream.Null);
        }

        return slowest;
    }
}
