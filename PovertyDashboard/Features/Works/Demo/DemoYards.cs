using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Sites;
using SkiaSharp;

namespace PovertyDashboard.Features.Works.Demo;

/// <summary>Drawn pictures of a yard before and after (示例照片): mud and puddles, then a smooth path and a 小水楼; no real place.</summary>
internal static class DemoYards
{
    private static readonly SKColor Sky = new(196, 216, 232), Wall = new(188, 156, 128), Roof = new(126, 74, 60), Mud = new(138, 116, 90), Puddle = new(108, 104, 98), Ground = new(170, 158, 136), Path = new(208, 206, 200), Hut = new(92, 132, 168);

    private static readonly Lazy<EncodedPicture> Before = new(() => Draw(canvas => Yard(canvas, isBuilt: false))), After = new(() => Draw(canvas => Yard(canvas, isBuilt: true)));

    /// <summary>Hangs them on the works that have none: before on what has begun, after on what is done.</summary>
    public static async Task AddAsync(AppDbContext db, CancellationToken ct)
    {
        if (await db.Set<Attachment>().AnyAsync(a => a.OwnerLedger == WorkLedger.Key, ct)) return;
        var works = await db.Set<Work>().AsNoTracking().Where(w => w.State != WorkState.Planned).OrderBy(w => w.Id).ToListAsync(ct);
        var photos = new List<(Attachment Photo, EncodedPicture Picture)>();
        foreach (var (work, i) in works.Select((w, i) => (w, i)))
        {
            photos.Add((Photo(work, WorkPhotos.Before, AttachmentKind.Before, work.StartedOn, Before.Value), Before.Value));
            // One in nine has no photo of the end yet.
            if (work.DoneOn is { } done && i % 9 != 4) photos.Add((Photo(work, WorkPhotos.After, AttachmentKind.After, done, After.Value), After.Value));
        }

        db.AddRange(photos.Select(p => p.Photo));
        await db.SaveChangesAsync(ct);
        foreach (var (photo, picture) in photos) db.Add(new AttachmentContent { AttachmentId = photo.Id, Picture = picture.Picture, Thumbnail = picture.Thumbnail });
        await db.SaveChangesAsync(ct);
    }

    private static Attachment Photo(Work work, string item, string kind, DateOnly on, EncodedPicture picture) => new()
    {
        Region = work.Region,
        OwnerLedger = WorkLedger.Key,
        OwnerId = work.Id,
        Item = item,
        Kind = kind,
        // In the morning of the day, 聊城 time.
        TakenAt = on.ToDateTime(new TimeOnly(2, 30), DateTimeKind.Utc),
        TakenBy = DemoLines.Mark,
        Width = picture.Width,
        Height = picture.Height,
        Size = picture.Picture.Length,
        Sha256 = picture.Sha256,
    };

    private static EncodedPicture Draw(Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(640, 480));
        using (var canvas = new SKCanvas(bitmap)) draw(canvas);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return PictureEncoder.Encode(png.ToArray()).Picture ?? throw new InvalidOperationException("The drawn picture cannot be read.");
    }

    private static void Yard(SKCanvas canvas, bool isBuilt)
    {
        canvas.Clear(Sky);
        using var paint = new SKPaint { IsAntialias = true, Color = Wall };
        canvas.DrawRect(60, 130, 420, 150, paint);
        paint.Color = Roof;
        canvas.DrawRect(40, 100, 460, 36, paint);
        paint.Color = isBuilt ? Ground : Mud;
        canvas.DrawRect(0, 280, 640, 200, paint);
        paint.Color = isBuilt ? Path : Puddle;
        if (isBuilt) canvas.DrawRect(230, 280, 90, 200, paint);
        else
            for (var i = 0; i < 4; i++) canvas.DrawOval(110 + i * 130, 340 + i % 2 * 70, 56, 16, paint);
        if (!isBuilt) return;
        paint.Color = Hut;
        canvas.DrawRect(470, 300, 60, 90, paint);
    }
}
