using ClosedXML.Excel;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Draws the ledger style (台账样式) with ClosedXML: title, head lines, header rows and the page setup.</summary>
internal static class LedgerLayout
{
    private const string FontName = "宋体";
    private const double TitleHeight = 36;
    private const double CentimetresPerInch = 2.54;
    private const double MarginCentimetres = 2;

    // Excel takes 255 characters for the three parts of a page footer together.
    private const int LongestFooter = 200;

    /// <summary>A workbook without sheets, in the ledger's font.</summary>
    public static XLWorkbook NewBook()
    {
        var workbook = new XLWorkbook();
        // ClosedXML would name the account that runs the server as author.
        workbook.Properties.Author = "";
        workbook.Properties.LastModifiedBy = "";
        workbook.Style.Font.FontName = FontName;
        workbook.Style.Font.FontSize = 11;
        return workbook;
    }

    /// <summary>Adds the sheet without data rows.</summary>
    /// <param name="styleColumns">Whole columns carry the format of their data cells, for sheets that are filled in by hand.</param>
    public static IXLWorksheet Draw(XLWorkbook workbook, SheetSpec spec, bool styleColumns)
    {
        var geometry = SheetGeometry.Of(spec);
        var sheet = workbook.AddWorksheet(SheetNames.Clean(spec.SheetName));
        sheet.RowHeight = RowHeights.Lowest;
        for (var i = 0; i < spec.Columns.Count; i++)
        {
            sheet.Column(i + 1).Width = spec.Columns[i].Width + 1;
            if (styleColumns)
            {
                // Before anything is drawn: a column's style overwrites that of its cells.
                LedgerStyles.DataCell(sheet.Column(i + 1).Style, spec.Columns[i]);
                sheet.Column(i + 1).Style.Protection.Locked = false;
            }
        }
        DrawHead(sheet, spec, geometry);
        DrawHeader(sheet, spec, geometry);
        SetUpPage(sheet, spec, geometry);
        return sheet;
    }

    private static void DrawHead(IXLWorksheet sheet, SheetSpec spec, SheetGeometry geometry)
    {
        var title = sheet.Cell(SheetGeometry.TitleRow, 1).SetValue<string>(spec.Title);
        LedgerStyles.Line(title.Style);
        title.Style.Font.Bold = true;
        title.Style.Font.FontSize = 22;
        title.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        sheet.Row(SheetGeometry.TitleRow).Height = TitleHeight;
        sheet.Range(SheetGeometry.TitleRow, 1, SheetGeometry.TitleRow, geometry.Columns).Merge();
        for (var i = 0; i < spec.HeadLines.Count; i++)
        {
            var row = SheetGeometry.FirstHeadLine + i;
            LedgerStyles.Line(sheet.Cell(row, 1).SetValue<string>(spec.HeadLines[i]).Style);
            sheet.Row(row).Height = RowHeights.Lowest;
            sheet.Range(row, 1, row, geometry.Columns).Merge();
        }
    }

    private static void DrawHeader(IXLWorksheet sheet, SheetSpec spec, SheetGeometry geometry)
    {
        for (var i = 0; i < spec.Columns.Count; i++)
        {
            var column = spec.Columns[i];
            for (var row = geometry.FirstHeaderRow; row <= geometry.LastHeaderRow; row++)
            {
                LedgerStyles.Header(sheet.Cell(row, i + 1).Style, column);
            }
            if (geometry.HeaderRows == 1 || column.Group is not null)
            {
                sheet.Cell(geometry.LastHeaderRow, i + 1).SetValue<string>(column.Header);
            }
            else
            {
                sheet.Cell(geometry.FirstHeaderRow, i + 1).SetValue<string>(column.Header);
                sheet.Range(geometry.FirstHeaderRow, i + 1, geometry.LastHeaderRow, i + 1).Merge();
            }
        }
        DrawGroups(sheet, spec, geometry);
    }

    private static void DrawGroups(IXLWorksheet sheet, SheetSpec spec, SheetGeometry geometry)
    {
        for (var first = 0; first < spec.Columns.Count;)
        {
            var group = spec.Columns[first].Group;
            var next = first + 1;
            while (group is not null && next < spec.Columns.Count && spec.Columns[next].Group == group)
            {
                next++;
            }
            if (group is not null)
            {
                sheet.Cell(geometry.FirstHeaderRow, first + 1).SetValue<string>(group);
                sheet.Range(geometry.FirstHeaderRow, first + 1, geometry.FirstHeaderRow, next).Merge();
            }
            first = next;
        }
    }

    public static void FitToPaper(IXLPageSetup page)
    {
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
    }

    /// <summary>The text at the foot of every page, as page footers have it.</summary>
    public static string FooterOf(SheetSpec spec)
    {
        var footer = spec.Footer ?? "";
        // "&" begins a command there.
        return footer[..Math.Min(footer.Length, LongestFooter)].Replace("&", "&&", StringComparison.Ordinal);
    }

    private static void SetUpPage(IXLWorksheet sheet, SheetSpec spec, SheetGeometry geometry)
    {
        var page = sheet.PageSetup;
        FitToPaper(page);
        page.CenterHorizontally = true;
        const double Margin = MarginCentimetres / CentimetresPerInch;
        page.Margins.SetLeft(Margin).SetRight(Margin).SetTop(Margin).SetBottom(Margin).SetFooter(Margin / 2).SetHeader(Margin / 2);
        page.SetRowsToRepeatAtTop(geometry.FirstHeaderRow, geometry.LastHeaderRow);
        page.Footer.Left.AddText(FooterOf(spec));
        page.Footer.Center.AddText("第&P页 共&N页");
        sheet.SheetView.FreezeRows(geometry.LastHeaderRow);
    }
}
