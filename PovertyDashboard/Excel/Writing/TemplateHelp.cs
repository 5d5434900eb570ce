using System.Globalization;
using ClosedXML.Excel;

namespace PovertyDashboard.Excel.Writing;

/// <summary>The sheet of a blank template that explains each column (填写说明).</summary>
internal static class TemplateHelp
{
    private const int ShownChoices = 20;
    private static readonly (string Header, int Width)[] Columns = [("列", 26), ("必填", 8), ("格式", 28), ("可选值", 50), ("说明", 50)];

    public static void Draw(IXLWorksheet sheet, SheetSpec spec, SheetGeometry geometry)
    {
        string[] rules =
        [
            $"请在「{SheetNames.Clean(spec.SheetName)}」表中从第 {geometry.FirstDataRow.ToString(CultureInfo.InvariantCulture)} 行开始填写，一行一条，不要改动表头。",
            "身份证号、银行账号等长数字已设为文本格式，直接录入即可；从别处粘贴时请选择「只粘贴值」。",
            "本页只供阅读，导入时不读取。",
        ];
        LedgerLayout.FitToPaper(sheet.PageSetup);
        var row = 1;
        foreach (var rule in rules)
        {
            sheet.Cell(row++, 1).SetValue<string>(rule);
        }
        row++;
        for (var i = 0; i < Columns.Length; i++)
        {
            sheet.Column(i + 1).Width = Columns[i].Width;
            var header = sheet.Cell(row, i + 1).SetValue<string>(Columns[i].Header).Style;
            header.Font.Bold = true;
            LedgerStyles.Border(header);
        }
        foreach (var column in spec.Columns)
        {
            row++;
            DrawRow(sheet, row, column);
        }
    }

    private static void DrawRow(IXLWorksheet sheet, int row, SheetColumn column)
    {
        string[] texts =
        [
            column.Group is null ? column.Header : $"{column.Group} / {column.Header}",
            column.Required ? "是" : "",
            FormatName(column.Format),
            string.Join('、', column.Choices.Take(ShownChoices)) + (column.Choices.Count > ShownChoices ? " 等" : ""),
            column.Note ?? "",
        ];
        for (var i = 0; i < texts.Length; i++)
        {
            var style = sheet.Cell(row, i + 1).SetValue<string>(texts[i]).Style;
            LedgerStyles.Line(style);
            style.Alignment.WrapText = true;
            style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            LedgerStyles.Border(style);
        }
        sheet.Row(row).Height = RowHeights.Of(texts.Select((text, i) => RowHeights.Lines(text, Columns[i].Width)).Max());
    }

    internal static string FormatName(CellFormat format) => format.Kind switch
    {
        CellFormatKind.Integer => "整数",
        CellFormatKind.Decimal => format.Scale == 0 ? "整数" : $"数字，最多 {format.Scale.ToString(CultureInfo.InvariantCulture)} 位小数",
        CellFormatKind.Money => "金额（元），最多 2 位小数",
        CellFormatKind.Date => "日期，例如 2020-08-10",
        CellFormatKind.Month => "年月，例如 2020-08",
        _ => "文本",
    };
}
