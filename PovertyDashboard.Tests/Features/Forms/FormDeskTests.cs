using System.IO.Compression;
using System.Text;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Features.Forms;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Excel.Filling;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>Forms are brought, changed, replaced and deleted by those who keep the ledgers of the place, and hostile files are refused in a sentence.</summary>
public sealed class FormDeskTests : IAsyncLifetime
{
    private FormStore _store = null!;

    public async Task InitializeAsync() => _store = await FormStore.CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_form_belongs_to_the_unit_of_whoever_brought_it_and_lists_who_changed_it()
    {
        var form = await _store.AddFormAsync();

        Assert.Equal((FormStore.Zhangzhai, FormStore.Name, CountyForm.FileName, 2), (form.Region, form.Name, form.FileName, form.Version));
        var line = Assert.Single(await _store.WithAsync<FormDesk, IReadOnlyList<FormLine>>(FormStore.Colleague, d => d.ListAsync(CancellationToken.None)));
        Assert.Equal((form.Id, "staff"), (line.Form.Id, line.By));
        Assert.Equal(["新增"], (await _store.NotesAsync("新增")).Select(n => n.Action));
    }

    [Fact]
    public async Task Only_those_who_keep_ledgers_bring_and_change_forms()
    {
        var form = await _store.AddFormAsync();
        foreach (var user in new[] { FormStore.Leader, FormStore.Doctor, FormStore.Village, FormStore.Helper, FormStore.Admin, UserIdentity.Nobody })
        {
            Assert.Equal(FormRights.OnlyKeepers, (await AddAsync(user, CountyForm.File)).Refusal);
            Assert.Equal(FormRights.OnlyKeepers, (await _store.SaveLayoutAsync(user, form.Id, form.Version, FormLayout.Empty)).Refusal);
            Assert.Equal(FormRights.OnlyKeepers, (await DeleteAsync(user, form)).Refusal);
        }

        Assert.StartsWith("没有这张套表", (await DeleteAsync(FormStore.Elsewhere, form)).Refusal, StringComparison.Ordinal);
        Assert.Equal(form.Version, (await _store.OpenAsync(FormStore.Staff, form.Id))!.Form.Version);
    }

    [Fact]
    public async Task A_change_on_top_of_a_colleagues_is_not_saved()
    {
        var form = await _store.AddFormAsync();
        Assert.Equal("", (await _store.SaveLayoutAsync(FormStore.Colleague, form.Id, form.Version, FormLayout.Empty)).Refusal);

        Assert.StartsWith("colleague 刚改过这张套表", (await _store.SaveLayoutAsync(FormStore.Staff, form.Id, form.Version, FormStore.Layout)).Refusal, StringComparison.Ordinal);
        Assert.Equal(0, (await _store.OpenAsync(FormStore.Staff, form.Id))!.Layout.Count);
    }

