using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Other people go on working while a file is checked, waits for its confirmation, and is written.</summary>
public sealed class SinceTheCheckTests : IAsyncLifetime
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型";
    private static readonly UserIdentity Colleague = new("colleague", "孙某", [Roles.Staff], RegionScope.Of([TwoTownships.Hanji]));
    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task A_row_that_a_colleague_has_changed_since_the_check_is_held_and_the_others_are_written()
    {
        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv(Row("3715901150000011", "邓某", size: 4), Row("3715901150000101", "王某")));
        Assert.Equal([RowFate.Updated, RowFate.Added], batch.Rows.Select(r => r.Fate));
        await SaveAsync(h => h.Size = 5);

        var written = await ConfirmAsync(batch);

        Assert.Equal([RowFate.Refused, RowFate.Added], written.Rows.Select(r => r.Fate));
        var fault = Assert.Single(written.Rows[0].Faults).Message;
        Assert.StartsWith("核对之后，这一行又被人改过（", fault, StringComparison.Ordinal);
        Assert.EndsWith("）。请重新导入这个文件，看过变化再写入。", fault, StringComparison.Ordinal);
        Assert.Contains("3715901150000011 邓某 5 ", await _towns.StoredAsync(), StringComparison.Ordinal);
        Assert.Contains("3715901150000101 王某 2 ", await _towns.StoredAsync(), StringComparison.Ordinal);

        var again = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv(Row("3715901150000011", "邓某", size: 4)));
        Assert.Equal(("5", "4"), (Assert.Single(again.Rows[0].Changes).Old, again.Rows[0].Changes[0].New));
        Assert.Equal(RowFate.Updated, (await ConfirmAsync(again)).Rows[0].Fate);
    }

    [Fact]
    public async Task A_row_that_a_colleague_has_deleted_since_the_check_does_not_come_back()
    {
        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv(Row("3715901150000011", "邓某", size: 4)));
        await SaveAsync(h => (h.IsDeleted, h.DeleteReason) = (true, "重复登记"));

        var written = await ConfirmAsync(batch);

        Assert.Equal("户编号：核对之后，这一行已被人删除。请确认后重新导入这个文件。", Assert.Single(Assert.Single(written.Rows).Faults).Message);
        Assert.False(await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().AnyAsync(h => h.Number == "3715901150000011")));
    }

    [Fact]
    public async Task A_checked_batch_is_checked_again_when_its_households_have_come_in()
    {
        var members = Encoding.UTF8.GetBytes("村,户编号,人口编号,姓名,证件号码,与户主关系\r\n大杨新村,3715901150000202,371590115000020201,褚某,371599198001010017,户主");
        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "人口信息-韩集镇.csv", members);
        Assert.Contains("户未导入", Assert.Single(Assert.Single(batch.Rows).Faults).Message, StringComparison.Ordinal);
        await ConfirmAsync(await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv(Row("3715901150000202", "褚某"))));

        var again = await _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.RecheckAsync(batch.Batch, CancellationToken.None));

        Assert.Equal((BatchState.Checked, RowFate.Added), (again.State, Assert.Single(again.Rows).Fate));
        Assert.Equal(BatchState.Done, (await ConfirmAsync(again)).State);
    }

    [Fact]
    public async Task A_workbook_of_households_and_members_is_checked_as_it_will_be_written_and_written_whole()
    {
        var path = Excel.XlsxEdit.Make(Path.Combine(_towns.Site.Folder, "两张表.xlsx"), Head.Split(','), Row("3715901150000303", "卫某").Split(','));
        Excel.XlsxEdit.Change(path, sheet => sheet.AddSheet("成员", ["村", "户编号", "人口编号", "姓名", "证件号码", "与户主关系"], ["大杨新村", "3715901150000303", "371590115000030301", "卫某", "371599198001010017", "户主"]));
        var before = await _towns.StoredAsync();

        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "韩集镇.xlsx", await File.ReadAllBytesAsync(path));

        Assert.Equal(2, batch.Report.Sheets.Count);
        Assert.Equal([RowFate.Added, RowFate.Added], batch.Rows.Select(r => r.Fate));
        Assert.Equal(before, await _towns.StoredAsync());
        Assert.Equal([RowFate.Added, RowFate.Added], (await ConfirmAsync(batch)).Rows.Select(r => r.Fate));
        Assert.EndsWith("1 members", await _towns.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_while_a_file_is_matched_survives_its_writing()
    {
        var saved = false;
        var result = await ImportAsync(Csv(Row("3715901150000011", "邓某", size: 4)), new Watch(progress =>
        {
            // Between the match and the writing: the write lock is free, so the save goes through.
            if (progress.Phase != "核对" || saved) return;
            saved = true;
            Task.Run(() => SaveAsync(h => h.Remark = "门牌已换")).Wait(TimeSpan.FromSeconds(20));
        }));

        Assert.Equal(RowFate.Updated, Assert.Single(Assert.Single(result.Sheets).Rows).Fate);
        var row = await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().SingleAsync(h => h.Number == "3715901150000011"));
        Assert.Equal((4, "门牌已换", 3), (row.Size, row.Remark, row.Version));
    }

    [Fact]
    public async Task A_file_that_changes_nothing_does_not_wait_for_the_write_lock()
    {
        var release = new TaskCompletionSource();
        var writing = _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.InTransactionAsync(
            async _ =>
            {
                await release.Task;
                return 0;
            },
            CancellationToken.None));

        var result = await ImportAsync(Csv(Row("3715901150000011", "邓某")), null).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(RowFate.Unchanged, Assert.Single(Assert.Single(result.Sheets).Rows).Fate);
        // A file that is handed in waits for its turn and is not lost.
        var handingIn = _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv(Row("3715901150000011", "邓某")));
        Assert.False(handingIn.IsCompleted);
        release.SetResult();
        await writing;
        Assert.Equal(BatchState.Checked, (await handingIn).State);
    }

    private Task<HandedIn> ConfirmAsync(HandedIn batch) => _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.ConfirmAsync(batch.Batch, CancellationToken.None));

    private Task<FileResult> ImportAsync(byte[] content, IProgress<ImportProgress>? progress) => _towns.Site.Site.AsAsync(TwoTownships.HanjiStaff, async services =>
        await services.GetRequiredService<Importer>().ImportAsync(new MemoryStream(content), "户信息.csv", ReadLimits.Web, new ImportRequest(), progress, CancellationToken.None));

    /// <summary>A colleague saves the household of the store.</summary>
    private Task<int> SaveAsync(Action<Household> change) => _towns.Site.Site.InStoreAsync(Colleague, async db =>
    {
        change(await db.Set<Household>().SingleAsync(h => h.Number == "3715901150000011"));
        return await db.SaveChangesAsync();
    });

    private static string Row(string number, string head, int size = 2) => $"高新区,韩集镇,大杨新村,{number},{head},371599198001010017,{size},未脱贫户";

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", [Head, .. lines]));

    private sealed class Watch(Action<ImportProgress> on) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => on(value);
    }
}
