using PovertyDashboard.Features.Imports;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The same ledgers in the shapes in which other offices send them: every row keeps its fate.</summary>
public sealed class SampleVariantTests
{
    [Fact]
    public Task Columns_in_another_order() => AllKeepTheirFatesAsync(sheet => sheet.ShuffleColumns(seed: 20200831));

    [Fact]
    public Task A_picture_on_the_sheet_and_a_second_sheet_that_explains_the_columns() => AllKeepTheirFatesAsync(sheet =>
    {
        sheet.AddPicture();
        sheet.AddSheet("填表说明", ["户编号", "人口编号", "户主姓名", "姓名", "证件号码", "村", "户主证件号码", "家庭人口数", "与户主关系"], ["3715221161000011", "371522116100001101", "示例", "示例", "371599198001010017", "示例村", "371599198001010017", "3", "户主"]);
        sheet.AddSheet("代码", ["因病", "因残"], ["因学", "缺劳力"]);
    });

    [Fact]
    public Task Headers_by_their_other_names() => AllKeepTheirFatesAsync(sheet => sheet.ChangeTexts(text => Renamed.GetValueOrDefault(text, text), lastRow: sheet.RowBelow("村", 0)));

    [Fact]
    public Task Full_width_digits() => AllKeepTheirFatesAsync(sheet => sheet.ChangeTexts(text => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c))));

    [Fact]
    public async Task Csv_in_the_encoding_of_old_spreadsheet_programs()
    {
        await using var site = new ImportSite();
        await KeepTheirFatesAsync(site, [.. ImportSite.SampleFiles.Select(file =>
        {
            var path = Path.Combine(site.Folder, Path.ChangeExtension(file, ".csv"));
            CsvEdit.Write(path, CsvEdit.Read(Samples.PathOf(file)), CsvEdit.Gbk);
            return path;
        })]);
    }

    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["县"] = "县(市、区、旗)",
        ["乡"] = "乡（镇）",
        ["村"] = "行政村",
        ["户主姓名"] = "户主",
        ["户主"] = "户主姓名",
        ["主要致贫原因"] = "致贫原因1",
        ["家庭人口数"] = "人数",
        ["人口编号"] = "人编号",
        ["劳动技能"] = "劳动能力",
        ["证件号码"] = "身份证号码",
        ["户主证件号码"] = "户主身份证号",
        ["发现日期"] = "发现时间",
        ["整改时限"] = "完成时限",
        ["院外净"] = "房前屋后净",
        ["个人净"] = "个人卫生净",
    };

    private static async Task AllKeepTheirFatesAsync(Action<XlsxEdit> change)
    {
        await using var site = new ImportSite();
        await KeepTheirFatesAsync(site, [.. ImportSite.SampleFiles.Select(Samples.PathOf).Select(path => path.EndsWith(".csv", StringComparison.Ordinal) ? AsXlsx(path, site.Folder) : path).Select(path => XlsxEdit.Copy(path, site.Folder, change))]);
    }

    /// <summary>The csv as a sheet of text cells.</summary>
    private static string AsXlsx(string csv, string folder) =>
        XlsxEdit.Make(Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(csv), ".xlsx")), [.. CsvEdit.Read(csv)]);

    private static async Task KeepTheirFatesAsync(ImportSite site, string[] paths)
    {
        var results = await site.ImportAsync(paths);
        Assert.Equal(paths.Length, results.Count);
        foreach (var (result, file) in results.Zip(ImportSite.SampleFiles))
        {
            Assert.True(result.Rejection.Length == 0, $"{file}: {result.Rejection}");
            var (rows, bad) = Samples.Answer(file);
            var sheet = Assert.Single(result.Sheets);
            Assert.Equal((file, rows), (file, sheet.Read));
            foreach (var (row, column, why) in bad)
                Assert.Contains(Assert.Single(sheet.Rows, r => r.Row == row).Faults, f => NameOf(f.Column) == NameOf(column) && f.Message.Contains(why, StringComparison.Ordinal));
            var others = sheet.Rows.Where(r => r.Fate == RowFate.Refused && bad.All(b => b.Row != r.Row)).ToList();
            Assert.All(others, r => Assert.Contains("户未导入", Assert.Single(r.Faults).Message, StringComparison.Ordinal));
            if (sheet.Ledger?.Key != "members") Assert.True(others.Count == 0, file);
        }
    }

    /// <summary>A fault names the column as the sheet does.</summary>
    private static string NameOf(string header) => Renamed.FirstOrDefault(r => r.Value == header && r.Key != "户主").Key ?? header;
}
