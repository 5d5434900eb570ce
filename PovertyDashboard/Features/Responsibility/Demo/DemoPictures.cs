using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>Hangs 示例 pictures on rows of the demo store: a portrait of each person of the village on the board, the scan of each signed pledge.</summary>
internal static class DemoPictures
{
    public static async Task AddAsync(AppDbContext db, CancellationToken ct)
    {
        if (await db.Set<Attachment>().AnyAsync(a => a.OwnerLedger == AssignmentLedger.Key, ct)) return;
        var people = (await db.Set<Assignment>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct)).GroupBy(a => (a.Region, a.Helper, a.Unit)).Select(g => g.Last()).OrderBy(a => a.Id).ToList();
        // One in eight has no photo yet: the board shows that too.
        var hung = people.Where((_, i) => i % 8 != 5).Select((a, i) => (Row: (LedgerRow)a, Ledger: AssignmentLedger.Key, On: a.StartedOn, Picture: DemoPortraits.Person(i))).ToList();
        var pledges = await db.Set<Pledge>().AsNoTracking().Where(p => p.SignedOn != null).OrderBy(p => p.Id).ToListAsync(ct);
        hung.AddRange(pledges.Where((_, i) => i % 6 != 4).Select(p => ((LedgerRow)p, PledgeLedger.Key, p.SignedOn!.Value, DemoPortraits.Scan)));
        var photos = hung.Select(h => (Photo: Photo(h.Row, h.Ledger, h.On, h.Picture), h.Picture)).ToList();
        db.AddRange(photos.Select(p => p.Photo));
        await db.SaveChangesAsync(ct);
        foreach (var (photo, picture) in photos) db.Add(new AttachmentContent { AttachmentId = photo.Id, Picture = picture.Picture, Thumbnail = picture.Thumbnail });
        await db.SaveChangesAsync(ct);
    }

    private static Attachment Photo(LedgerRow row, string ledger, DateOnly on, EncodedPicture picture) => new()
    {
        Region = row.Region,
        OwnerLedger = ledger,
        OwnerId = row.Id,
        Kind = AttachmentKind.Other,
        // In the morning of the day, 聊城 time.
        TakenAt = on.ToDateTime(new TimeOnly(2, 30), DateTimeKind.Utc),
        TakenBy = DemoPeople.Mark,
        Width = picture.Width,
        Height = picture.Height,
        Size = picture.Picture.Length,
        Sha256 = picture.Sha256,
    };
}
