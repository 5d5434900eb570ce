using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// One line of the public notice (公示行). The record has no place for number, birth date, phone, account, illness or poverty status,
/// so the notice cannot show them (公示不得泄露身份证号、健康等信息).
/// </summary>
public sealed record NoticeLine(long Village, string Name, string Post, string Kind, string Source, long? Pay, DateOnly StartedOn);

/// <summary>Reads the people on posts for the public notice (上岗人员公示).</summary>
public sealed class NoticeReader(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>Everybody on a post in the place, by village and name; only the notice's columns are read from the store.</summary>
    public async Task<IReadOnlyList<NoticeLine>> ReadAsync(long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Holder>().AsNoTracking().Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.IsOnPost)
            .OrderBy(h => h.Region).ThenBy(h => h.NameKey).ThenBy(h => h.Id)
            .Select(h => new NoticeLine(h.Region, h.Name, h.PostName, h.PostKind, h.PostSource, h.MonthlyPay ?? h.Post!.MonthlyPay, h.StartedOn)).ToListAsync(ct);
    }
}
