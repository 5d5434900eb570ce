using PovertyDashboard.Attachments;
using SkiaSharp;

namespace PovertyDashboard.Tests.Attachments;

public sealed class PictureEncoderTests
{
    [Fact]
    public void A_large_picture_is_shrunk_and_gets_a_thumbnail()
    {
        var (picture, fault) = PictureEncoder.Encode(TestPictures.Jpeg(4000, 3000));
        Assert.Equal("", fault);
        Assert.Equal((1600, 1200), (picture!.Width, picture.Height));
        using var thumb = SKBitmap.Decode(picture.Thumbnail);
        Assert.Equal((240, 180), (thumb.Width, thumb.Height));
        Assert.Equal([0xFF, 0xD8, 0xFF], picture.Picture[..3]);
    }

    [Fact]
    public void A_small_picture_keeps_its_size()
    {
        var (picture, _) = PictureEncoder.Encode(TestPictures.Png(120, 80));
        Assert.Equal((120, 80), (picture!.Width, picture.Height));
    }

    [Theory]
    [InlineData(1, 300, 200, 0.25, 0.25)]
    [InlineData(3, 300, 200, 0.75, 0.75)]
    [InlineData(6, 200, 300, 0.75, 0.25)]
    [InlineData(8, 200, 300, 0.25, 0.75)]
    public void The_picture_stands_upright_however_the_camera_was_held(byte orientation, int width, int height, double redX, double redY)
    {
        var (picture, _) = PictureEncoder.Encode(TestPictures.WithExif(TestPictures.Jpeg(300, 200), orientation));
        Assert.Equal((width, height), (picture!.Width, picture.Height));
        var red = TestPictures.ColourAt(picture.Picture, redX, redY);
        var white = TestPictures.ColourAt(picture.Picture, 1 - redX, 1 - redY);
        Assert.True(red is { Red: > 200, Green: < 80 } && white is { Red: > 200, Green: > 200 }, $"{red} {white}");
    }

    [Fact]
    public void Nothing_of_the_cameras_data_is_kept()
    {
        var upload = TestPictures.WithExif(TestPictures.Jpeg(300, 200), 6);
        Assert.True(upload.AsSpan().IndexOf("GPS-SECRET"u8) > 0);
        var (picture, _) = PictureEncoder.Encode(upload);
        Assert.True(picture!.Picture.AsSpan().IndexOf("GPS-SECRET"u8) < 0);
        Assert.True(picture.Picture.AsSpan().IndexOf("Exif"u8) < 0);
    }

    public static TheoryData<byte[], string> Hostile => new()
    {
        { [], "空的" },
        { "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "不是能识别的照片" },
        { "<html><script>alert(1)</script></html>"u8.ToArray(), "不是能识别的照片" },
        { [0x4D, 0x5A, 0x90, 0, 1, 2, 3], "不是能识别的照片" },
        { [.. "PK\u0003\u0004"u8, 0, 0, 0, 0], "不是能识别的照片" },
        { TestPictures.Jpeg(300, 200)[..40], "照片" },
        { new byte[PictureEncoder.MaxBytes + 1], "超过 10 MB" },
        { TestPictures.Bomb(), "像素太多" },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void What_is_no_picture_is_refused_with_a_sentence(byte[] bytes, string says)
    {
        var (picture, fault) = PictureEncoder.Encode(bytes);
        Assert.Null(picture);
        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.Contains("请", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_behind_a_picture_does_not_come_through()
    {
        byte[] polyglot = [.. TestPictures.Jpeg(300, 200), .. "<script>alert(1)</script>"u8];
        var (picture, _) = PictureEncoder.Encode(polyglot);
        Assert.True(picture!.Picture.AsSpan().IndexOf("<script>"u8) < 0);
    }
}
