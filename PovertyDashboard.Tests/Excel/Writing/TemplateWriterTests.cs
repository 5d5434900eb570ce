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
            new() { Header = "人数", Format = CellFormat.Integer },
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

        Assert.Equal("18 位", workbook.Worksheet(1).Cell(3, 2).Comment.Text);
        Assert.Equal("以元为单位", workbook.Worksheet(1).Cell(4, 5).Comment.Text);
        Assert.Equal("必填。", workbook.Worksheet(1).Cell(3, 8).Comment.Text);
        Assert.DoesNotContain(">" + Environment.UserName + "<", await comments.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_keeps_to_the_schema() => WrittenSheet.AssertValid(await File());
}
