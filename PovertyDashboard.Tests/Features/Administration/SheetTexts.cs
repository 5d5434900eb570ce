using PovertyDashboard.Tests.Excel.Writing;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>The texts of a workbook that the site has sent.</summary>
internal static class SheetTexts
{
    public static IReadOnlyList<string> Of(byte[] file) => [.. WrittenSheet.Read(file).SelectMany(row => row.Cells).Select(cell => cell.Raw ?? "")];
}
