using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>How long after the click the first byte of an export comes (over HTTP, wall time): of the slowest ledger, on a store with 20,000 households and all that hangs on them.</summary>
[IterationCount(3), WarmupCount(1)]
public class FirstByte
{
    private TestSite _site = null!;
    private HttpClient _client = null!;
    private IReadOnlyList<string> _addresses = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _site = new TestSite();
        _site.StartOnPort();
        await _site.AsAsync(UserIdentity.System, services => services.GetRequiredService<DemoTown>().AddAsync(20_000, 1, null, CancellationToken.None));
        _client = await _site.LoggedInAsync("demo.office");
        _addresses = [.. _site.Services.GetRequiredService<LedgerCatalog>().Ledgers.Select(l => $"/ledgers/{l.Key}/export")];
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
        var slowest = 0.0;
        foreach (var address in _addresses)
        {
            var click = Stopwatch.GetTimestamp();
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1]);
            var waited = Stopwatch.GetElapsedTime(click).TotalMilliseconds;
            Console.WriteLine($"// {address}: {waited:0} ms");
            slowest = Math.Max(slowest, waited);
        }

        Noted.Add(nameof(Slowest_first_byte), slowest);
        return slowest;
    }
}
