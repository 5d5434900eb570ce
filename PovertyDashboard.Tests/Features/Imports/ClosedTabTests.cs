using System.Text;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Imports;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Whoever closes the tab during an import finds its result in /imports when he is back.</summary>
public sealed class ClosedTabTests(TwoTownships towns) : IClassFixture<TwoTownships>
{
    private const int Rows = 600;

    [Fact]
    public async Task A_closed_tab_does_not_stop_the_writing_and_the_result_waits()
    {
        var content = Encoding.UTF8.GetBytes(string.Join("\r\n", Enumerable.Range(0, Rows).Select(i => $"高新区,韩集镇,大杨新村,3715901160{10000 + i},邓{(char)('一' + i)},371599198001010017,2,未脱贫户").Prepend("县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型")));
        var batch = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息-关页.csv", content);
        var runner = towns.Site.Site.Services.GetRequiredService<ImportRunner>();
        using var closed = new ManualResetEventSlim();
        var writing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (runner.ProgressOf(batch.Batch) is not { Phase: "写入" }) return;
            writing.TrySetResult();
            // The writing waits until the tab is closed.
            closed.Wait();
        }

        var tab = new ImportsScreen(towns.Site.Site);
        var page = tab.Batch(batch.Batch);
        await page.WaitForElement(".btn.main", TimeSpan.FromSeconds(30)).ClickAsync(new());
        runner.Moved += Look;
        await writing.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await tab.DisposeAsync();
        closed.Set();
        runner.Moved -= Look;

        var written = await towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, _ => Task.CompletedTask);
        Assert.Equal((BatchState.Done, Rows), (written.State, written.Rows.Count(r => r.Fate == RowFate.Added)));
        await using var again = new ImportsScreen(towns.Site.Site);
        var result = again.Batch(batch.Batch);
        result.WaitForAssertion(() => Assert.Contains($"已写入 {Rows} 行", result.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Contains("户信息-关页.csv", again.Batch(null).WaitForElement("tbody").TextContent, StringComparison.Ordinal);
    }
}
