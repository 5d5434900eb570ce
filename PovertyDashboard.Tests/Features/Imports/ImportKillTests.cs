using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Commands;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The power goes while a file is written: afterwards all of its rows are in the store or none, and nothing else is broken.</summary>
public sealed class ImportKillTests : IDisposable
{
    private const int Rows = 10_000;
    private const long Megabyte = 1024 * 1024;
    private readonly string _folder = Directory.CreateTempSubdirectory("kill-").FullName;

    [Fact]
    public async Task The_verb_killed_at_any_moment_leaves_all_or_nothing_and_goes_in_the_next_time()
    {
        await using (var site = Site(_folder)) Assert.Equal(0, await CountAsync(site));
        var file = Path.Combine(_folder, "户信息.csv");
        await File.WriteAllBytesAsync(file, Households());
        var found = new List<int>();
        foreach (var written in new[] { 1, 2 * Megabyte, 5 * Megabyte })
        {
            using (var process = Start("import", file))
            {
                await GrownAsync(process, written);
                process.Kill();
                await process.WaitForExitAsync();
                Assert.NotEqual(Verbs.Done, process.ExitCode);
            }

            await using var site = Site(_folder);
            found.Add(await CountAsync(site));
            Assert.Empty(await FaultsAsync(site));
        }

        Assert.All(found, rows => Assert.Contains(rows, new[] { 0, Rows }));
        Assert.Contains(0, found);

        using var again = Start("import", file);
        await again.WaitForExitAsync();
        Assert.Equal(Verbs.Done, again.ExitCode);
        await using var whole = Site(_folder);
        Assert.Equal(Rows, await CountAsync(whole));
    }

    [Fact]
    public async Task The_site_killed_while_it_checks_or_writes_has_none_of_the_rows_and_says_so_when_it_is_back()
    {
        var images = new List<string>();
        await using (var towns = new Disposable(new TwoTownships()))
        {
            await towns.Of.InitializeAsync();
            using var camera = new Camera(towns.Of.Site, images, _folder);
            var batch = await towns.Of.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Households());
            await towns.Of.WrittenAsync(TwoTownships.HanjiStaff, batch);
        }

        Assert.Equal(["核对", "写入 0", "写入 4", "写入 9"], images.Select(i => Path.GetFileName(i)!));
        foreach (var image in images)
        {
            await using var site = Site(image);
            var batch = await EndedAsync(site);
            Assert.Equal((image, BatchState.Failed, "系统重启，导入中断，没有写入。请重新导入。"), (image, batch.State, batch.Rejection));
            Assert.Equal(2, await CountAsync(site));
            Assert.Empty(await FaultsAsync(site));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static TestSite Site(string folder) => new() { Folder = folder, EnvironmentName = Environments.Production, DeletesFolder = false };

    private static byte[] Households() => Encoding.UTF8.GetBytes(string.Join("\r\n", Enumerable.Range(0, Rows)
        .Select(i => $"高新区,韩集镇,大杨新村,37159011501{10000 + i},邓{(char)('一' + i)},371599198001010017,2,未脱贫户").Prepend("县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型")));

    private static Task<int> CountAsync(TestSite site) => site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().CountAsync());

    private static Task<IReadOnlyList<string>> FaultsAsync(TestSite site) => site.AsAsync(UserIdentity.System, services =>
        ActivatorUtilities.CreateInstance<StoreVerification>(services).FaultsAsync(CancellationToken.None));

    private static async Task<ImportBatch> EndedAsync(TestSite site)
    {
        for (var left = 200; left > 0; left--)
        {
            var batch = await site.InStoreAsync(UserIdentity.System, db => db.Set<ImportBatch>().AsNoTracking().SingleAsync());
            if (!batch.IsRunning) return batch;
            await Task.Delay(50);
        }

        throw new TimeoutException("The batch is never said to be interrupted.");
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Program).Assembly.Location, .. args, "--store", Path.Combine(_folder, "poverty.db")]) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = Environments.Production;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    /// <summary>Waits until the process has written so much into the store's log.</summary>
    private async Task GrownAsync(Process process, long bytes)
    {
        var log = new FileInfo(Path.Combine(_folder, "poverty.db-wal"));
        for (; !process.HasExited; log.Refresh())
        {
            if (log.Exists && log.Length >= bytes) return;
            await Task.Delay(2);
        }

        Assert.Fail($"The process has ended with {process.ExitCode} before it was killed.");
    }

    /// <summary>Takes the store as it lies on the disk while the writing thread waits: what a kill in this moment leaves.</summary>
    private sealed class Camera : IDisposable
    {
        private readonly ImportSite _site;
        private readonly ImportRunner _runner;
        private readonly List<string> _images;
        private readonly string _to;

        public Camera(ImportSite site, List<string> images, string to)
        {
            (_site, _images, _to) = (site, images, to);
            _runner = site.Site.Services.GetRequiredService<ImportRunner>();
            _runner.Moved += Look;
        }

        public void Dispose() => _runner.Moved -= Look;

        private void Look()
        {
            if (_runner.ProgressOf(1) is not { } progress || NameOf(progress) is not { } name) return;
            var image = Path.Combine(_to, name);
            if (Directory.Exists(image)) return;
            Directory.CreateDirectory(image);
            foreach (var file in Directory.GetFiles(_site.Folder, "poverty.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))) File.Copy(file, Path.Combine(image, Path.GetFileName(file)));
            _images.Add(image);
        }

        private static string? NameOf(ImportProgress progress) => progress switch
        {
            { Phase: "核对" } => "核对",
            { Phase: "写入", Total: > 0 } when progress.Done * 10 / progress.Total is var tenth && tenth is 0 or 4 or 9 => $"写入 {tenth}",
            _ => null,
        };
    }

    private sealed class Disposable(TwoTownships towns) : IAsyncDisposable
    {
        public TwoTownships Of => towns;

        public async ValueTask DisposeAsync() => await towns.DisposeAsync();
    }
}
