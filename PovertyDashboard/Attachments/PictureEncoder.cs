using System.Security.Cryptography;
using SkiaSharp;

namespace PovertyDashboard.Attachments;

/// <summary>A picture as it is kept: upright, shrunk, JPEG, without any metadata.</summary>
public sealed record EncodedPicture(byte[] Picture, byte[] Thumbnail, int Width, int Height, string Sha256);

/// <summary>Reads an uploaded picture and encodes it anew (照片处理): only pixels survive, so neither place, camera nor a hidden payload does.</summary>
public static class PictureEncoder
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int MaxSide = 1600;
    public const int ThumbSide = 240;
    private const int Quality = 80;

    /// <summary>A camera of 2020 takes up to 108 megapixels; beyond that a small file may hide gigabytes of pixels.</summary>
    private const long MaxPixels = 120_000_000;

    /// <summary>The encoded picture, or a sentence that says why the bytes were refused.</summary>
    public static (EncodedPicture? Picture, string Fault) Encode(byte[] bytes)
    {
        if (bytes.Length == 0) return (null, "照片：文件是空的。请重新拍照或选择照片。");
        if (bytes.Length > MaxBytes) return (null, $"照片：超过 10 MB（{bytes.Length / 1024.0 / 1024.0:0.0} MB）。请选择较小的照片。");
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null) return (null, "照片：不是能识别的照片。请选择 JPG、PNG 或 WEBP 格式的照片。");
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels) return (null, $"照片：像素太多（{codec.Info.Width}×{codec.Info.Height}）。请选择较小的照片。");

        using var decoded = Decode(codec);
        if (decoded is null) return (null, "照片：内容已损坏，读不出来。请重新拍照或选择照片。");
        using var upright = Upright(decoded, codec.EncodedOrigin);
        using var full = Fit(upright, MaxSide);
        using var thumb = Fit(full, ThumbSide);
        var picture = Jpeg(full);
        return (new EncodedPicture(picture, Jpeg(thumb), full.Width, full.Height, Convert.ToHexStringLower(SHA256.HashData(picture))), "");
    }

    /// <summary>Decodes at the smallest size that the format offers above the wanted one: a large JPEG needs little memory then.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var size = Enumerable.Range(1, 8).Select(eighths => codec.GetScaledDimensions(eighths / 8f)).FirstOrDefault(s => Math.Max(s.Width, s.Height) >= MaxSide, codec.Info.Size);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput) return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>Turns the picture as the camera's EXIF orientation says, on white (JPEG has no transparency).</summary>
    private static SKBitmap Upright(SKBitmap source, SKEncodedOrigin origin)
    {
        var (w, h) = (source.Width, source.Height);
        var swaps = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(new SKImageInfo(swaps ? h : w, swaps ? w : h, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        canvas.DrawBitmap(source, 0, 0, SKSamplingOptions.Default);
        return upright;
    }

    private static SKBitmap Fit(SKBitmap source, int side)
    {
        var scale = Math.Min(1.0, (double)side / Math.Max(source.Width, source.Height));
        var info = source.Info.WithSize(Math.Max(1, (int)Math.Round(source.Width * scale)), Math.Max(1, (int)Math.Round(source.Height * scale)));
        return source.Resize(info, new SKSamplingOptions(SKCubicResampler.Mitchell)) ?? throw new InvalidOperationException("The picture could not be resized.");
    }

    private static byte[] Jpeg(SKBitmap bitmap)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }
}
