using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Support;
using Dialog = PovertyDashboard.Components.Shared.Ledgers;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Lists of the villages often lack 人口编号: a member is then known by household and ID.</summary>
public sealed class MembersWithoutNumberTests : IAsyncLifetime
{
    private const string Household = "3715901150000011", First = "371599198001010017", Second = "371599195211030020";
    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task A_list_without_numbers_comes_in_and_a_second_time_changes_nothing_and_a_list_with_numbers_adds_them()
    {
        string[] rows = [$"大杨新村,{Household},邓某,{First},户主,普通劳动力", $"大杨新村,{Household},王某,{Second},配偶,无劳动力"];
        var list = Csv("村,户编号,姓名,证件号码,与户主关系,劳动技能", rows);
        Assert.Equal([RowFate.Added, RowFate.Added], await FatesAsync(list));
        Assert.Equal([RowFate.Unchanged, RowFate.Unchanged], await FatesAsync(list));

        var changed = Csv("村,户编号,姓名,证件号码,与户主关系,劳动技能", rows[0], rows[1].Replace("无劳动力", "弱劳动力或半劳动力", StringComparison.Ordinal));
        Assert.Equal([RowFate.Unchanged, RowFate.Updated], await FatesAsync(changed));

        var numbered = Csv("村,户编号,人口编号,姓名,证件号码,与户主关系", $"大杨新村,{Household},371590115000001101,邓某,{First},户主", $"大杨新村,{Household},371590115000001102,王某,{Second},配偶");
        Assert.Equal([RowFate.Updated, RowFate.Updated], await FatesAsync(numbered));
        Assert.Equal([RowFate.Unchanged, RowFate.Unchanged], await FatesAsync(numbered));
        Assert.Equal([RowFate.Unchanged, RowFate.Unchanged], await FatesAsync(changed));
        Assert.Equal(
            ["371590115000001101 邓某 普通劳动力", "371590115000001102 王某 弱劳动力或半劳动力"],
            await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Member>().OrderBy(m => m.Number).Select(m => $"{m.Number} {m.Name} {m.Labour}").ToListAsync()));
    }

    [Fact]
    public async Task The_same_person_twice_in_a_list_is_held_and_two_numbers_stay_two_members()
    {
        var result = await ImportAsync(Csv("村,户编号,人口编号,姓名,证件号码,与户主关系",
            $"大杨新村,{Household},,邓某,{First},户主", $"大杨新村,{Household},,邓某某,{First},户主",
            $"大杨新村,{Household},371590115000001103,赵某,{Second},之子", $"大杨新村,{Household},371590115000001104,赵某某,{Second},之子"));
        Assert.Equal([RowFate.Added, RowFate.Refused, RowFate.Added, RowFate.Added], result.Rows.Select(r => r.Fate));
        Assert.Equal("证件号码：文件内重复（第 2 行已有同样的内容）。请只保留一行。", Assert.Single(result.Rows[1].Faults).Message);

        // Two stored members have this ID: nobody guesses which one is meant.
        var unclear = await ImportAsync(Csv("村,户编号,姓名,证件号码,与户主关系", $"大杨新村,{Household},赵某,{Second},之子"));
        Assert.Equal("证件号码：库中有两行与此相同，分不清是哪一行。请填写人口编号，或先在台账里改正。", Assert.Single(Assert.Single(unclear.Rows).Faults).Message);
    }

    [Fact]
    public async Task Without_number_and_id_a_row_is_held()
    {
        var result = await ImportAsync(Csv("村,户编号,人口编号,姓名,证件号码,与户主关系", $"大杨新村,{Household},,邓某,,户主"));
        Assert.Equal("证件号码：必填项为空。请填写。", Assert.Single(Assert.Single(result.Rows).Faults).Message);
    }

    [Fact]
    public async Task The_form_takes_a_member_without_number_once()
    {
        var id = await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().Where(h => h.Number == Household).Select(h => h.Id).SingleAsync());
        var form = new Dialog.LedgerForm(MemberLedger.Ledger, MemberLedger.Ledger.Columns, new Member());
        foreach (var (header, text) in new[] { ("姓名", "邓某"), ("证件号码", First), ("与户主关系", "户主") }) form.Fields.Single(f => f.Column.Header == header).Text = text;
        form.Pick(form.Fields.Single(f => f.Column.Kind == ColumnKind.HouseholdNumber), new HouseholdKey(id, TwoTownships.Dayang, Household, "邓某", First));
        var codes = _towns.Site.Site.Services.GetRequiredService<CodeListDirectory>().Current;
        var row = form.Build(new ColumnParser(codes, new DateOnly(2020, 8, 31)), codes, new DateOnly(2020, 8, 31));
        Assert.NotNull(row);

        var saved = Assert.IsType<RowSaved>(await SaveAsync(row, 0));
        var again = Assert.IsType<RowInvalid>(await SaveAsync(row, 0));
        Assert.Equal(new Fault("证件号码", "户编号、证件号码：与已有的“邓某”相同。请核对后修改，或打开那一行修改。"), Assert.Single(again.Faults));

        var stored = (Member)saved.Row;
        stored.Number = "371590115000001105";
        Assert.IsType<RowSaved>(await SaveAsync(stored, stored.Version));
    }

    [Fact]
    public async Task The_sample_without_its_numbers_finds_every_member_that_came_in_with_one()
    {
        await using var site = new ImportSite();
        var numbered = (await site.ImportSamplesAsync())[0].Sheets[0];
        var path = XlsxEdit.Copy(Samples.PathOf("人口信息-张寨镇.xlsx"), site.Folder, sheet => sheet.ChangeTexts(text => text == "人口编号" ? "无关的列" : text, lastRow: 1));
        var sheet = Assert.Single(Assert.Single(await site.ImportAsync(path)).Sheets);
        Assert.Equal(numbered.Accepted, sheet.Unchanged);
        Assert.Equal(numbered.Rows.Where(r => r.Fate == RowFate.Refused).Select(r => r.Row), sheet.Rows.Where(r => r.Fate == RowFate.Refused).Select(r => r.Row));
    }

    private Task<SaveOutcome> SaveAsync(LedgerRow row, int version) =>
        _towns.Site.Site.AsAsync(TwoTownships.HanjiStaff, s => s.GetRequiredService<LedgerEditor>().SaveAsync(MemberLedger.Ledger, row, version, CancellationToken.None));

    private async Task<IEnumerable<RowFate>> FatesAsync(string csv) => (await ImportAsync(csv)).Rows.Select(r => r.Fate);

    private async Task<SheetResult> ImportAsync(string csv)
    {
        var path = Path.Combine(_towns.Site.Folder, "人口信息-韩集镇.csv");
        await File.WriteAllTextAsync(path, csv, Encoding.UTF8);
        return Assert.Single(Assert.Single(await _towns.Site.ImportAsync(TwoTownships.HanjiStaff, path)).Sheets);
    }

    private static string Csv(string head, params string[] rows) => string.Join("\r\n", [head, .. rows]);
}
