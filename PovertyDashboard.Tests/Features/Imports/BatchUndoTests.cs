using System.Text;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>A written import is taken back as long as nobody has touched its rows; what was touched is named and left.</summary>
public sealed class BatchUndoTests : IAsyncLifetime
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型,银行卡号", Old = "3715901150000011", New = "3715901150000101", Other = "3715901150000110";

    private static readonly UserIdentity Colleague = new("colleague", "孙某", [Roles.Staff], RegionScope.Of([TwoTownships.Hanji]));

    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task New_rows_go_and_changed_rows_have_their_former_values_back()
    {
        await SaveAsync(Old, h => (h.BankCard, h.Size) = ("6223822766450932249", 2));
        var batch = await WrittenAsync(Row(Old, "邓某某", size: 4, id: "371599195211030020", card: "6223822766450932256"), Row(New, "王某"));
        Assert.Equal([RowFate.Updated, RowFate.Added], batch.Rows.Select(r => r.Fate));

        var (report, refusal) = await UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal(("", 1, 1, 0), (refusal, report!.Deleted, report.Restored, report.Left.Count));
        var (old, added) = (await FindAsync(Old), await FindAsync(New));
        Assert.Equal(("邓某", 2, "371599198001010017", "6223822766450932249", 4, "hanji"), (old.HeadName, old.Size, old.HeadId, old.BankCard, old.Version, old.ChangedBy));
        Assert.Equal((true, "撤销导入：导错了文件", 2), (added.IsDeleted, added.DeleteReason, added.Version));
        var (notes, changes) = await InStoreAsync(async db => (await db.Audit.OrderByDescending(a => a.Id).Take(3).ToListAsync(), await db.Changes.OrderByDescending(c => c.Seq).FirstAsync()));
        Assert.Equal(["撤销导入", "修改", "删除"], notes.Select(n => n.Action).OrderByDescending(a => a.Length).ThenBy(a => a == "删除"));
        Assert.Equal(("households", TwoTownships.Dayang), (changes.Ledger, changes.Region));
        Assert.Null((await InStoreAsync(db => AuditChain.WalkAsync(db, default, CancellationToken.None))).BrokenAt);

        var again = await WrittenAsync(Row(Old, "邓某某", size: 4, id: "371599195211030020", card: "6223822766450932256"), Row(New, "王某"));
        Assert.Equal([RowFate.Updated, RowFate.Added], again.Rows.Select(r => r.Fate));
    }

    [Fact]
    public async Task Rows_that_somebody_has_changed_since_are_named_and_left()
    {
        var batch = await WrittenAsync(Row(Old, "邓某", size: 4), Row(New, "王某"), Row(Other, "周某"));
        await SaveAsync(Old, h => h.Remark = "门牌已换");
        await SaveAsync(New, h => h.Size = 9);

        var (report, _) = await UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal((1, 0), (report!.Deleted, report.Restored));
        Assert.Equal(["王某", "邓某"], report.Left.Select(l => l.Name).Select(n => n.Split(' ')[^1]).Order(StringComparer.Ordinal));
        Assert.All(report.Left, l => Assert.Matches("^colleague 于 .* 改过$", l.Reason));
        Assert.Equal((4, "门牌已换"), (await FindAsync(Old)) is var old ? (old.Size, old.Remark) : default);
        Assert.Equal((9, false), (await FindAsync(New)) is var added ? (added.Size, added.IsDeleted) : default);
        Assert.True((await FindAsync(Other)).IsDeleted);
    }

    [Fact]
    public async Task A_new_household_of_which_others_tell_by_now_stays()
    {
        var batch = await WrittenAsync(Row(New, "王某"), Row(Other, "周某"), Row("3715901150000129", "吴某"));
        var (problem, member) = ((await FindAsync(New)).Id, (await FindAsync(Other)).Id);
        await _towns.Site.Site.InStoreAsync(Colleague, async db =>
        {
            db.Add(new Problem { Region = TwoTownships.Dayang, Number = "P-1", HouseholdName = "王某", HouseholdId = problem, Category = "住房", Source = "自查", Description = "漏雨", FoundOn = new DateOnly(2020, 8, 1), State = ProblemState.Waiting });
            db.Add(new Member { Region = TwoTownships.Dayang, HouseholdId = member, Number = "371590115000011001", Name = "周某某" });
            return await db.SaveChangesAsync();
        });

        var (report, _) = await UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal(1, report!.Deleted);
        Assert.Equal(new HashSet<string> { "家庭成员台账里有这一户的记录", "整改台账里有这一户的记录" }, report.Left.Select(l => l.Reason).ToHashSet());
        Assert.Equal((false, false, true), ((await FindAsync(New)).IsDeleted, (await FindAsync(Other)).IsDeleted, (await FindAsync("3715901150000129")).IsDeleted));
    }

    [Fact]
    public async Task A_workbook_of_households_and_members_goes_together()
    {
        var path = Excel.XlsxEdit.Make(Path.Combine(_towns.Site.Folder, "两张表.xlsx"), Head.Split(','), Row(New, "王某").Split(','));
        Excel.XlsxEdit.Change(path, sheet => sheet.AddSheet("成员", ["村", "户编号", "人口编号", "姓名", "证件号码", "与户主关系"], ["大杨新村", New, "371590115000010101", "王某", "371599195211030020", "户主"]));
        var batch = await WrittenAsync(await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "韩集镇.xlsx", await File.ReadAllBytesAsync(path)));

        var (report, _) = await UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal((2, 0), (report!.Deleted, report.Left.Count));
        Assert.Equal(0, await InStoreAsync(db => db.Set<Member>().CountAsync()));
    }

    [Fact]
    public async Task What_an_income_sheet_has_put_into_its_household_goes_back_with_it()
    {
        await SaveAsync(Old, h => (h.Year, h.WageIncome) = (2018, 100_00));
        var batch = await WrittenAsync(await HandInAsync("收入-韩集镇.csv", "村,户主,年度,家庭人口数,村级公益岗,工资性收入", "大杨新村,邓某,2019,2,3000,3000"));
        Assert.Equal((2019, 3000_00L), (await FindAsync(Old)) is var now ? (now.Year!.Value, now.WageIncome!.Value) : default);

        var (report, _) = await UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal((1, 1), (report!.Deleted, report.Restored));
        Assert.Equal((2018, 100_00L), (await FindAsync(Old)) is var back ? (back.Year!.Value, back.WageIncome!.Value) : default);
    }

    [Fact]
    public async Task An_import_is_undone_once()
    {
        var batch = await WrittenAsync(Row(New, "王某"));
        Assert.Equal("撤销原因：没有填写，或超过 200 个字。请写明为什么撤销，例如 导错了文件。", (await UndoAsync(batch.Batch, " ")).Refusal);
        Assert.NotNull((await UndoAsync(batch.Batch, "导错了文件")).Report);
        var before = await _towns.StoredAsync();

        Assert.Equal("这次导入已经撤销过。", (await UndoAsync(batch.Batch, "再来一次")).Refusal);

        Assert.Equal(before, await _towns.StoredAsync());
    }

    [Fact]
    public async Task Others_cannot_undo_it_and_a_colleague_of_the_same_places_can()
    {
        var batch = await WrittenAsync(Row(New, "王某"));
        var before = await _towns.StoredAsync();
        foreach (var other in new[] { TwoTownships.ZhangzhaiStaff, TwoTownships.Leader, new UserIdentity("clinic", "吴某", [Roles.Clinic], RegionScope.Of([TwoTownships.Hanji])) })
            Assert.Equal("没有这次导入。", (await UndoAsync(batch.Batch, "导错了文件", other)).Refusal);
        var moved = TwoTownships.HanjiStaff with { Scope = RegionScope.Of([TwoTownships.Zhangzhai]) };
        Assert.Equal("您的账号不能撤销这次导入。请由负责这本台账的人撤销。", (await UndoAsync(batch.Batch, "导错了文件", moved)).Refusal);
        Assert.Equal(before, await _towns.StoredAsync());

        Assert.Equal(1, (await UndoAsync(batch.Batch, "导错了文件", Colleague)).Report!.Deleted);
    }

    [Fact]
    public async Task A_batch_whose_former_values_are_gone_cannot_be_undone()
    {
        var batch = await WrittenAsync(Row(New, "王某"));
        await InStoreAsync(async db =>
        {
            var stored = await db.Set<ImportBatch>().SingleAsync(b => b.Id == batch.Batch);
            stored.EndedAt = stored.EndedAt!.Value.AddDays(-31);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("写入已超过 30 天，旧值已清除，不能撤销。请在台账里逐行修改。", (await UndoAsync(batch.Batch, "导错了文件")).Refusal);
    }

    private Task<(PovertyDashboard.Features.Imports.Undoing.UndoReport? Report, string Refusal)> UndoAsync(long batch, string reason, UserIdentity? user = null) => _towns.UndoAsync(batch, reason, user);

    private Task<HandedIn> HandInAsync(string name, params string[] lines) => _towns.Site.HandInAsync(TwoTownships.HanjiStaff, name, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    private async Task<HandedIn> WrittenAsync(params string[] rows) => await WrittenAsync(await HandInAsync("户信息.csv", [Head, .. rows]));

    private Task<HandedIn> WrittenAsync(HandedIn batch) => _towns.WrittenAsync(TwoTownships.HanjiStaff, batch);

    private Task<T> InStoreAsync<T>(Func<AppDbContext, Task<T>> work) => _towns.Site.Site.InStoreAsync(UserIdentity.System, work);

    private Task<Household> FindAsync(string number) => InStoreAsync(db => db.Set<Household>().IgnoreQueryFilters().OrderByDescending(h => h.Id).FirstAsync(h => h.Number == number));

    private Task<int> SaveAsync(string number, Action<Household> change) => _towns.Site.Site.InStoreAsync(Colleague, async db =>
    {
        change(await db.Set<Household>().SingleAsync(h => h.Number == number));
        return await db.SaveChangesAsync();
    });

    private static string Row(string number, string head, int size = 2, string id = "371599198001010017", string card = "") => $"高新区,韩集镇,大杨新村,{number},{head},{id},{size},未脱贫户,{card}";
}
