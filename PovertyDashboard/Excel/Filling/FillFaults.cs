using System.Globalization;

namespace PovertyDashboard.Excel.Filling;

/// <summary>The sentences with which the filling of a form is refused: what is wrong, and what to do.</summary>
internal static class FillFaults
{
    public const string TooManyRows = "明细行：行数超过 Excel 单个工作表的上限（1,048,576 行）。请选择小一些的地区，或给明细行加一个指标条件。";
    public const string Changed = "明细行：填写期间台账有变动。请再填写一次。";
    public const string NotXlsx = "套表要用 .xlsx 工作簿，这是文本文件。请在 WPS 或 Excel 中另存为 .xlsx 后再上传。";

    public static string BlockInMerge(string sheet, int row, string range) => string.Create(CultureInfo.InvariantCulture,
        $"明细行：工作表「{sheet}」第 {row} 行在跨行的合并单元格 {range} 里，不能按行重复。请在 WPS 或 Excel 中取消这处合并，或选择别的行。");

    public static string NoSheet(string sheet) => $"工作簿里没有工作表「{sheet}」。请改回原来的表名后重新上传，或移除放在这张表里的内容。";
}
