using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Features.Imports.Undoing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The page of imports as the clerk of Hanji has it before him, on a real store; it lives as long as a tab of his browser.</summary>
public sealed class ImportsScreen : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    /// <param name="site">The site whose store it is.</param>
    /// <param name="wrap">Stands between the page's reading of batches and the store, where a test wants to hold it.</param>
    public ImportsScreen(TestSite site, Func<IDbContextFactory<AppDbContext>, IDbContextFactory<AppDbContext>>? wrap = null)
    {
        _scope = site.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(TwoTownships.HanjiStaff);
        var services = _scope.ServiceProvider;
        var contexts = services.GetRequiredService<IDbContextFactory<AppDbContext>>();
        Context.Services.AddControls();
        foreach (var service in new object[]
        {
            services.GetRequiredService<ImportRunner>(), services.GetRequiredService<LedgerCatalog>(), services.GetRequiredService<RegionDirectory>(), services.GetRequiredService<CurrentUser>(),
            services.GetRequiredService<BatchCopies>(), services.GetRequiredService<BatchUndo>(), services.GetRequiredService<RowFields>(),
        })
            Context.Services.AddSingleton(service.GetType(), service);
        Context.Services.AddSingleton(new ImportDesk(
            wrap?.Invoke(contexts) ?? contexts, services.GetRequiredService<ImportRunner>(), services.GetRequiredService<LedgerCatalog>(), services.GetRequiredService<HeaderNames>(), services.GetRequiredService<CurrentUser>(), services.GetRequiredService<Clock>()));
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public BunitContext Context { get; } = new();

    /// <summary>The page of one batch, or of all of them.</summary>
    public IRenderedComponent<ImportsPage> Batch(long? id) => Context.Render<ImportsPage>(p => p.Add(x => x.BatchId, id));

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await _scope.DisposeAsync();
    }
}
