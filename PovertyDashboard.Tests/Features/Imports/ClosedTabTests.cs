using System.Text;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Imports.Undoing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

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

        var tab = new Tab(towns.Site.Site);
        var page = tab.Open(batch.Batch);
        await page.WaitForElement(".btn.main", TimeSpan.FromSeconds(30)).ClickAsync(new());
        runner.Moved += Look;
        await writing.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await tab.DisposeAsync();
        closed.Set();
        runner.Moved -= Look;

        var written = await towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, _ => Task.CompletedTask);
        Assert.Equal((BatchState.Done, Rows), (written.State, written.Rows.Count(r => r.Fate == RowFate.Added)));
        await using var again = new Tab(towns.Site.Site);
        var result = again.Open(batch.Batch);
        result.WaitForAssertion(() => Assert.Contains($"已写入 {Rows} 行", result.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Contains("户信息-关页.csv", again.Open(null).WaitForElement("tbody").TextContent, StringComparison.Ordinal);
    }

    /// <summary>What lives as long as a tab of the browser: the services of its circuit and the page.</summary>
    private sealed class Tab : IAsyncDisposable
    {
        private readonly BunitContext _context = new();
        private readonly AsyncServiceScope _scope;

        public Tab(TestSite site)
        {
            _scope = site.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(TwoTownships.HanjiStaff);
            _context.Services.AddControls();
            foreach (var type in new[] { typeof(ImportRunner), typeof(LedgerCatalog), typeof(RegionDirectory), typeof(CurrentUser), typeof(BatchCopies), typeof(BatchUndo), typeof(ImportDesk), typeof(RowFields) })
                _context.Services.AddSingleton(type, _scope.ServiceProvider.GetRequiredService(type));
            _context.JSInterop.Mode = JSRuntimeMode.Loose;
        }

        public IRenderedComponent<ImportsPage> Open(long? batch) => _context.Render<ImportsPage>(p => p.Add(x => x.BatchId, batch));

        public async ValueTask DisposeAsync()
        {
            await _context.DisposeAsync();
            await _scope.DisposeAsync();
        }
    }
}
