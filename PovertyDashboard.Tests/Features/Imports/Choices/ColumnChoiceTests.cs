using System.Text;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports.Choices;

/// <summary>Sheets with headers of their own: the user says what the columns are, his office is not asked again, and empty cells empty only what he wants emptied.</summary>
public sealed class ColumnChoiceTests : IAsyncLifetime
{
    private const string Ledger = "households", Own = "县,乡,村,号码一,当家人,身份,家庭人口数,户类型,心情";
    private static readonly Dictionary<string, string> Meant = new() { ["号码一"] = "Number", ["当家人"] = "HeadName", ["身份"] = "HeadId" };
    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task A_sheet_that_lacks_the_key_by_its_name_comes_in_once_the_user_has_said_which_column_it_is()
    {
        var before = await _towns.StoredAsync();
        var batch = await HandInAsync(TwoTownships.HanjiStaff, Own, "3715901150000301", "冯某");
        Assert.Equal((BatchState.Unmatched, Ledger), (batch.State, Assert.Single(batch.Report.Sheets).Key));
        Assert.Equal(["县", "乡镇", "村", "", "", "", "家庭人口数", "户类型", ""], batch.Report.Sheets[0].Columns.Select(c => c.Column));

        var read = await ChooseAsync(TwoTownships.HanjiStaff, batch, Meant, remembers: false);

        Assert.Equal((BatchState.Checked, RowFate.Added), (read.State, Assert.Single(read.Rows).Fate));
        Assert.Equal(before, await _towns.StoredAsync());
        await _towns.WrittenAsync(TwoTownships.HanjiStaff, read);
        Assert.Contains("3715901150000301 冯某 2 未脱贫户", await _towns.StoredAsync(), StringComparison.Ordinal);
        Assert.Equal(BatchState.Unmatched, (await HandInAsync(TwoTownships.HanjiStaff, Own, "3715901150000302", "陈某")).State);
    }

    [Fact]
    public async Task What_is_remembered_holds_for_the_office_and_for_no_other()
    {
        await ChooseAsync(TwoTownships.HanjiStaff, await HandInAsync(TwoTownships.HanjiStaff, Own, "3715901150000303", "褚某"), Meant, remembers: true);
        var colleague = new UserIdentity("colleague", "孙某", [Roles.Staff], RegionScope.Of([TwoTownships.Hanji]));
        Assert.Equal((BatchState.Checked, RowFate.Added), await FateAsync(await HandInAsync(colleague, Own, "3715901150000304", "卫某")));
        Assert.Equal(BatchState.Unmatched, (await HandInAsync(TwoTownships.ZhangzhaiStaff, Own, "3715221160000305", "蒋某", "莘县,张寨镇,三合村")).State);

        // A later choice takes the place of the former.
        var other = await HandInAsync(TwoTownships.HanjiStaff, Own, "3715901150000306", "沈某");
        await ChooseAsync(TwoTownships.HanjiStaff, other, new() { ["当家人"] = ColumnChoices.Unused }, remembers: true);
        var changed = await HandInAsync(TwoTownships.HanjiStaff, Own, "3715901150000307", "韩某");
        Assert.Equal("户主姓名：必填项为空。请填写。", Assert.Single(Assert.Single(changed.Rows).Faults).Message);
    }

    [Fact]
    public async Task A_recognised_column_can_be_left_out_or_taken_for_another()
    {
        var batch = await HandInAsync(TwoTownships.HanjiStaff, "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型,备注", "3715901150000011", "邓某", more: ",5,脱贫享受政策户,来自六月的表");
        Assert.Equal(["家庭人口数", "户类型", "备注"], Assert.Single(batch.Rows).Changes.Select(c => c.Column));
        var read = await ChooseAsync(TwoTownships.HanjiStaff, batch, new() { ["家庭人口数"] = ColumnChoices.Unused, ["户类型"] = ColumnChoices.Unused }, remembers: false);
        Assert.Equal(["备注"], Assert.Single(read.Rows).Changes.Select(c => c.Column));
    }

