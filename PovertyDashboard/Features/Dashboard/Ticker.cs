using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>One line of the live ticker (实时动态): time, village and what; no names, IDs or illness.</summary>
public sealed record TickerLine(long Id, string Time, string Place, string Text, TickerKind Kind);

/// <summary>Reads the latest changes of a place from the audit trail; the same act on rows of a village in the same minute is one line.</summary>
public sealed class Ticker(IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, RegionDirectory regions, Clock clock)
{
    // The trail may be long and the place quiet: look no further back than this many entries.
    private const int Horizon = 20_000, Entries = 1_000;

    public async Task<IReadOnlyList<TickerLine>> ReadAsync(DashboardView view, int lines, CancellationToken ct)
    {
        // Only ledgers that stand in public measures; confidential ones have none.
        var ledgers = catalog.Measures.Where(m => view.Shows(m.Ledger)).Select(m => m.Ledger.Key).Distinct().ToList();
        var problems = catalog.LedgerOf(typeof(Loop.Problem))?.Key;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var newest = await db.Audit.MaxAsync(a => (long?)a.Id, ct) ?? 0;
        var entries = new List<Entry>();
        foreach (var range in Ranges(view))
            entries.AddRange(await db.Audit.AsNoTracking()
                .Where(a => a.Id > newest - Horizon && a.Region >= range.Lo && a.Region < range.Hi && ledgers.Contains(a.Subject))
                .OrderByDescending(a => a.Id).Take(Entries)
                .Select(a => new Entry(a.Id, a.RowId, a.At, a.Action, a.Subject, a.Region, a.Subject == problems ? a.Details : ""))
                .ToListAsync(ct));
        return [.. entries
            .OrderByDescending(e => e.Id)
            .Select(e => (Entry: e, Local: Clock.ToLocal(e.At), Phrase: TickerPhrase.Of(catalog.Ledger(e.Subject)!, e.Action, e.Details)))
            .Where(e => e.Phrase is not null)
            .GroupBy(e => (e.Entry.Region, e.Phrase, Minute: e.Local.Ticks / TimeSpan.TicksPerMinute))
            .Take(lines)
            .Select(g => Line(g.First().Entry, g.First().Local, g.Key.Phrase!, g.Select(e => e.Entry.RowId).Distinct().Count()))];
    }

    private TickerLine Line(Entry entry, DateTime local, TickerPhrase phrase, int count)
    {
        var time = local.Date == clock.LocalNow.Date ? local.ToString("HH:mm", CultureInfo.InvariantCulture) : local.ToString("MM-dd", CultureInfo.InvariantCulture);
        return new TickerLine(entry.Id, time, regions.Tree.NameOf(entry.Region), string.Format(CultureInfo.InvariantCulture, phrase.Format, FigureText.Count(count)), phrase.Kind);
    }

    private static IEnumerable<RegionRange> Ranges(DashboardView view) => view.Scope.Households is not null ? [] : view.Scope.Contains(view.Region)
        ? [RegionKey.Subtree(view.Region)]
        : view.Scope.Roots.Where(RegionKey.Subtree(view.Region).Contains).Select(RegionKey.Subtree);

    private sealed record Entry(long Id, long RowId, DateTime At, string Action, string Subject, long Region, string Details);
}
