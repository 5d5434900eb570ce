using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Imports;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>An import is shown while it runs, and stopped at any point it leaves nothing behind: it is one transaction.</summary>
public sealed class ImportCancelTests : IAsyncLifetime
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型";
    private readonly TwoTownships _towns = new();
    private readonly List<ImportProgress> _seen = [];

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Theory]
    [InlineData("读取")]
    [InlineData("核对")]
    public async Task Stopped_while_it_is_checked_the_file_is_given_up(string phase)
    {
        var before = await _towns.StoredAsync();
        using var stop = StopAt(phase);
        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Rows());
        Assert.Equal((BatchState.Cancelled, "已取消，没有写入。"), (batch.State, batch.Rejection));
        Assert.Equal(before, await _towns.StoredAsync());
    }

    [Fact]
    public async Task Stopped_while_it_is_written_no_row_of_it_is_in_the_store_and_it_can_be_handed_in_again()
    {
        var before = await _towns.StoredAsync();
        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Rows());
        Assert.Equal(BatchState.Checked, batch.State);
        HandedIn stopped;
        using (StopAt("写入")) stopped = await ConfirmAsync(batch);
        Assert.Equal((BatchState.Cancelled, "已取消，没有写入。"), (stopped.State, stopped.Rejection));
        Assert.Contains(_seen, p => p.Phase == "写入");
        Assert.Equal(before, await _towns.StoredAsync());

        var again = await ConfirmAsync(await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Rows()));
        Assert.Equal(BatchState.Done, again.State);
        Assert.Equal(400, (await _towns.StoredAsync()).Split('\n').Except(before.Split('\n')).Count());
    }

    private static byte[] Rows() => Encoding.UTF8.GetBytes(string.Join("\r\n", Enumerable.Range(0, 400).Select(i => $"高新区,韩集镇,大杨新村,37159011500{10000 + i},邓{(char)('一' + i)},371599198001010017,2,未脱贫户").Prepend(Head)));

    private Task<HandedIn> ConfirmAsync(HandedIn batch) => _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.ConfirmAsync(batch.Batch, CancellationToken.None));

    /// <summary>Presses 取消 as soon as the page would show the phase.</summary>
    private Stop StopAt(string phase) => new(_towns.Site.Site.Services.GetRequiredService<ImportRunner>(), phase, _seen);

    private sealed class Stop : IDisposable
    {
        private readonly ImportRunner _runner;
        private readonly string _phase;
        private readonly List<ImportProgress> _seen;

        public Stop(ImportRunner runner, string phase, List<ImportProgress> seen)
        {
            (_runner, _phase, _seen) = (runner, phase, seen);
            runner.Moved += Look;
        }

        public void Dispose() => _runner.Moved -= Look;

        private void Look()
        {
            // The store is new, so its batches are the first ones.
            for (var batch = 1; batch <= 2; batch++)
            {
                if (_runner.ProgressOf(batch) is not { } progress) continue;
                _seen.Add(progress);
                if (progress.Phase == _phase) _runner.Cancel(batch);
            }
        }
    }
}
