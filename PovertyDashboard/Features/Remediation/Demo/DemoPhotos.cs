using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Demo;

/// <summary>示例 photos before and after on every sixth problem that somebody has dealt with in the demo store.</summary>
internal static class DemoPhotos
{
    private const int Every = 6;

    public static async Task AddAsync(AppDbContext db, CancellationToken ct)
    {
        var problems = await db.Set<Problem>().AsNoTracking().Where(p => p.Id % Every == 1 && p.State != ProblemState.Waiting && !p.IsImported).OrderBy(p => p.Id).ToListAsync(ct);
        var photos = problems.SelectMany(PhotosOf).ToList();
        db.AddRange(photos);
        await db.SaveChangesAsync(ct);
        foreach (var photo in photos)
        {
            var picture = DemoPictures.Of(photo.Kind);
            db.Add(new AttachmentContent { AttachmentId = photo.Id, Picture = picture.Picture, Thumbnail = picture.Thumbnail });
        }

        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<Attachment> PhotosOf(Problem problem)
    {
        yield return Photo(problem, AttachmentKind.Before, problem.FoundOn, problem.FoundBy);
        if (problem.RectifiedOn is { } on) yield return Photo(problem, AttachmentKind.After, on, problem.Owner);
    }

    private static Attachment Photo(Problem problem, string kind, DateOnly on, string by)
    {
        var (owner, picture) = (ProblemPhotos.OwnerOf(problem, kind), DemoPictures.Of(kind));
        return new Attachment
        {
            Region = problem.Region,
            OwnerLedger = owner.Ledger,
            OwnerId = owner.RowId,
            Item = owner.Item,
            Kind = kind,
            // In the morning of the day, 聊城 time.
            TakenAt = on.ToDateTime(new TimeOnly(2, 30), DateTimeKind.Utc),
            TakenBy = by,
            Width = picture.Width,
            Height = picture.Height,
            Size = picture.Picture.Length,
            Sha256 = picture.Sha256,
        };
    }
}
