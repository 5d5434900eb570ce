using System.Text;
using QRCoder;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>An address as a QR code (二维码), drawn as one path in the colour of the text around it.</summary>
internal static class QrSvg
{
    public static (string Path, int Size) Draw(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var modules = code.ModuleMatrix;
        for (var y = 0; y < modules.Count; y++)
            for (var x = 0; x < modules.Count; x++)
                if (modules[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (path.ToString(), modules.Count);
    }
}
