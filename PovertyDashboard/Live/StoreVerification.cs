using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Live;

/// <summary>Checks the whole store (核查): the file, foreign keys, every total against a recount from the rows, and the audit chain.</summary>
public sealed class StoreVerification(IDbContextFactory<AppDbContext> contexts, RegionTotals totals, Regions.RegionDirectory regions, LedgerCatalog catalog, Clock clock)
{
    /// <summary>What is wrong, a sentence each; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var faults = new List<string>();
        faults.AddRange((await PragmaAsync(db, "PRAGMA integrity_check", row => row.GetString(0), ct)).Where(line => line != "ok").Select(line => $"完整性：{line}"));
        faults.AddRange((await PragmaAsync(db, "PRAGMA foreign_key_check", row => (Table: row.GetString(0), Parent: row.GetString(2)), ct))
            .GroupBy(link => link).Select(g => $"外键：表 {g.Key.Table} 有 {g.Count()} 行指向 {g.Key.Parent} 里不存在的行"));
        await CheckTotalsAsync(db, faults, ct);
        await CheckAuditAsync(db, faults, ct);
        return faults;
    }

    private async Task CheckTotalsAsync(AppDbContext db, List<string> faults, CancellationToken ct)
    {
        foreach (var root in regions.Tree.Nodes.Where(n => n.Level <= Regions.RegionLevel.County))
            foreach (var measure in catalog.Measures.OfType<RowMeasure>())
            {
                var figure = await totals.FigureAsync(measure, root.Key, RegionScope.Everything, ct);
                var rows = LedgerReader.Filtered(db, measure.Ledger, catalog, new LedgerQuery { Region = root.Key, Measure = measure.Key }, clock.Today);
                var (total, recount) = measure.Kind == MeasureKind.Sum ? (figure.Sum, await measure.SumAsync(rows, ct)) : (figure.Count, await rows.CountAsync(ct));
                if (total != recount) faults.Add($"汇总：{root.Name} {measure.Title}汇总为 {total}，明细为 {recount}");
            }
    }

    private async Task CheckAuditAsync(AppDbContext db, List<string> faults, CancellationToken ct)
    {
        if ((await AuditChain.WalkAsync(db, clock.UtcNow, ct)).BrokenAt is { } broken) faults.Add($"审计链：第 {broken} 条被改动，或它之前有记录被删除");
    }

    private static async Task<List<T>> PragmaAsync<T>(AppDbContext db, string pragma, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Only the two constants above.
        command.CommandText = pragma;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
