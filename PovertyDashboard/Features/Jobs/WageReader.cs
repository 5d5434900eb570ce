using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Jobs;

/// <summary>A wage sheet with its lines as the page shows it (工资表页).</summary>
/// <param name="Batches">All sheets of the township and month, the month's own first.</param>
/// <param name="Missing">People of a correction's month who are not in it yet.</param>
public sealed record WageView(WageSheet Sheet, IReadOnlyList<WageLine> Lines, IReadOnlyList<WageSheet> Batches, IReadOnlyList<WageCandidate> Missing);

/// <summary>A township of the month and its sheets; none where none has been made.</summary>
public sealed record WageTown(long Region, int People, IReadOnlyList<WageSheet> Sheets);

/// <summary>Reads wage sheets for the pages (工资表查询).</summary>
public sealed class WageReader(IDbContextFactory<AppDbContext> contexts, WageMaker maker)
{
    /// <summary>The months that have sheets or attendance in the place, latest first.</summary>
    public async Task<IReadOnlyList<int>> MonthsAsync(long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sheets = await db.Set<WageSheet>().Where(s => s.Region >= range.Lo && s.Region < range.Hi).Select(s => s.Month).Distinct().ToListAsync(ct);
        var ticked = await db.Set<Attendance>().Where(a => a.Region >= range.Lo && a.Region < range.Hi).Select(a => a.Month).Distinct().ToListAsync(ct);
        return [.. sheets.Union(ticked).OrderDescending()];
    }

    /// <summary>The townships of the place with people on posts in the month, and their sheets.</summary>
    public async Task<IReadOnlyList<WageTown>> TownsAsync(long region, int month, CancellationToken ct)
    {
        var range = RegionKey.Subtree(RegionKey.TownshipOf(region));
        var (first, last) = (YearMonth.First(month), YearMonth.Last(month));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sheets = (await db.Set<WageSheet>().AsNoTracking().Where(s => s.Region >= range.Lo && s.Region < range.Hi && s.Month == month).OrderBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.Region);
        var villages = await db.Set<Holder>().Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.StartedOn <= last && (h.IsOnPost || h.ExitedOn >= first)).Select(h => h.Region).ToListAsync(ct);
        var people = villages.GroupBy(RegionKey.TownshipOf).ToDictionary(g => g.Key, g => g.Count());
        return [.. people.Keys.Union(sheets.Select(g => g.Key)).Order().Select(town => new WageTown(town, people.GetValueOrDefault(town), [.. sheets[town]]))];
    }

    /// <summary>The sheet of a township, month and batch; null where it has not been made.</summary>
    public async Task<WageView?> ReadAsync(long township, int month, string batch, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batches = await db.Set<WageSheet>().AsNoTracking().Where(s => s.Region == township && s.Month == month).OrderBy(s => s.Id).ToListAsync(ct);
        if (batches.Find(s => s.Batch == batch) is not { } sheet) return null;
        var lines = await db.Set<WageLine>().AsNoTracking().Where(l => l.SheetId == sheet.Id).OrderBy(l => l.Region).ThenBy(l => l.Id).ToListAsync(ct);
        IReadOnlyList<WageCandidate> missing = sheet is { IsCorrection: true, State: WageState.Draft }
            ? [.. (await maker.CandidatesAsync(db, township, month, ct)).Where(c => c.Line is not null && lines.TrueForAll(l => l.HolderId != c.Holder.Id))]
            : [];
        return new WageView(sheet, lines, batches, missing);
    }

    public async Task<WageSheet?> SheetAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<WageSheet>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
    }
}
