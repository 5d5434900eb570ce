using PovertyDashboard.Attachments;
using SkiaSharp;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>Drawn pictures of the demo store (示例照片): a figure without a face for helpers, a lined page for pledges; no real person, no real paper.</summary>
internal static class DemoPortraits
{
    private static readonly SKColor Back = new(205, 222, 236), Skin = new(222, 200, 176), Hair = new(70, 62, 58), Paper = new(250, 248, 242), Ink = new(150, 150, 156), Seal = new(176, 58, 48);

    private static readonly SKColor[] Coats = [new(52, 84, 120), new(92, 110, 88), new(110, 78, 58), new(98, 92, 104)];

    private static readonly Lazy<EncodedPicture[]> People = new(() => [.. Coats.Select(coat => Draw(420, 560, canvas => Figure(canvas, coat)))]);

    private static readonly Lazy<EncodedPicture> Page = new(() => Draw(600, 840, Lines));

    public static EncodedPicture Person(int i) => People.Value[i % Coats.Length];

    public static EncodedPicture Scan => Page.Value;

    private static EncodedPicture Draw(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height));
        using (var canvas = new SKCanvas(bitmap)) draw(canvas);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return PictureEncoder.Encode(png.ToArray()).Picture ?? throw new InvalidOperationException("The drawn picture cannot be read.");
    }

    private static void Figure(SKCanvas canvas, SKColor coat)
    {
        canvas.Clear(Back);
        using var paint = new SKPaint { IsAntialias = true, Color = coat };
        canvas.DrawRoundRect(50, 380, 320, 260, 120, 120, paint);
        paint.Color = Hair;
        canvas.DrawCircle(210, 220, 118, paint);
        paint.Color = Skin;
        canvas.DrawRect(180, 320, 60, 80, paint);
        canvas.DrawOval(210, 240, 96, 116, paint);
    }

    private static void Lines(SKCanvas canvas)
    {
        canvas.Clear(Paper);
        using var paint = new SKPaint { IsAntialias = true, Color = Ink };
        canvas.DrawRect(190, 70, 220, 26, paint);
        for (var i = 0; i < 16; i++) canvas.DrawRect(80, 150 + i * 32, i % 5 == 4 ? 260 : 440, 8, paint);
        paint.Color = Seal;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 8;
        canvas.DrawCircle(430, 700, 62, paint);
    }
}
