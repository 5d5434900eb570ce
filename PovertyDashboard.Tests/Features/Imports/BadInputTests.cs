using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Imports.Undoing;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Attachments;
using PovertyDashboard.Tests.Excel;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>A site with one household of each of two townships, and users of both.</summary>
public sealed class TwoTownships : IAsyncLifetime
{
    public const long Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000, Sanhe = 371522116230;

    public static readonly UserIdentity
        HanjiStaff = new("hanji", "赵某", [Roles.Staff], RegionScope.Of([Hanji])),
        ZhangzhaiStaff = new("zhangzhai", "钱某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([Hanji]));

    public ImportSite Site { get; } = new();

    public async Task InitializeAsync() => await Site.Site.InStoreAsync(UserIdentity.System, async db =>
    {
        db.Add(new Household { Region = Dayang, Number = "3715901150000011", HeadName = "邓某", HeadId = "371599198001010017", Size = 2, Type = "未脱贫户" });
        db.Add(new Household { Region = Sanhe, Number = "3715221160000011", HeadName = "王某", HeadId = "371599195211030020", Size = 3, Type = "未脱贫户" });
        return await db.SaveChangesAsync();
    });

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>Confirms a checked file and waits until it is written.</summary>
    public async Task<HandedIn> WrittenAsync(UserIdentity user, HandedIn batch)
    {
        Assert.Equal((BatchState.Checked, ""), (batch.State, batch.Rejection));
        var written = await Site.GoOnAsync(user, batch.Batch, desk => desk.ConfirmAsync(batch.Batch, CancellationToken.None));
        Assert.Equal(BatchState.Done, written.State);
        return written;
    }

    /// <summary>Undoes a written file, as the staff of Hanji unless told otherwise.</summary>
    public Task<(UndoReport? Report, string Refusal)> UndoAsync(long batch, string reason, UserIdentity? user = null) => Site.Site.AsAsync(
        user ?? HanjiStaff, services => services.GetRequiredService<BatchUndo>().UndoAsync(batch, reason, CancellationToken.None));

    /// <summary>Everything that the ledgers hold, as text: equal before and after means that nothing was disturbed.</summary>
    public Task<string> StoredAsync() => Site.Site.InStoreAsync(UserIdentity.System, async db =>
    {
        var households = await db.Set<Household>().IgnoreQueryFilters().OrderBy(h => h.Id).Select(h => $"{h.Number} {h.HeadName} {h.Size} {h.Type} {h.Version}").ToListAsync();
        var problems = await db.Set<Problem>().IgnoreQueryFilters().OrderBy(p => p.Id).Select(p => $"{p.Number} {p.State} {p.Version}").ToListAsync();
        return string.Join('\n', [.. households, .. problems, $"{await db.Set<Member>().CountAsync()} members"]);
    });
}

/// <summary>What goes wrong on the page of imports: each in a sentence that says what to do, and nothing is lost.</summary>
public sealed class BadInputTests(TwoTownships towns) : IClassFixture<TwoTownships>
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型";

