using PovertyDashboard.Attachments;
using SkiaSharp;

namespace PovertyDashboard.Features.Remediation.Demo;

/// <summary>Drawn yards for the 示例 photos (示例照片): the demo store holds no real picture of anybody's home.</summary>
internal static class DemoPictures
{
    private const int Width = 800, Height = 600, Things = 14;

    private static readonly SKColor
        Sky = new(205, 222, 236), Ground = new(196, 184, 160), Path = new(222, 216, 202), Wall = new(232, 226, 214), Roof = new(150, 92, 74), Door = new(110, 78, 58), Window = new(120, 150, 172);

    private static readonly SKColor[] Clutter = [new(126, 104, 76), new(92, 110, 88), new(150, 140, 122), new(98, 92, 104)];

    private static readonly Lazy<EncodedPicture> Untidy = new(() => Draw(isTidy: false)), Tidy = new(() => Draw(isTidy: true));

    public static EncodedPicture Of(string kind) => (kind == AttachmentKind.Before ? Untidy : Tidy).Value;

    private static EncodedPicture Draw(bool isTidy)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(Sky);
            Fill(canvas, Ground, 0, 380, Width, Height - 380);
            Fill(canvas, Wall, 140, 220, 520, 180);
            Fill(canvas, Roof, 110, 170, 580, 56);
            Fill(canvas, Door, 360, 280, 80, 120);
            Fill(canvas, Window, 200, 260, 100, 70);
            Fill(canvas, Window, 500, 260, 100, 70);
            if (isTidy) Fill(canvas, Path, 350, 400, 100, 200);
            else Scatter(canvas);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return PictureEncoder.Encode(png.ToArray()).Picture ?? throw new InvalidOperationException("The drawn picture cannot be read.");
    }

    /// <summary>Boxes and boards in the way, at places that stay the same in each store.</summary>
    private static void Scatter(SKCanvas canvas)
    {
        for (var i = 0; i < Things; i++)
        {
            canvas.Save();
            canvas.RotateDegrees(i * 29 % 40 - 20, 60 + i * 53 % 680, 410 + i * 37 % 150);
            Fill(canvas, Clutter[i % Clutter.Length], 20 + i * 53 % 680, 390 + i * 37 % 150, 60 + i * 17 % 60, 28 + i * 11 % 40);
            canvas.Restore();
        }
    }

    private static void Fill(SKCanvas canvas, SKColor colour, float x, float y, float width, float height)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(x, y, width, height, paint);
    }
}
