using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>A file of the site that takes a minute to check is given up; the verb takes as long as it needs, and writing is not cut off.</summary>
public sealed class ImportTimeTests : IAsyncLifetime
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型\r\n高新区,韩集镇,大杨新村,3715901150000029,邓某,371599198001010017,2,未脱贫户\r\n");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2020, 8, 31, 1, 0, 0, TimeSpan.Zero));
    private readonly TestSite _site;

    public ImportTimeTests() => _site = new TestSite { EnvironmentName = Environments.Production, Time = _time };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task After_a_minute_the_check_says_so_and_nothing_is_written()
    {
        var result = await ImportAsync(ReadLimits.Web, dryRun: true, seconds: 60);

        Assert.Equal("这个文件读了 60 秒还没有读完，没有写入。请拆分成几个文件后再导入。", result.Rejection);
        Assert.Empty(result.Sheets);
    }

    [Fact]
    public async Task In_less_than_a_minute_the_check_comes_to_its_end() =>
        Assert.Equal(1, Assert.Single((await ImportAsync(ReadLimits.Web, dryRun: true, seconds: 59)).Sheets).Accepted);

    [Fact]
    public async Task The_verb_has_no_limit() =>
        Assert.Equal(1, Assert.Single((await ImportAsync(ReadLimits.Verb, dryRun: true, seconds: 3_600)).Sheets).Accepted);

    [Fact]
    public async Task What_was_checked_in_time_is_written_however_long_it_takes() =>
        Assert.Equal(1, Assert.Single((await ImportAsync(ReadLimits.Web, dryRun: false, seconds: 3_600)).Sheets).Accepted);

    [Fact]
    public async Task A_user_who_gives_up_is_not_told_of_a_minute()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(ReadLimits.Web, dryRun: true, seconds: 1, cancel));
    }

    /// <summary>The clock goes on while the rows are read.</summary>
    private Task<FileResult> ImportAsync(ReadLimits limits, bool dryRun, int seconds, CancellationTokenSource? cancel = null) => _site.AsAsync(UserIdentity.System, async services =>
    {
        using var file = new MemoryStream(File);
        return await services.GetRequiredService<Importer>().ImportAsync(file, "户信息.csv", limits, new ImportRequest(DryRun: dryRun), new Passing(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(seconds));
            cancel?.Cancel();
        }), cancel?.Token ?? CancellationToken.None);
    });

    private sealed class Passing(Action pass) : IProgress<ImportProgress>
    {
        private bool _isPassed;

        public void Report(ImportProgress value)
        {
            if (_isPassed) return;
            _isPassed = true;
            pass();
        }
    }
}
