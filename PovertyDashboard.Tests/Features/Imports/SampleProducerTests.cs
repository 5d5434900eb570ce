using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The eight sample ledgers as other programs write them: the same fates, and in the store what stands in the file.</summary>
public sealed class SampleProducerTests : IAsyncLifetime
{
    private const int FewestValues = 20_000, DaysBefore1904 = 1462;
    private const uint ShortDate = 14;
    private readonly ImportSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public Task As_they_are() => KeepAsync(SampleFates.Files.Select(Samples.PathOf));

    [Fact]
    public async Task Saved_anew_by_LibreOffice() => await KeepAsync(await LibreOffice.ConvertAsync("xlsx", Xlsx()));

    [Fact]
    public async Task Saved_by_LibreOffice_as_open_documents_and_back() => await KeepAsync(await LibreOffice.ConvertAsync("xlsx", await LibreOffice.ConvertAsync("ods", Xlsx())));

    [Fact]
    public async Task Saved_by_LibreOffice_as_csv() => await KeepAsync(await LibreOffice.ConvertAsync(LibreOffice.Csv, [.. SampleFates.ForCsv.Select(file => SampleFates.AsXlsx(file, _site.Folder))]));

    [Fact]
    public Task Written_by_ClosedXML() => KeepAsync(Xlsx().Select(path => To(path, ".xlsx", target =>
    {
        using var book = new XLWorkbook(path);
        book.SaveAs(target);
    })));

    [Fact]
    public Task With_shared_texts() => KeepAsync(Xlsx().Select(path => Changed(path, (book, cells) =>
    {
        var found = TextsOf(book, cells);
        var table = book.SharedStringTablePart ?? book.AddNewPart<SharedStringTablePart>();
        var texts = new List<string>();
        foreach (var (cell, text) in found)
        {
            (cell.DataType, cell.InlineString, cell.CellValue) = (CellValues.SharedString, null, new CellValue(texts.Count));
            texts.Add(text);
        }

        table.SharedStringTable = new SharedStringTable(texts.Select(t => new SharedStringItem(new Text(t) { Space = SpaceProcessingModeValues.Preserve })));
    })));

    [Fact]
    public Task With_texts_in_the_cells() => KeepAsync(Xlsx().Select(path => Changed(path, (book, cells) =>
    {
        foreach (var (cell, text) in TextsOf(book, cells)) (cell.DataType, cell.CellValue, cell.InlineString) = (CellValues.InlineString, null, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    })));

    [Fact]
    public Task With_days_counted_from_1904() => KeepAsync(Xlsx().Select(path => Changed(path, (book, cells) =>
    {
        book.Workbook.WorkbookProperties = new WorkbookProperties { Date1904 = true };
        var formats = book.WorkbookStylesPart?.Stylesheet.CellFormats?.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value).ToArray() ?? [];
        foreach (var cell in cells.Where(c => c is { DataType: null, CellValue: not null, StyleIndex: not null } && formats[c.StyleIndex.Value] == ShortDate))
            cell.CellValue = new CellValue(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture) - DaysBefore1904);
        // Texts that are dates would hide whether numbers are read.
        foreach (var (cell, text) in TextsOf(book, cells))
            if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1904) (cell.DataType, cell.InlineString, cell.CellValue, cell.StyleIndex) = (null, null, new CellValue(day.ToOADate() - DaysBefore1904), DateStyle(book));
            else (cell.DataType, cell.CellValue, cell.InlineString) = (CellValues.InlineString, null, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    })));

    [Fact]
    public Task Written_by_CsvHelper() => KeepAsync(SampleFates.ForCsv.Select(file => To(file, ".csv", target =>
    {
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { ValidateFieldCount = false }, leaveOpen: true);
        foreach (var row in CsvEdit.Read(Samples.PathOf(file)))
        {
            foreach (var text in row) csv.WriteField(text);
            csv.EndRecord();
        }
    })));

    private string[] Xlsx() => [.. SampleFates.Files.Select(file => SampleFates.AsXlsx(file, _site.Folder))];

    private async Task KeepAsync(IEnumerable<string> paths)
    {
        var compared = await SampleFates.KeepAsync(_site, [.. paths]);
        Assert.True(compared >= FewestValues, $"{compared} values");
    }

    private string To(string path, string extension, Action<string> write)
    {
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(_site.Folder, Guid.NewGuid().ToString("N"))).FullName, Path.ChangeExtension(Path.GetFileName(path), extension));
        write(target);
        return target;
    }

    private string Changed(string path, Action<WorkbookPart, List<Cell>> change) => To(path, ".xlsx", target =>
    {
        File.Copy(path, target);
        using var document = SpreadsheetDocument.Open(target, isEditable: true);
        var book = document.WorkbookPart!;
        change(book, [.. book.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>())]);
    });

    /// <summary>The text cells with what they say, looked up before any is changed.</summary>
    private static List<(Cell Cell, string Text)> TextsOf(WorkbookPart book, List<Cell> cells)
    {
        var strings = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray() ?? [];
        return cells.ConvertAll(cell => (cell, cell.DataType?.Value switch
        {
            CellValues.SharedString when cell.CellValue is { } at => strings[int.Parse(at.Text, CultureInfo.InvariantCulture)],
            CellValues.InlineString => cell.InlineString?.InnerText ?? "",
            CellValues.SharedString or CellValues.InlineString => "",
            _ => null,
        })).FindAll(found => found.Item2 is not null).ConvertAll(found => (found.cell, found.Item2!));
    }

    private static uint DateStyle(WorkbookPart book)
    {
        var sheet = (book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>()).Stylesheet ??= new Stylesheet(new CellFormats(new CellFormat()));
        var formats = sheet.CellFormats ??= new CellFormats(new CellFormat());
        var list = formats.Elements<CellFormat>().ToList();
        var found = list.FindIndex(f => f.NumberFormatId?.Value == ShortDate);
        if (found >= 0) return (uint)found;
        formats.Append(new CellFormat { NumberFormatId = ShortDate, ApplyNumberFormat = true });
        return (uint)list.Count;
    }
}
