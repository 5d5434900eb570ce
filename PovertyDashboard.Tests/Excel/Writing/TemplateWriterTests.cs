using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Writing;

public sealed class TemplateWriterTests
{
    private static readonly SheetSpec Spec = new()
    {
        Title = "问题整改台账",
        HeadLines = ["填报单位：          填报日期：          "],
        SheetName = "整改台账",
        SignOff = "制表人：",
        Columns =
        [
            new() { Header = "村", Required = true, Choices = [.. Enumerable.Range(1, 80).Select(i => $"第{i}个村民委员会")] },
            new() { Header = "身份证号", Width = 22, Note = "18 位" },
            new() { Header = "状态", Choices = ["待交办", "已销号"] },
            new() { Header = "来源", Choices = ["自查,排查", "其他"] },
            new() { Header = "金额", Group = "申报", Format = CellFormat.Money, Note = "以元为单位" },
            new() { Header = "工日", Group = "申报", Format = CellFormat.Decimal(1) },
            new() { Header = "人数", Format = CellFormat.Integer, Smallest = 0, Largest = 12 },
            new() { Header = "发现日期", Format = CellFormat.Date, Required = true },
            new() { Header = "月份", Format = CellFormat.Month },
        ],
    };

    private static async Task<byte[]> File()
    {
        using var file = new MemoryStream();
        await TemplateWriter.WriteAsync(new ForwardOnlyStream(file), Spec, CancellationToken.None);
        return file.ToArray();
    }

    [Fact]
    public async Task The_own_reader_finds_the_header_and_tells_the_other_sheets_apart()
    {
        using var workbook = Opening.Of(await File()).Workbook!;
        var rows = workbook.Sheets[0].Rows(CancellationToken.None).ToList();

        Assert.Equal(["整改台账", TemplateWriter.HelpSheetName, "选项"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([false, false, true], workbook.Sheets.Select(sheet => sheet.Hidden));
        Assert.Equal(4, rows.Count);
        Assert.Equal(["村", "身份证号", "状态", "来源", "申报", "", "人数", "发现日期", "月份"], rows[2].Cells.Select(cell => cell.Raw));
        Assert.Equal(["金额", "工日"], rows[3].Cells.Skip(4).Select(cell => cell.Raw));
        Assert.Contains(workbook.Sheets[1].Rows(CancellationToken.None), row => row[0].Raw == "申报 / 金额" && row[4].Raw == "以元为单位");
    }

    [Fact]
    public async Task Each_column_has_its_check_over_500_rows()
    {
        using var workbook = new XLWorkbook(new MemoryStream(await File()));
        var checks = workbook.Worksheet(1).DataValidations.ToDictionary(check => check.Ranges.Single().RangeAddress.ToString()!, StringComparer.Ordinal);

        Assert.Equal(XLAllowedValues.List, checks["A5:A504"].AllowedValues);
        Assert.Contains("选项", checks["A5:A504"].Value, StringComparison.Ordinal);
        Assert.Equal("\"待交办,已销号\"", checks["C5:C504"].Value);
        Assert.Contains("选项", checks["D5:D504"].Value, StringComparison.Ordinal);
        Assert.Equal(XLAllowedValues.Decimal, checks["E5:E504"].AllowedValues);
        Assert.Equal(XLAllowedValues.Decimal, checks["F5:F504"].AllowedValues);
        Assert.Equal(XLAllowedValues.WholeNumber, checks["G5:G504"].AllowedValues);
        Assert.Equal(("0", "12", "人数：请填写0 至 12 的整数。"), (checks["G5:G504"].MinValue, checks["G5:G504"].MaxValue, checks["G5:G504"].ErrorMessage));
        Assert.Equal(XLAllowedValues.Date, checks["H5:H504"].AllowedValues);
        Assert.Equal("18 位", checks["B5:B504"].InputMessage);
        Assert.Equal("第80个村民委员会", workbook.Worksheet("选项").Cell(80, 1).GetString());
    }

    [Fact]
    public async Task What_is_typed_in_takes_the_format_of_its_column()
    {
        using var workbook = new XLWorkbook(new MemoryStream(await File()));
        var sheet = workbook.Worksheet(1);

        Assert.Equal((int)XLPredefinedFormat.Number.Text, sheet.Cell(5, 2).Style.NumberFormat.NumberFormatId);
        Assert.Equal("yyyy-mm-dd", sheet.Cell(300, 8).Style.NumberFormat.Format);
        Assert.Equal((int)XLPredefinedFormat.Number.Text, sheet.Cell(400, 9).Style.NumberFormat.NumberFormatId);
        Assert.Equal("#,##0.00", sheet.Cell(5, 5).Style.NumberFormat.Format);
        Assert.Equal(22, sheet.Cell(1, 1).Style.Font.FontSize);
    }

    [Fact]
    public async Task Notes_are_comments_on_the_header_without_an_author()
    {
        var file = await File();
        using var workbook = new XLWorkbook(new MemoryStream(file));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var comments = new StreamReader(zip.Entries.Single(entry => entry.FullName.Contains("comments", StringComparison.Ordinal)).Open(), Encoding.UTF8);

        Assert.Equal("选填。文本。18 位", workbook.Worksheet(1).Cell(3, 2).Comment.Text);
        Assert.Equal("选填。从下拉列表中选择。", workbook.Worksheet(1).Cell(3, 3).Comment.Text);
        Assert.Equal("选填。金额（元），最多 2 位小数。以元为单位", workbook.Worksheet(1).Cell(4, 5).Comment.Text);
        Assert.Equal("必填。日期，例如 2020-08-10。", workbook.Worksheet(1).Cell(3, 8).Comment.Text);
        Assert.DoesNotContain(">" + Environment.UserName + "<", await comments.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_and_header_are_protected_and_everything_else_is_free()
    {
        using var workbook = new XLWorkbook(new MemoryStream(await File()));
        var sheet = workbook.Worksheet(1);

        Assert.True(sheet.Protection.IsProtected);
        Assert.All(new[] { (1, 1), (3, 1), (3, 5), (4, 5), (4, 6), (3, 9), (4, 9) }, at => Assert.True(sheet.Cell(at.Item1, at.Item2).Style.Protection.Locked));
        // The head lines are for the office to fill in.
        Assert.All(new[] { (2, 1), (5, 1), (24, 9), (25, 3), (900, 2) }, at => Assert.False(sheet.Cell(at.Item1, at.Item2).Style.Protection.Locked));
        Assert.True(sheet.Protection.AllowedElements.HasFlag(XLSheetProtectionElements.InsertRows | XLSheetProtectionElements.DeleteRows | XLSheetProtectionElements.FormatColumns));
        Assert.False(workbook.Worksheet(2).Protection.IsProtected);
    }

    [Fact]
    public async Task The_file_keeps_to_the_schema() => WrittenSheet.AssertValid(await File());
}
