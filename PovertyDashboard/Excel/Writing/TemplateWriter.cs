using System.IO.Compression;
using ClosedXML.Excel;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Writes the blank workbook of a ledger (空表模板): header, notes, drop-downs, checks and a second sheet that explains the columns.</summary>
public static class TemplateWriter
{
    /// <summary>The sheet that explains the columns; importers pass it over.</summary>
    public const string HelpSheetName = "填写说明";

    private const string ChoiceSheetName = "选项";
    private const int CheckedRows = 500;

    // Enough for one page, since blank sheets are also printed and filled in by hand.
    private const int RuledRows = 20;

    // Excel's limits for a comment's caption and text, and for a list written into the check itself.
    private const int LongestCaption = 32;
    private const int LongestMessage = 255;
    private const int LongestInlineList = 255;

    // More than any amount of a township.
    private const decimal AnyNumber = 1e12m;

    public static async Task WriteAsync(Stream output, SheetSpec spec, CancellationToken ct)
    {
        var staged = new StagedOutput(output);
        using (var zip = new ZipArchive(staged, ZipArchiveMode.Create, leaveOpen: true))
        {
            var package = Draw(spec);
            package.WriteOtherParts(zip);
            package.Sheets[0].Write(zip);
            package.WriteBook(zip, [(SheetGeometry.Of(spec), null)]);
        }
        await staged.PassOnAsync(ct);
    }

    private static SheetPackage Draw(SheetSpec spec)
    {
        using (var workbook = LedgerLayout.NewBook())
        {
            var sheet = LedgerLayout.Draw(workbook, spec with { SignOff = null }, styleColumns: true);
            var geometry = SheetGeometry.Of(spec);
            TemplateHelp.Draw(workbook.AddWorksheet(HelpSheetName), spec, geometry);
            var choices = new Lazy<IXLWorksheet>(() => workbook.AddWorksheet(ChoiceSheetName).Hide());
            for (var i = 0; i < spec.Columns.Count; i++)
            {
                var column = spec.Columns[i];
                var rows = sheet.Range(geometry.FirstDataRow, i + 1, geometry.FirstDataRow + CheckedRows - 1, i + 1);
                var ruled = sheet.Range(geometry.FirstDataRow, i + 1, geometry.FirstDataRow + RuledRows - 1, i + 1);
                LedgerStyles.DataCell(ruled.Style, column);
                LedgerStyles.Border(ruled.Style);
                Check(rows.SetDataValidation(), column, i + 1, choices);
                var header = column.Group is null ? geometry.FirstHeaderRow : geometry.LastHeaderRow;
                // ClosedXML would name the account that runs the server as author.
                sheet.Cell(header, i + 1).Comment.SetAuthor("").AddText(NoteOf(column));
            }
            Protect(sheet, geometry);
            return SheetPackage.Of(workbook, sheets: 1);
        }
    }

    /// <summary>
    /// Keeps title and header as they are, since by them the sheet is recognised; what stands below is free, and so are the head lines.
    /// Without a password: it guards against slips, not against people.
    /// </summary>
    private static void Protect(IXLWorksheet sheet, SheetGeometry geometry)
    {
        sheet.Range(SheetGeometry.TitleRow, 1, SheetGeometry.TitleRow, geometry.Columns).Style.Protection.Locked = true;
        sheet.Range(geometry.FirstHeaderRow, 1, geometry.LastHeaderRow, geometry.Columns).Style.Protection.Locked = true;
        sheet.Protect().AllowedElements =
            XLSheetProtectionElements.SelectEverything | XLSheetProtectionElements.FormatCells | XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.FormatRows
            | XLSheetProtectionElements.InsertRows | XLSheetProtectionElements.DeleteRows | XLSheetProtectionElements.Sort | XLSheetProtectionElements.AutoFilter;
    }

    private static void Check(IXLDataValidation check, SheetColumn column, int number, Lazy<IXLWorksheet> choices)
    {
        if (column.Choices.Count > 0)
        {
            AllowOnly(check, column.Choices, number, choices);
            check.ErrorMessage = $"{column.Header}：请从下拉列表中选择。";
        }
        else if (column.Format.Kind == CellFormatKind.Date)
        {
            check.Date.Between(new DateTime(1900, 1, 1), new DateTime(2100, 12, 31));
            check.ErrorMessage = $"{column.Header}：请填写日期，例如 2020-08-10。";
        }
        else if (column.Format.Kind == CellFormatKind.Integer)
        {
            check.WholeNumber.Between((int)(column.Smallest ?? int.MinValue), (int)(column.Largest ?? int.MaxValue));
            check.ErrorMessage = $"{column.Header}：请填写{Bounds(column)}整数。";
        }
        else if (column.Format.IsNumber)
        {
            check.Decimal.Between((double)(column.Smallest ?? -AnyNumber), (double)(column.Largest ?? AnyNumber));
            check.ErrorMessage = $"{column.Header}：请填写{Bounds(column)}数字，不要带单位。";
        }
        check.IgnoreBlanks = true;
        check.ErrorTitle = "填写有误";
        if (Advice(column) is { Length: > 0 } advice)
        {
            check.InputTitle = Cut(column.Header, LongestCaption);
            check.InputMessage = Cut(advice, LongestMessage);
        }
    }

    private static void AllowOnly(IXLDataValidation check, IReadOnlyList<string> values, int number, Lazy<IXLWorksheet> choices)
    {
        var inline = string.Join(',', values);
        if (inline.Length <= LongestInlineList && !values.Any(value => value.AsSpan().ContainsAny(',', '"')))
        {
            check.List($"\"{inline}\"", inCellDropdown: true);
            return;
        }
        var sheet = choices.Value;
        for (var i = 0; i < values.Count; i++)
        {
            sheet.Cell(i + 1, number).SetValue<string>(values[i]);
        }
        check.List(sheet.Range(1, number, values.Count, number), inCellDropdown: true);
    }

    private static string Bounds(SheetColumn column) => (column.Smallest, column.Largest) switch
    {
        ({ } low, { } high) => $"{low:0.##} 至 {high:0.##} 的",
        ({ } low, null) => $"不小于 {low:0.##} 的",
        (null, { } high) => $"不大于 {high:0.##} 的",
        _ => "",
    };

    /// <summary>What the comment on the header says of its column.</summary>
    private static string NoteOf(SheetColumn column) =>
        (column.Required ? "必填。" : "选填。") + (column.Choices.Count > 0 ? "从下拉列表中选择。" : $"{TemplateHelp.FormatName(column.Format)}。") + column.Note;

    private static string Advice(SheetColumn column) =>
        (column.Required ? "必填。" : "") + (column.Note ?? (column.Format.Kind == CellFormatKind.Month ? "填写年月，例如 2020-08。" : ""));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
