using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>The photos of the people who answer for a village (责任人照片).</summary>
internal static class PersonPhotos
{
    /// <summary>The newest photo of each person: it may hang on any row of his in the village, past ones included.</summary>
    public static async Task<IReadOnlyDictionary<(string Name, string Unit), long>> OfVillageAsync(AppDbContext db, long village, CancellationToken ct)
    {
        var found = await (from p in db.Set<Attachment>()
                           join a in db.Set<Assignment>() on p.OwnerId equals a.Id
                           where p.OwnerLedger == AssignmentLedger.Key && a.Region == village
                           orderby p.Id
                           select new { a.Helper, a.Unit, p.Id }).ToListAsync(ct);
        return found.GroupBy(p => (p.Helper, p.Unit)).ToDictionary(g => g.Key, g => g.Last().Id);
    }
}
