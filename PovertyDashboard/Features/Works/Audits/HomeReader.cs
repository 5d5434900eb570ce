using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>Reads homes with their lines, doubts and audits for the pages (审计查询), within the user's scope.</summary>
public sealed class HomeReader(IDbContextFactory<AppDbContext> contexts, SettingsDirectory settings, Clock clock)
{
    /// <summary>The home of a line; null where the user does not see it.</summary>
    public Task<AuditView?> OfLineAsync(long line, CancellationToken ct) =>
        ReadAsync(async db => await db.Set<WorkLine>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == line, ct) is { } found ? HomeKey.Of(found) : null, ct);

    /// <summary>The home of an audit.</summary>
    public Task<AuditView?> OfAuditAsync(long audit, CancellationToken ct) => ReadAsync(
        async db => await db.Set<HomeAudit>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == audit, ct) is { } found ? new HomeKey(found.Region, found.HouseholdName, found.HouseholdId) : null, ct);

    /// <summary>The home of a household by the lines, else the audits, that name it.</summary>
    public Task<AuditView?> OfHouseholdAsync(long household, CancellationToken ct) => ReadAsync(
        async db =>
        {
            if (await db.Set<WorkLine>().AsNoTracking().Where(l => l.HouseholdId == household).OrderBy(l => l.Id).FirstOrDefaultAsync(ct) is { } line) return HomeKey.Of(line);
            return await db.Set<HomeAudit>().AsNoTracking().Where(a => a.HouseholdId == household).OrderBy(a => a.Id).FirstOrDefaultAsync(ct) is { } audit ? new HomeKey(audit.Region, audit.HouseholdName, household) : null;
        },
        ct);

    /// <summary>Doubts of lines in words, as the measures count them and across the township besides.</summary>
    internal static async Task<ILookup<long, string>> DoubtsAsync(AppDbContext db, IReadOnlyList<WorkLine> lines, SettingsDirectory settings, DateOnly today, CancellationToken ct)
    {
        var ids = lines.Select(l => l.Id).ToArray();
        var mine = db.Set<WorkLine>().Where(l => ids.Contains(l.Id));
        var found = new List<(long Line, string Doubt)>();
        foreach (var id in await mine.Where(LineDoubts.OverPrice(GuidePrices.All(settings), today)).Select(l => l.Id).ToListAsync(ct)) found.Add((id, "超指导价"));
        foreach (var id in await mine.Where(LineDoubts.SameDay(db)).Select(l => l.Id).ToListAsync(ct)) found.Add((id, "同人同日"));
        foreach (var id in await mine.Where(LineDoubts.SameInvoice(db)).Select(l => l.Id).ToListAsync(ct)) found.Add((id, "发票重复"));
        foreach (var id in await mine.Where(LineDoubts.NoPhoto(db)).Select(l => l.Id).ToListAsync(ct)) found.Add((id, "无照片"));
        found.AddRange(await ElsewhereAsync(db, lines, ct));
        return found.ToLookup(f => f.Line, f => f.Doubt);
    }

    /// <summary>The same invoice, or the same person with more than one 工日 on the same day, in another 社区 of the township that the user sees.</summary>
    private static async Task<IEnumerable<(long, string)>> ElsewhereAsync(AppDbContext db, IReadOnlyList<WorkLine> lines, CancellationToken ct)
    {
        var asked = lines.Where(l => l.Invoice.Length > 0 || HasDay(l)).ToList();
        if (asked.Count == 0) return [];
        var (region, town) = (asked[0].Region, RegionKey.Subtree(RegionKey.TownshipOf(asked[0].Region)));
        string[] invoices = [.. asked.Select(l => l.Invoice).Where(i => i.Length > 0).Distinct()], people = [.. asked.Where(HasDay).Select(l => l.Worker).Distinct()];
        var found = await db.Set<WorkLine>().AsNoTracking().Where(o => o.Region >= town.Lo && o.Region < town.Hi && (invoices.Contains(o.Invoice) || (people.Contains(o.Worker) && o.DoneOn != null && o.Kind == LineKind.Labour)))
            .ToListAsync(ct);
        return
        [
            .. asked.Where(l => l.Invoice.Length > 0 && found.Exists(o => o.Region != region && o.Invoice == l.Invoice)).Select(l => (l.Id, "外社区同发票")),
            .. asked.Where(l => HasDay(l) && found.FindAll(o => HasDay(o) && LineDoubts.IsSameDay(o, l)) is var day && day.Exists(o => o.Region != region) && day.Sum(o => o.ReportedQuantity) > LineDoubts.OneDay).Select(l => (l.Id, "外社区同日")),
        ];
    }

    private static bool HasDay(WorkLine line) => line is { IsLabour: true, DoneOn: not null, Worker.Length: > 0 };

    private async Task<AuditView?> ReadAsync(Func<AppDbContext, Task<HomeKey?>> find, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await find(db) is not { } home) return null;
        var lines = await db.Set<WorkLine>().AsNoTracking().Where(home.Lines()).OrderBy(l => l.Number).ThenBy(l => l.Id).ToListAsync(ct);
        var ids = lines.ConvertAll(l => (long?)l.Id);
        var doubts = await DoubtsAsync(db, lines, settings, clock.Today, ct);
        var photos = await db.Set<Attachment>().Where(a => a.OwnerLedger == WorkLineLedger.Key && ids.Contains(a.OwnerId)).GroupBy(a => a.OwnerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var problems = (await db.Set<Problem>().AsNoTracking().Where(p => p.OriginLedger == WorkLineLedger.Key && ids.Contains(p.OriginId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.OriginId!.Value);
        var audits = await db.Set<HomeAudit>().AsNoTracking().Where(a => a.Region == home.Region && a.HouseholdName == home.HouseholdName && a.HouseholdId == home.HouseholdId)
            .OrderByDescending(a => a.AuditedOn).ThenByDescending(a => a.Id).ToListAsync(ct);
        var prices = GuidePrices.All(settings);
        return new AuditView(
            home, [.. lines.Select(l => new AuditedLine(l, [.. doubts[l.Id]], GuidePrices.For(prices, l, clock.Today)?.Price, photos.GetValueOrDefault(l.Id), problems[l.Id].LastOrDefault()))], audits);
    }
}