    [Fact]
    public async Task A_newer_workbook_keeps_what_is_placed()
    {
        var form = await _store.AddFormAsync();
        var newer = CountyForm.Book().With("xl/media/image1.png", [1, 2, 3]).ToBytes();
        Assert.Equal("", (await _store.WithAsync<FormDesk, FormResult>(FormStore.Staff, d => d.ReplaceAsync(form.Id, form.Version, "新版.xlsx", newer, CancellationToken.None))).Refusal);

        var open = (await _store.OpenAsync(FormStore.Staff, form.Id))!;
        Assert.Equal(("新版.xlsx", FormStore.Layout.Count, newer.Length), (open.Form.FileName, open.Layout.Count, open.Form.Size));
        Assert.Equal([1, 2, 3], new FilledBook((await _store.FillAsync(FormStore.Staff, form.Id))!.Content).Part("xl/media/image1.png"));
        Assert.Contains(".xlsm", (await _store.WithAsync<FormDesk, FormResult>(FormStore.Staff, d => d.ReplaceAsync(form.Id, open.Form.Version, "坏.xlsx", Macro(), CancellationToken.None))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_form_is_gone_for_everybody_and_on_record()
    {
        var form = await _store.AddFormAsync();
        Assert.Equal("", (await DeleteAsync(FormStore.Colleague, form)).Refusal);

        Assert.Null(await _store.OpenAsync(FormStore.Staff, form.Id));
        Assert.Null(await _store.FillAsync(FormStore.Staff, form.Id));
        Assert.Single(await _store.NotesAsync("删除"));
    }

    [Theory]
    [InlineData("", "套表名称：没有填写")]
    [InlineData("a/b", "有文件名不能用的字符")]
    [InlineData("季度\n表", "有文件名不能用的字符")]
    public async Task A_name_that_cannot_name_a_file_is_refused(string name, string sentence)
    {
        var form = await _store.AddFormAsync();
        Assert.Contains(sentence, (await _store.WithAsync<FormDesk, FormResult>(FormStore.Staff, d => d.RenameAsync(form.Id, form.Version, name, CancellationToken.None))).Refusal, StringComparison.Ordinal);
        Assert.Contains(sentence, (await _store.WithAsync<FormDesk, FormResult>(FormStore.Staff, d => d.AddAsync(name, "a.xlsx", CountyForm.File, CancellationToken.None))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_files_are_refused_in_a_sentence()
    {
        var damaged = CountyForm.Book().With("xl/worksheets/sheet2.xml", "<worksheet>").ToBytes();
        var files = new (byte[] Content, string Sentence)[]
        {
            ([], "空文件"), (Encoding.UTF8.GetBytes("户主,金额\n邓某,5"), "套表要用 .xlsx 工作簿"), (Macro(), "带宏的 .xlsm"), (CountyForm.File[..2000], "已损坏"), (damaged, "已损坏"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]], "请在 WPS 或 Excel 中"), (new byte[10 * 1024 * 1024 + 1], "文件超过 10 MB"),
            (new RawXlsx().WithWorkbook("<sheets/>").ToBytes(), "没有可读的工作表"), (new RawXlsx().WithSheet("<sheetData><row r=\"2\"/><row r=\"2\"/></sheetData>").ToBytes(), "行号或单元格重复，或次序颠倒"),
            (new RawXlsx().WithSheet("<sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData>").ToBytes(), "行号或单元格重复，或次序颠倒"), (Bomb(), "展开后超过 200 MB"), (new RawXlsx().WithWorkbook("<sheets><sheet name=\"a\" state=\"hidden\" r:id=\"s1\"/></sheets>").ToBytes(), "没有可读的工作表"),
        };
        foreach (var (content, sentence) in files)
        {
            var refused = await AddAsync(FormStore.Staff, content);
            Assert.Contains(sentence, refused.Refusal, StringComparison.Ordinal);
            Assert.StartsWith("“表.xlsx”：", refused.Refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_is_drawn_with_its_texts_and_merges_within_bounds()
    {
        var sheets = (await _store.OpenAsync(FormStore.Staff, (await _store.AddFormAsync()).Id))!.Sheets;

        Assert.Equal([CountyForm.Details, CountyForm.Summary], sheets.Select(s => s.Name));
        Assert.Equal((12, 10, "季度帮扶情况统计表", "季度帮扶情况统计表", true), (sheets[0].Rows, sheets[0].Columns, sheets[0].TextAt(1, 0), sheets[0].TextAt(1, 8), sheets[0].Cells[(7, 3)].HasFormula));
        var wide = FormBook.Read(new RawXlsx().WithRows("<row r=\"1\"><c r=\"CA1\"><v>1</v></c></row><row r=\"300\"><c r=\"A300\"><v>1</v></c></row>").ToBytes(), "x", PovertyDashboard.Excel.Reading.ReadLimits.Web, CancellationToken.None)[0];
        Assert.Equal((4, FormBook.MostColumns, true), (wide.Rows, wide.Columns, wide.IsCut));
    }

    private Task<FormResult> AddAsync(UserIdentity user, byte[] content) => _store.WithAsync<FormDesk, FormResult>(user, d => d.AddAsync("表", "表.xlsx", content, CancellationToken.None));

    private Task<FormResult> DeleteAsync(UserIdentity user, ReportForm form) => _store.WithAsync<FormDesk, FormResult>(user, d => d.DeleteAsync(form.Id, form.Version, CancellationToken.None));

    private static byte[] Macro() => new RawXlsx().With("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""").ToBytes();

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        file.Write(CountyForm.File);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/media/big.bin", CompressionLevel.Optimal).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 201; i++) part.Write(block);
        }

        return file.ToArray();
    }
}
