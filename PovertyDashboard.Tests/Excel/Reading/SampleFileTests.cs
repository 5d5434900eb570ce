using System.Text.Json;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Reading;

public sealed class SampleFileTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "data", "samples");

    // Rows before the data (title, head line, header rows) and after it (合计, 制表人).
    [Theory]
    [InlineData("户信息-张寨镇.xlsx", 1, 0)]
    [InlineData("人口信息-张寨镇.xlsx", 1, 0)]
    [InlineData("公益岗台账-张寨镇.xlsx", 4, 2)]
    [InlineData("义诊登记-大杨新村.xlsx", 4, 2)]
    [InlineData("光伏收益-张寨镇.xlsx", 4, 2)]
    [InlineData("双提升用工用料-北城街道.xlsx", 4, 2)]
    [InlineData("六净一规范检查-韩集镇.xlsx", 4, 2)]
    [InlineData("整改台账-北城街道.csv", 1, 0)]
    public void Every_sample_opens_with_all_its_rows(string file, int before, int after)
    {
        using var key = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples, "answer-key.json")));
        var data = key.RootElement.GetProperty(file).GetProperty("rows").GetInt32();
        using var stream = File.OpenRead(Path.Combine(Samples, file));
        using var workbook = SheetReader.Open(stream, file, ReadLimits.Web).Workbook!;

        var rows = workbook.Sheets[0].Rows(CancellationToken.None).ToList();

        Assert.Equal(before + data + after, rows.Count);
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Number));
        Assert.Equal(after > 0, rows.Exists(row => row.Cells.Any(cell => cell.Raw.Contains("合计", StringComparison.Ordinal) && row.Number == before + data + 1)));
        Assert.Equal(after > 0, rows[^1][0].Raw.Contains("制表人", StringComparison.Ordinal));
    }

    [Fact]
    public void The_household_sample_has_its_54_columns_and_keeps_ids_as_text()
    {
        var rows = Opening.Rows(File.ReadAllBytes(Path.Combine(Samples, "户信息-张寨镇.xlsx")), "户信息.xlsx");
        var column = rows[0].Cells.ToList().FindIndex(cell => cell.Raw == "户主证件号码");

        Assert.Equal(54, rows[0].Width);
        Assert.Equal(CellKind.Text, rows[1][column].Kind);
        Assert.Equal(18, rows[1][column].Raw.Length);
    }

    [Fact]
    public void An_id_that_lost_its_digits_still_shows_how_it_was_stored()
    {
        var rows = Opening.Rows(File.ReadAllBytes(Path.Combine(Samples, "人口信息-张寨镇.xlsx")), "人口信息.xlsx");
        var column = rows[0].Cells.ToList().FindIndex(cell => cell.Raw == "证件号码");
        var cell = rows.Single(row => row.Number == 7)[column];

        Assert.True(cell.Kind == CellKind.Number || cell.Raw.Contains('E', StringComparison.Ordinal), cell.Raw);
        Assert.StartsWith("371599", cell.Raw.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_village_cells_are_known()
    {
        using var stream = File.OpenRead(Path.Combine(Samples, "公益岗台账-张寨镇.xlsx"));
        using var workbook = SheetReader.Open(stream, "公益岗台账.xlsx", ReadLimits.Web).Workbook!;

        var merges = workbook.Sheets[0].Merges;

        Assert.Contains(new CellRange(5, 1, 10, 1), merges);
        Assert.Contains(new CellRange(1, 0, 1, 15), merges);
    }

    [Fact]
    public void The_csv_sample_is_gbk_and_comes_through_readable()
    {
        var rows = Opening.Rows(File.ReadAllBytes(Path.Combine(Samples, "整改台账-北城街道.csv")), "整改台账-北城街道.csv");

        Assert.Equal(["序号", "问题编号", "村"], rows[0].Cells.Take(3).Select(cell => cell.Raw));
        Assert.Equal("手册漏签，已告知", rows[3][6].Raw);
        Assert.Equal(4, rows[3].Number);
    }
}
