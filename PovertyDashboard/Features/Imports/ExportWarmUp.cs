using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// Takes every ledger out once after the start, into nothing and no further than its first row (导出预热): the code, the queries and
/// the sheet styles are then ready, and the first click on an export is as quick as the next. The site serves meanwhile.
/// </summary>
public sealed class ExportWarmUp(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, LedgerCatalog catalog, ILogger<ExportWarmUp> log) : BackgroundService
{
    /// <summary>Warms one ledger; the sheets that were drawn.</summary>
    public async Task<int> WarmAsync(Ledger ledger, CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var columns = await ledger.AllColumnsAsync(db, 0, ct);
        var sheets = await scope.ServiceProvider.GetRequiredService<LedgerSheets>().OfAsync(db, ledger, new LedgerQuery(), columns, isFull: false, ct);
        await SheetWriter.WriteAsync(Stream.Null, [.. sheets.Select(sheet => sheet with { Rows = sheet.Rows.Take(1) })], ct);
        return sheets.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            foreach (var ledger in catalog.Ledgers) await WarmAsync(ledger, stoppingToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // Exports then only take their time once.
            log.LogWarning(fault, "Exports could not be made ready.");
        }
    }

    private async Task StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var ready = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }
}
