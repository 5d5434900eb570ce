using System.Globalization;

namespace PovertyDashboard.Excel.Reading;

/// <summary>The sentences with which a file is refused: what it is, and what to do.</summary>
internal static class ReadFaults
{
    public const string Empty = "这是空文件，没有任何内容。请重新导出或另存后再导入。";
    public const string Xls = "这是旧版 .xls 文件。请在 WPS 或 Excel 中另存为 .xlsx 后再导入。";
    public const string Encrypted = "这个文件设置了打开密码。请在 WPS 或 Excel 中取消密码，另存为 .xlsx 后再导入。";
    public const string Xlsm = "这是带宏的 .xlsm 工作簿。请在 WPS 或 Excel 中另存为不带宏的 .xlsx 后再导入。";
    public const string Xlsb = "这是二进制 .xlsb 工作簿。请在 WPS 或 Excel 中另存为 .xlsx 后再导入。";
    public const string Ods = "这是 .ods 表格文件。请在 WPS 或 Excel 中另存为 .xlsx 后再导入。";
    public const string Word = "这是 Word 文档，不是表格。请把表格粘贴到 WPS 表格或 Excel 中，另存为 .xlsx 后再导入。";
    public const string PowerPoint = "这是演示文稿，不是表格。请导入 .xlsx 或 .csv 文件。";
    public const string Archive = "这是压缩包，不是表格。请先解压，再导入里面的 .xlsx 或 .csv 文件。";
    public const string Pdf = "这是 PDF 文件，不是表格。请向提供者索取 .xlsx 文件后再导入。";
    public const string Picture = "这是图片，不是表格。请导入 .xlsx 或 .csv 文件。";
    public const string Html = "这是网页文件，只是扩展名像表格。请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入。";
    public const string SpreadsheetXml = "这是 XML 表格文件。请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入。";
    public const string Unknown = "无法识别这个文件，它不是 .xlsx 或 .csv 表格。请在 WPS 或 Excel 中另存为 .xlsx 后再导入。";
    public const string Encoding = "无法识别这个文本文件的文字编码。请另存为 .xlsx 或 UTF-8 编码的 .csv 后再导入。";
    public const string Damaged = "文件内容不完整或已损坏。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入。";
    public const string NoSheet = "工作簿里没有可读的工作表。请检查文件后再导入。";

    public static string FileTooBig(ReadLimits limits) =>
        $"文件超过 {Megabytes(limits.FileBytes)} MB。请删除图片或拆分成几个文件后再导入。";

    public static string UnzippedTooBig(ReadLimits limits) =>
        $"文件展开后超过 {Megabytes(limits.UnzippedBytes)} MB。请拆分成几个文件后再导入。";

    public static string TooManyEntries(ReadLimits limits) =>
        $"工作簿内含的部件（图片、附件等）超过 {Count(limits.Entries)} 个。请删除图片后再导入。";

    public static string TooManyRows(string sheet, ReadLimits limits) =>
        $"工作表「{sheet}」：有内容的行超过 {Count(limits.Rows)} 行。请拆分成几个文件后再导入。";

    public static string TooManyColumns(string sheet, int row, ReadLimits limits) =>
        $"工作表「{sheet}」第 {Count(row)} 行：内容超过 {Count(limits.Columns)} 列。请删除多余的列后再导入。";

    public static string TooManySheets(ReadLimits limits) =>
        $"工作簿里的工作表超过 {Count(limits.Entries)} 张。请拆分成几个文件后再导入。";

    public static string TooMuchText(ReadLimits limits) =>
        $"工作簿内的文字超过 {Count(limits.Characters)} 个字。请拆分成几个文件后再导入。";

    public const string TooManyTags =
        "工作簿里的格子（含设了格式的空白格子）太多。请删除数据下方和右侧的空行空列，或拆分成几个文件后再导入。";

    public static string TooManyLines =>
        $"文件超过 {Count(CellRange.MaxRows)} 行（含空行）。请删除空行，或拆分成几个文件后再导入。";

    public static string TooManyMerges(string sheet, ReadLimits limits) =>
        $"工作表「{sheet}」：合并单元格超过 {Count(limits.Merges)} 处。请取消合并后再导入。";

    /// <summary>The rows or cells of a sheet do not follow on each other, so that nobody could say which row a number means.</summary>
    public static string OutOfOrder(string sheet, int row) =>
        $"工作表「{sheet}」第 {Count(row)} 行：行号或单元格重复，或次序颠倒。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入。";

    public static string TooSlow(TimeSpan time) =>
        $"这个文件读了 {Count((long)time.TotalSeconds)} 秒还没有读完，没有写入。请拆分成几个文件后再导入。";

    /// <summary>What the program did not expect; the log says more under the number.</summary>
    public static string Unexpected(string number) =>
        $"文件内容不完整或已损坏。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入；仍然不行时，把编号 {number} 告诉系统管理员。";

    public static string OpenQuote(int row) =>
        $"第 {Count(row)} 行：引号没有成对，或单元格过长。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入。";

    private static string Megabytes(long bytes) => Count(bytes / (1024 * 1024));

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