    [Fact]
    public async Task Files_that_are_no_sheets_are_named_for_what_they_are()
    {
        var docx = new RawXlsx().Without("xl/workbook.xml").With("word/document.xml", "<document/>")
            .With("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
            .With("_rels/.rels", RawXlsx.Relations(("r1", "officeDocument", "word/document.xml"))).ToBytes();
        await RefusedAsync("情况说明.docx", docx, "这是 Word 文档，不是表格。请把表格粘贴到 WPS 表格或 Excel 中，另存为 .xlsx 后再导入。");
        await RefusedAsync("户信息.xlsx", TestPictures.Jpeg(40, 30), "这是图片，不是表格。请导入 .xlsx 或 .csv 文件。");
        await RefusedAsync("户信息.xlsx", [], "“户信息.xlsx”是空文件。请选择有内容的 .xlsx 或 .csv 文件。");
        await RefusedAsync("户信息.csv", "\r\n \r\n"u8.ToArray(), "这是空文件，没有任何内容。请重新导出或另存后再导入。");
        await RefusedAsync("户信息.xlsx", new RawXlsx().ToBytes(), "文件里没有内容。请检查是否选错了文件。");
    }

    [Fact]
    public async Task A_sheet_with_headers_only_has_nothing_to_bring_in() =>
        await RefusedAsync("户信息.csv", Csv(Head), "表头下面没有数据。请填写后再导入。");

    [Fact]
    public async Task Headers_that_no_ledger_has_are_said_and_near_ones_with_what_is_missing()
    {
        await RefusedAsync("菜价.csv", Csv("品名,行情,产地,星期", "白菜,1.2,莘县,周六"), "认不出这是哪本台账：表头对不上任何一本。请下载空表模板对照列名，或选择台账后再导入。");
        // Of a near one the user can say what its columns are, see ColumnChoiceTests.
        await RefusedAsync("户.csv", Csv(Head.Replace("户编号", "号码一", StringComparison.Ordinal), Row("1", "邓某")), state: BatchState.Unmatched, sentence: "这个文件像贫困户台账，但没有找到“户编号”这一列。请补上这一列，或下载空表模板对照列名。");
    }

    [Fact]
    public async Task A_file_of_another_ledger_than_the_chosen_one_is_named() =>
        await RefusedAsync("户信息.csv", Csv(Head, Row("3715901150000029", "邓某")), "这个文件是贫困户台账，不是整改台账。请改选台账，或选“按表头自动识别”后再导入。", ledger: "problems");

    [Fact]
    public async Task A_wrong_id_a_future_date_and_a_row_of_another_township_are_held_and_the_good_row_goes_in()
    {
        var before = await towns.StoredAsync();
        var content = Csv(
            Head,
            Row("3715901150000037", "孙某"),
            Row("3715901150000045", "周某").Replace("371599198001010017", "371599198001010018", StringComparison.Ordinal),
            "莘县,张寨镇,三合村,3715221160000053,吴某,371599198001010017,2,未脱贫户",
            "高新区,韩集镇,大杨新村,3715221160000011,郑某,371599198001010017,2,未脱贫户");

        var checkedBatch = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", content);

        Assert.Equal(before, await towns.StoredAsync());
        Assert.Equal((BatchState.Checked, ""), (checkedBatch.State, checkedBatch.Rejection));
        Assert.Equal([(2, RowFate.Added), (3, RowFate.Refused), (4, RowFate.Refused), (5, RowFate.Refused)], checkedBatch.Rows.Select(r => (r.Row, r.Fate)));
        Assert.Equal(
            ["户主证件号码：证件号码校验位错误。请对照证件重新填写。", "村：不在您的管辖范围内。请由当地导入，或请系统管理员调整您的地区。", "户编号：与其他地区的一行相同。请核对后改正，或请那里的扶贫办先改正。"],
            checkedBatch.Rows.Skip(1).Select(r => Assert.Single(r.Faults).Message));

        var written = await towns.Site.GoOnAsync(TwoTownships.HanjiStaff, checkedBatch.Batch, desk => desk.ConfirmAsync(checkedBatch.Batch, CancellationToken.None));
        Assert.Equal(BatchState.Done, written.State);
        var after = (await towns.StoredAsync()).Split('\n');
        Assert.Equal("3715901150000037 孙某 2 未脱贫户 1", Assert.Single(after.Except(before.Split('\n'))));
        Assert.Empty(before.Split('\n').Except(after));
    }

    [Fact]
    public async Task A_problem_found_in_the_future_is_held()
    {
        var content = Csv("问题编号,村,户主,问题来源,问题类别,问题描述,发现日期,状态", "F-1,大杨新村,邓某,自查,住房,屋顶漏雨,2090-01-01,待交办");
        var batch = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "整改台账-韩集镇.csv", content);
        Assert.StartsWith("发现日期：日期在将来（2090-01-01，今天是 ", Assert.Single(Assert.Single(batch.Rows).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_township_changes_nothing_there()
    {
        var before = await towns.StoredAsync();
        var content = Csv(Head, "莘县,张寨镇,三合村,3715221160000011,王某某,371599195211030020,9,脱贫享受政策户");
        var batch = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", content);
        Assert.Contains("不在您的管辖范围内", Assert.Single(Assert.Single(batch.Rows).Faults).Message, StringComparison.Ordinal);
        await towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.ConfirmAsync(batch.Batch, CancellationToken.None));
        Assert.Equal(before, await towns.StoredAsync());
    }

    [Fact]
    public async Task Who_may_not_import_is_told_so_and_batches_of_others_are_not_there()
    {
        Assert.Equal("您的账号不能导入。请由负责这本台账的人导入。", (await towns.Site.HandInAsync(TwoTownships.Leader, "户信息.csv", Csv(Head))).Rejection);
        var mine = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv(Head, Row("3715901150000061", "冯某")));
        Assert.Null(await towns.Site.Site.AsAsync(TwoTownships.ZhangzhaiStaff, s => ((ImportDesk)s.GetService(typeof(ImportDesk))!).BatchAsync(mine.Batch, CancellationToken.None)));
    }

    private async Task RefusedAsync(string name, byte[] content, string sentence, string ledger = "", BatchState state = BatchState.Failed)
    {
        var before = await towns.StoredAsync();
        var handedIn = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, name, content, ledger);
        Assert.Equal((state, sentence), (handedIn.State, handedIn.Rejection));
        Assert.Equal(before, await towns.StoredAsync());
    }

    private static string Row(string number, string head) => $"高新区,韩集镇,大杨新村,{number},{head},371599198001010017,2,未脱贫户";

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
}
