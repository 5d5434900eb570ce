using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;

namespace PovertyDashboard.Features.Responsibility.Board;

/// <summary>
/// One person on the board (公示牌责任人). Neither this nor <see cref="VillageBoard"/> has a place for a household's number, ID, phone,
/// account, illness or poverty status: the board is made from assignments alone, so it cannot show them (domain facts section 9).
/// </summary>
/// <param name="Area">片区 of a 包片 cadre; else empty.</param>
/// <param name="Photo">Id of his newest photo; null where there is none.</param>
/// <param name="Households">户主 of the households that he helps, as they are written on the board.</param>
public sealed record BoardPerson(string Level, string Name, string Unit, string Post, string Phone, string Area, long? Photo, IReadOnlyList<string> Households);

/// <summary>The notice board of a village (帮扶责任公示牌).</summary>
public sealed record VillageBoard(long Village, IReadOnlyList<BoardPerson> Leaders, IReadOnlyList<BoardPerson> Cadres, IReadOnlyList<BoardPerson> Clerks, IReadOnlyList<BoardPerson> Helpers, Posting? Posting)
{
    public bool IsEmpty => Leaders.Count + Cadres.Count + Clerks.Count + Helpers.Count == 0;
}

/// <summary>Reads what stands on a village's board (公示牌).</summary>
public sealed class BoardReader(IDbContextFactory<AppDbContext> contexts)
{
    public async Task<VillageBoard> ReadAsync(long village, DateOnly day, bool fullNames, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Assignment>().AsNoTracking().Where(a => a.Region == village && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day))
            .OrderBy(a => a.Area).ThenBy(a => a.HelperKey).ThenBy(a => a.HouseholdName).ThenBy(a => a.Id)
            .Select(a => new Line(a.Id, a.Level, a.Helper, a.Unit, a.Post, a.Phone, a.Area, a.HouseholdName)).ToListAsync(ct);
        var photos = await PersonPhotos.OfVillageAsync(db, village, ct);
        var posting = await db.Set<Posting>().AsNoTracking().Where(p => p.Region == village && p.PostedOn <= day).OrderByDescending(p => p.PostedOn).ThenByDescending(p => p.Id).FirstOrDefaultAsync(ct);
        return new VillageBoard(village, Of(AssignmentLevel.Village), Of(AssignmentLevel.Area), Of(AssignmentLevel.Clerk), Of(AssignmentLevel.Household), posting);

        IReadOnlyList<BoardPerson> Of(string level) =>
        [
            .. rows.Where(r => r.Level == level).GroupBy(r => (r.Name, r.Unit, r.Area)).Select(g => new BoardPerson(
                level, g.Key.Name, g.Key.Unit, g.Select(r => r.Post).FirstOrDefault(p => p.Length > 0) ?? "", g.Select(r => r.Phone).FirstOrDefault(p => p.Length > 0) ?? "", g.Key.Area,
                photos.TryGetValue((g.Key.Name, g.Key.Unit), out var photo) ? photo : null, [.. g.Select(r => r.Household).Where(h => h.Length > 0).Select(h => fullNames ? h : Short(h))])),
        ];
    }

    /// <summary>邓某某 is 邓** where the setting asks for short names.</summary>
    public static string Short(string name) => name.Length < 2 ? name : name[..1] + new string('*', name.Length - 1);

    private sealed record Line(long Id, string Level, string Name, string Unit, string Post, string Phone, string Area, string Household);
}
