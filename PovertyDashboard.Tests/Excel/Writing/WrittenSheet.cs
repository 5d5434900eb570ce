using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Writing;

/// <summary>Writes sheets into memory through a stream that behaves like a response body.</summary>
internal static class WrittenSheet
{
    public static async Task<byte[]> Xlsx<T>(SheetSpec spec, IEnumerable<T> rows, Action<T, RowWriter> write)
    {
        using var file = new MemoryStream();
        var count = await SheetWriter.WriteAsync(new ForwardOnlyStream(file), spec, rows.ToAsyncEnumerable(), write, CancellationToken.None);
        Assert.Equal(rows.LongCount(), count);
        return file.ToArray();
    }

    public static async Task<byte[]> Csv<T>(SheetSpec spec, IEnumerable<T> rows, Action<T, RowWriter> write)
    {
        using var file = new MemoryStream();
        var count = await CsvSheetWriter.WriteAsync(new ForwardOnlyStream(file), spec, rows.ToAsyncEnumerable(), write, CancellationToken.None);
        Assert.Equal(rows.LongCount(), count);
        return file.ToArray();
    }

    public static List<SheetRow> Read(byte[] file) => Opening.Rows(file, "x", ReadLimits.Verb with { CellCharacters = 32_767 });

    /// <summary>Microsoft's own validator finds nothing that Excel would want to repair.</summary>
    public static void AssertValid(byte[] file) => Assert.Empty(ErrorsOf(file));

    /// <summary>What Microsoft's own validator finds.</summary>
    public static IReadOnlyList<string> ErrorsOf(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }
}