    [Fact]
    public async Task A_chosen_ledger_may_have_only_headers_that_nobody_knows()
    {
        var content = Encoding.UTF8.GetBytes("甲,乙,丙,丁,戊,己\r\n高新区,韩集镇,大杨新村,3715901150000308,杨某,371599198001010017");
        var batch = await _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "自己的表.csv", content, Ledger);
        Assert.Equal(BatchState.Unmatched, batch.State);
        var read = await ChooseAsync(
            TwoTownships.HanjiStaff, batch, new() { ["甲"] = "Region.County", ["乙"] = "Region.Township", ["丙"] = "Region.Village", ["丁"] = "Number", ["戊"] = "HeadName", ["己"] = "HeadId" }, remembers: false);
        Assert.Equal(BatchState.Checked, read.State);
        Assert.All(Assert.Single(read.Report.Sheets).Columns, c => Assert.NotEqual("", c.Column));
    }

    [Fact]
    public async Task An_empty_cell_says_nothing_unless_the_user_wants_its_column_emptied()
    {
        await _towns.Site.Site.InStoreAsync(UserIdentity.System, async db =>
        {
            var household = await db.Set<Household>().SingleAsync(h => h.Number == "3715901150000011");
            (household.Remark, household.Hamlet) = ("已核实", "东头");
            return await db.SaveChangesAsync();
        });
        var batch = await HandInAsync(TwoTownships.HanjiStaff, "县,乡,村,户编号,户主姓名,户主证件号码,自然村,备注", "3715901150000011", "邓某", more: ",,");
        Assert.Empty(batch.Rows);

        var read = await _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.ChooseAsync(batch.Batch, Columns([], "Remark", "HeadName"), remembers: false, CancellationToken.None));
        Assert.Equal(new CellChange("备注", "已核实", ""), Assert.Single(Assert.Single(read.Rows).Changes));
        await _towns.WrittenAsync(TwoTownships.HanjiStaff, read);
        Assert.Equal(("", "东头", "邓某"), await _towns.Site.Site.InStoreAsync(UserIdentity.System, async db =>
        {
            var household = await db.Set<Household>().SingleAsync(h => h.Number == "3715901150000011");
            return (household.Remark, household.Hamlet, household.HeadName);
        }));
    }

    [Fact]
    public async Task Only_the_one_who_uploaded_a_file_chooses_for_it()
    {
        var batch = await HandInAsync(TwoTownships.HanjiStaff, Own, "3715901150000309", "朱某");
        await _towns.Site.Site.AsAsync(TwoTownships.ZhangzhaiStaff, async services =>
        {
            await ((ImportDesk)services.GetService(typeof(ImportDesk))!).ChooseAsync(batch.Batch, Columns(Meant), remembers: true, CancellationToken.None);
            return 0;
        });
        Assert.Equal(0, await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<HeaderName>().CountAsync()));
        Assert.Equal(BatchState.Unmatched, (await _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, _ => Task.CompletedTask)).State);
    }

    private static ReadingChoices Columns(Dictionary<string, string> headers, params string[] blanks) =>
        ReadingChoices.None with { Ledgers = new Dictionary<string, ColumnChoices> { [Ledger] = new(headers, blanks) } };

    private static Task<(BatchState, RowFate)> FateAsync(HandedIn batch) => Task.FromResult((batch.State, Assert.Single(batch.Rows).Fate));

    private Task<HandedIn> ChooseAsync(UserIdentity user, HandedIn batch, Dictionary<string, string> headers, bool remembers) =>
        _towns.Site.GoOnAsync(user, batch.Batch, desk => desk.ChooseAsync(batch.Batch, Columns(headers), remembers, CancellationToken.None));

    private Task<HandedIn> HandInAsync(UserIdentity user, string header, string number, string head, string place = "高新区,韩集镇,大杨新村", string more = ",2,未脱贫户,好") =>
        _towns.Site.HandInAsync(user, "户信息.csv", Encoding.UTF8.GetBytes($"{header}\r\n{place},{number},{head},371599198001010017{more}"));
}
