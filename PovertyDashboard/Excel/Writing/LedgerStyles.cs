using ClosedXML.Excel;

namespace PovertyDashboard.Excel.Writing;

/// <summary>The cell styles of a ledger sheet.</summary>
internal static class LedgerStyles
{
    public static void DataCell(IXLStyle style, SheetColumn column)
    {
        SetFormat(style, column.Format);
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.WrapText = column.Format.Kind == CellFormatKind.Text;
        style.Alignment.Horizontal = column.Format.Kind switch
        {
            CellFormatKind.Text => XLAlignmentHorizontalValues.Left,
            CellFormatKind.Date or CellFormatKind.Month => XLAlignmentHorizontalValues.Center,
            _ => XLAlignmentHorizontalValues.Right,
        };
    }

    /// <summary>The label 合计, which may be merged over several columns.</summary>
    public static void TotalLabel(IXLStyle style)
    {
        SetFormat(style, CellFormat.Text);
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
    }

    /// <summary>A line over all columns: head lines and sign-off.</summary>
    public static void Line(IXLStyle style)
    {
        SetFormat(style, CellFormat.Text);
        style.Alignment.WrapText = false;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
    }

    public static void Header(IXLStyle style, SheetColumn column)
    {
        SetFormat(style, CellFormat.Text);
        style.Font.Bold = true;
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.WrapText = true;
        style.Fill.BackgroundColor = XLColor.FromTheme(XLThemeColor.Background1, -0.15);
        if (column.Required)
        {
            style.Font.FontColor = XLColor.DarkRed;
        }
        Border(style);
    }

    // Setting OutsideBorder of a whole column takes ClosedXML seconds; the four sides of a cell do not.
    public static void Border(IXLStyle style)
    {
        style.Border.LeftBorder = XLBorderStyleValues.Thin;
        style.Border.RightBorder = XLBorderStyleValues.Thin;
        style.Border.TopBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
    }

    // Only the built-in text format keeps what is typed as text in every program.
    private static void SetFormat(IXLStyle style, CellFormat format)
    {
        if (format.Code is null)
        {
            style.NumberFormat.NumberFormatId = (int)XLPredefinedFormat.Number.Text;
        }
        else
        {
            style.NumberFormat.Format = format.Code;
        }
    }
}
