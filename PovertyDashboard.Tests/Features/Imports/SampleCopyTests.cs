using Microsoft.Extensions.Logging.Abstractions;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Excel.Annotating;
using PovertyDashboard.Tests.Excel.Writing;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The annotated copies of the sample ledgers, as the verb writes them: marks where the faults were planted, and corrected copies come in.</summary>
public sealed class SampleCopyTests : IAsyncLifetime
{
    private const string Bad = "FFFFD3CE", Households = "户信息-张寨镇.xlsx";

    private readonly ImportSite _site = new();

    private string Out => Path.Combine(_site.Folder, "out");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Every_sample_comes_back_with_the_planted_faults_marked()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(Samples.PathOf(Households))!).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Order().ToArray();
        await ImportAsync(files);
        Assert.Equal(8, files.Length);

        foreach (var file in files.Select(f => Path.GetFileName(f)!))
        {
            var (rows, planted) = Samples.Answer(file);
            var extension = Path.GetExtension(file);
            var copy = await File.ReadAllBytesAsync(Path.Combine(Out, AnnotatedCopy.NameOf(file, extension)));
            var (header, fates) = Fates(copy, file);
            Assert.Equal((file, rows), (file, fates.Count(f => !f.Value.StartsWith(ResultColumn.Skipped, StringComparison.Ordinal))));
            foreach (var (row, _, why) in planted)
                Assert.Matches($"^拒绝：.*{System.Text.RegularExpressions.Regex.Escape(why)}", fates[row]);
            Assert.All(fates.Where(f => planted.All(p => p.Row != f.Key)), f => Assert.Matches("^(新增$|未变$|更新$|跳过：|拒绝：.*户未导入)", f.Value));
            if (extension == ".csv") continue;
            using var reader = new CopyReader(copy);
            foreach (var (row, column, why) in planted)
            {
                var at = ColumnName(header.First(h => h.Value.TrimEnd('*') == column).Key) + row;
                Assert.Equal((file, at, Bad), (file, at, reader.FillAt(at)));
                Assert.Contains(why, reader.Comments[at], StringComparison.Ordinal);
            }

            // The program that made the samples writes some things out of order itself.
            Assert.Empty(WrittenSheet.ErrorsOf(copy).Except(WrittenSheet.ErrorsOf(await File.ReadAllBytesAsync(Samples.PathOf(file)))));
        }
    }

    [Fact]
    public async Task Whatever_the_user_made_is_kept()
    {
        var made = XlsxEdit.Copy(Samples.PathOf(Households), _site.Folder, sheet =>
        {
            sheet.AddPicture();
            sheet.AddSheet("填表说明", ["填写时注意"], ["村要写全称"]);
        });
        await ImportAsync(made);

        var copy = await File.ReadAllBytesAsync(Path.Combine(Out, AnnotatedCopy.NameOf(Households, ".xlsx")));
        using var before = new CopyReader(await File.ReadAllBytesAsync(made));
        using var after = new CopyReader(copy);
        Assert.Equal((1, 1), (before.Pictures, after.Pictures));
        Assert.Equal(before.Sheets, after.Sheets);
        Assert.Equal(before.Merges, after.Merges);
        Assert.Equal(Enumerable.Range(1, 30).Select(before.WidthOf), Enumerable.Range(1, 30).Select(after.WidthOf));
        foreach (var row in new[] { 1, 2, 3, 4, 5, 9, 500 })
        {
            Assert.Equal(before.Texts(row).Where(t => t.Value.Length > 0), after.Texts(row).Where(t => t.Value.Length > 0).Take(before.Texts(row).Count(t => t.Value.Length > 0)));
            foreach (var column in before.Texts(row).Keys) Assert.Equal(before.LookAt(column + row), after.LookAt(column + row));
        }

        using var explanation = new CopyReader(copy, "填表说明");
        Assert.Equal(["填写时注意", "村要写全称"], new[] { "A1", "A2" }.Select(a => explanation[a]));
    }

    [Fact]
    public async Task Only_the_corrected_rows_of_a_copy_come_in_and_its_own_column_is_no_data()
    {
        await ImportAsync(Samples.PathOf(Households));
        var copy = Path.Combine(Out, AnnotatedCopy.NameOf(Households, ".xlsx"));
        XlsxEdit.Change(copy, sheet =>
        {
            sheet[5, "户主证件号码"] = "371599195211030020";
            sheet[9, "村"] = sheet[10, "村"];
            sheet[13, "家庭人口数"] = "3";
            sheet[17, "工资性收入"] = "1000";
            sheet[21, "户主姓名"] = "周某";
        });

        var again = Assert.Single((await ImportAsync(copy)).Single().Sheets);

        Assert.Equal((1100, 5, 0, 1094, 1), (again.Read, again.Added, again.Updated, again.Unchanged, again.Refused));
        Assert.DoesNotContain(again.Columns, c => c.Header == ResultColumn.Header);
        var (header, fates) = Fates(await File.ReadAllBytesAsync(copy), copy);
        Assert.Single(header, h => h.Value == ResultColumn.Header);
        Assert.Equal([5, 9, 13, 17, 21], fates.Where(f => f.Value == ResultColumn.Added).Select(f => f.Key));
        Assert.Equal(25, Assert.Single(fates, f => f.Value.StartsWith(ResultColumn.Refused, StringComparison.Ordinal)).Key);
        using var reader = new CopyReader(await File.ReadAllBytesAsync(copy));
        Assert.Equal(2, reader.Comments.Count);
        Assert.Null(reader.FillAt($"{ColumnName(header.First(h => h.Value == "村").Key)}9"));
    }

    [Fact]
    public async Task A_corrected_csv_comes_in_likewise()
    {
        const string File = "整改台账-北城街道.csv";
        await ImportAsync(Samples.PathOf(File));
        var copy = Path.Combine(Out, AnnotatedCopy.NameOf(File, ".csv"));
        var rows = CsvEdit.Read(copy);
        var state = rows.First(r => r.Contains("状态")).ToList().IndexOf("状态");
        rows[17][state] = "待交办";
        CsvEdit.Write(copy, rows, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var again = Assert.Single((await ImportAsync(copy)).Single().Sheets);

        Assert.Equal((120, 1, 117, 2), (again.Read, again.Added, again.Unchanged, again.Refused));
    }

    [Fact]
    public async Task A_column_of_the_office_that_is_called_the_same_is_data()
    {
        var file = Path.Combine(_site.Folder, "建言献策.csv");
        await System.IO.File.WriteAllTextAsync(file, "县,乡镇,提出日期,标题,建议方面,结果\r\n莘县,张寨镇,2020-08-01,修路,基础设施,已经修好\r\n");
        await ImportAsync(file);

        var copy = Path.Combine(Out, AnnotatedCopy.NameOf("建言献策.csv", ".csv"));
        var again = Assert.Single((await ImportAsync(copy)).Single().Sheets);
        var header = CsvEdit.Read(copy)[0];
        Assert.Equal(["结果", "结果"], header[^2..]);
        Assert.Equal("落实结果", again.Columns.Single(c => c.Header == "结果").Column);
    }

    /// <summary>The headers by zero-based column, and each row's 结果.</summary>
    private static (IReadOnlyDictionary<int, string> Header, IReadOnlyDictionary<int, string> Fates) Fates(byte[] copy, string file)
    {
        var rows = Opening.Rows(copy, file, ReadLimits.Verb with { CellCharacters = 2_000 });
        var at = rows.FindIndex(r => r.Cells.Any(c => c.Raw == ResultColumn.Header));
        var result = rows[at].Width - 1;
        Assert.Equal(ResultColumn.Header, rows[at][result].Raw);
        var header = Enumerable.Range(0, result + 1).ToDictionary(c => c, c => rows[at][c].Raw.Length > 0 ? rows[at][c].Raw : rows[Math.Max(0, at - 1)][c].Raw);
        return (header, rows.Skip(at + 1).ToDictionary(r => r.Number, r => r[result].Raw));
    }

    private async Task<IReadOnlyList<FileResult>> ImportAsync(params string[] paths)
    {
        var results = await _site.ImportAsync(paths);
        Assert.Empty(await ImportReport.WriteAsync(paths.Zip(results), ReadLimits.Verb, Out, new DateTime(2020, 8, 31, 2, 0, 0, DateTimeKind.Utc), BatchState.Done, NullLogger.Instance, CancellationToken.None));
        return results;
    }

    private static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }
}
