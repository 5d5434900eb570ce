using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.VisualBasic.FileIO;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using Column = PovertyDashboard.Ledgers.Column;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>
/// Compares what an import has left in the store with the cells of its file, by the ledger's declaration but without the reader and
/// parser of the product: the file is read by Microsoft's own library, and each value is understood here once more.
/// </summary>
internal static partial class StoredValues
{
    private static readonly ColumnKind[] Compared =
        [ColumnKind.PersonId, ColumnKind.HouseholdNumber, ColumnKind.BankCard, ColumnKind.Phone, ColumnKind.Date, ColumnKind.Month, ColumnKind.Money, ColumnKind.PersonName];

    private static readonly string[] Blank = ["", "/", "—", "-", "无", "空", "长期"];

    /// <summary>Every accepted row of the file has a row of its own in the store with the same numbers, days and money; how many values were compared.</summary>
    public static async Task<int> AssertAreTheFilesAsync(ImportSite site, string path, SheetResult sheet)
    {
        var file = Path.GetExtension(path) == ".csv" ? CsvCells(path) : XlsxCells(path, sheet.Sheet);
        var columns = sheet.Columns.Select(match => (match.At, Column: sheet.Ledger!.Columns.FirstOrDefault(c => c.Header == match.Column)))
            .Where(c => c.Column is { IsDerived: false } column && Compared.Contains(column.Kind)).Select(c => (c.At, Column: c.Column!)).ToList();
        Assert.NotEmpty(columns);
        var left = (await site.Site.InStoreAsync(UserIdentity.System, db => sheet.Ledger!.Rows(db).AsNoTracking().ToListAsync())).Select(row => columns.Select(c => TextOf(c.Column, c.Column.Get(row))).ToArray()).ToList();
        var count = 0;
        foreach (var row in sheet.Rows.Where(r => r.Fate is RowFate.Added or RowFate.Updated or RowFate.Unchanged))
        {
            var wanted = columns.Select(c => Meant(c.Column, file.GetValueOrDefault((row.Row, c.At), ""))).ToArray();
            var found = left.FindIndex(stored => wanted.Zip(stored).All(pair => pair.First.Length == 0 || pair.First == pair.Second));
            Assert.True(found >= 0, $"{Path.GetFileName(path)}, row {row.Row}: no stored row has {string.Join(" | ", columns.Select(c => c.Column.Header).Zip(wanted))}");
            left.RemoveAt(found);
            count += wanted.Count(w => w.Length > 0);
        }

        return count;
    }

    private static string TextOf(Column column, object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What a person would understand the cell to say.</summary>
    private static string Meant(Column column, string written)
    {
        var text = string.Concat(written.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '\''));
        if (Array.Exists(Blank, b => b == text)) return "";
        switch (column.Kind)
        {
            case ColumnKind.Date when Day().Match(text) is { Success: true } day:
                return string.Create(CultureInfo.InvariantCulture, $"{day.Groups["y"].Value}-{int.Parse(day.Groups["m"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(day.Groups["d"].Value, CultureInfo.InvariantCulture):00}");
            case ColumnKind.Month when Month().Match(text) is { Success: true } month:
                return string.Create(CultureInfo.InvariantCulture, $"{month.Groups["y"].Value}{int.Parse(month.Groups["m"].Value, CultureInfo.InvariantCulture):00}");
            case ColumnKind.Date or ColumnKind.Month:
                // Days without a year take it from elsewhere.
                return "";
            case ColumnKind.Money:
                var amount = Amount().Match(text.Replace(",", "", StringComparison.Ordinal));
                Assert.True(amount.Success, $"“{written}” is no amount.");
                var yuan = decimal.Parse(amount.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture) * (amount.Groups["w"].Success ? 10_000 : 1);
                return ((long)Math.Round(yuan * 100, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture);
            case ColumnKind.PersonName:
                return text;
            default:
                return text.ToUpperInvariant();
        }
    }

    private static Dictionary<(int Row, int Column), string> XlsxCells(string path, string sheet)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart!;
        var strings = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray() ?? [];
        var formats = book.WorkbookStylesPart?.Stylesheet;
        var custom = formats?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!) ?? [];
        var dates = formats?.CellFormats?.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value ?? 0).Select(id => custom.TryGetValue(id, out var code) ? code.Contains('y', StringComparison.OrdinalIgnoreCase) : id is (>= 14 and <= 17) or 22 or 31 or 57).ToArray() ?? [];
        var from = book.Workbook.WorkbookProperties?.Date1904?.Value == true ? 1462 : 0;
        var part = (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().First(s => s.Name == sheet).Id!);
        return part.Worksheet.Descendants<Cell>().ToDictionary(c => PlaceOf(c.CellReference!.Value!), c => TextOf(c));

        string TextOf(Cell cell) => cell.DataType?.Value switch
        {
            CellValues.SharedString => cell.CellValue is { } at ? strings[int.Parse(at.Text, CultureInfo.InvariantCulture)] : "",
            CellValues.InlineString => cell.InlineString?.InnerText ?? "",
            CellValues.String => cell.CellValue?.Text ?? "",
            _ when cell.CellValue is { } value && cell.StyleIndex is { } style && style < dates.Length && dates[style.Value] => DateTime.FromOADate(double.Parse(value.Text, CultureInfo.InvariantCulture) + from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => cell.CellValue?.Text ?? "",
        };
    }

    private static (int Row, int Column) PlaceOf(string reference)
    {
        var letters = string.Concat(reference.TakeWhile(char.IsAsciiLetter));
        return (int.Parse(reference[letters.Length..], CultureInfo.InvariantCulture), letters.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1);
    }

    private static Dictionary<(int Row, int Column), string> CsvCells(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var encoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
        string text;
        try
        {
            text = encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            text = Excel.CsvEdit.Gbk.GetString(bytes);
        }

        using var parser = new TextFieldParser(new StringReader(text)) { Delimiters = [","], TrimWhiteSpace = false };
        var cells = new Dictionary<(int, int), string>();
        while (!parser.EndOfData)
        {
            var row = (int)parser.LineNumber;
            var fields = parser.ReadFields()!;
            for (var column = 0; column < fields.Length; column++) cells[(row, column)] = fields[column].StartsWith("=\"", StringComparison.Ordinal) ? fields[column][2..^1] : fields[column];
        }

        return cells;
    }

    [GeneratedRegex(@"^(?<y>\d{4})((?<m>\d\d)(?<d>\d\d)|\D+(?<m>\d{1,2})\D+(?<d>\d{1,2})日?)$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?<y>\d{4})\D?(?<m>\d{1,2})(\D.*)?$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<n>-?[\d.]+([Ee][-+]?\d+)?)(?<w>万)?元?$")]
    private static partial Regex Amount();
}
