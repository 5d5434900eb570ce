using System.Text;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports.Choices;

/// <summary>A new number with the village, name and day of birth of somebody who is there already: nobody guesses, the user is asked.</summary>
public sealed class SamePersonTests : IAsyncLifetime
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型", SameDay = "371599198001010033";
    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task The_row_is_held_until_he_has_answered_and_the_question_masks_numbers()
    {
        var batch = await HandInAsync(Row("3715901150000501", "邓某"));
        var row = Assert.Single(batch.Rows);
        Assert.Equal(RowFate.Refused, row.Fate);
        Assert.Equal("邓某，1980-01-01 出生，户编号 3715901150000011，户主证件号码 371599********0017", Assert.Single(row.Alike).Text);
        Assert.StartsWith("户主姓名：库中有同村、同名、同一天出生的人（邓某，", Assert.Single(row.Faults).Message, StringComparison.Ordinal);

        await _towns.WrittenAsync(TwoTownships.HanjiStaff, batch);
        Assert.DoesNotContain("3715901150000501", await _towns.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_he_is_the_same_the_stored_row_takes_the_new_number()
    {
        var batch = await HandInAsync(Row("3715901150000501", "邓某", size: 4));
        var read = await AnswerAsync(batch, (2, batch.Rows[0].Alike[0].Id));
        Assert.Equal(RowFate.Updated, Assert.Single(read.Rows).Fate);
        Assert.Equal([new CellChange("户编号", "3715901150000011", "3715901150000501"), new CellChange("家庭人口数", "2", "4")], read.Rows[0].Changes.Where(c => c.Column != "户主证件号码"));

        await _towns.WrittenAsync(TwoTownships.HanjiStaff, read);
        var stored = await _towns.StoredAsync();
        Assert.Contains("3715901150000501 邓某 4 ", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("3715901150000011", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_he_is_another_the_row_is_new()
    {
        var read = await AnswerAsync(await HandInAsync(Row("3715901150000501", "邓某")), (2, ReadingChoices.Different));
        Assert.Equal(RowFate.Added, Assert.Single(read.Rows).Fate);
        await _towns.WrittenAsync(TwoTownships.HanjiStaff, read);
        Assert.Equal(2, (await _towns.StoredAsync()).Split('\n').Count(line => line.Contains(" 邓某 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_new_rows_of_one_sheet_are_asked_about_too()
    {
        var batch = await HandInAsync(Row("3715901150000502", "冯某"), Row("3715901150000503", "冯某"));
        Assert.Equal([RowFate.Added, RowFate.Refused], batch.Rows.OrderBy(r => r.Row).Select(r => r.Fate));
        Assert.StartsWith("户主姓名：第 2 行有同村、同名、同一天出生的人", batch.Rows.Single(r => r.Row == 3).Faults[0].Message, StringComparison.Ordinal);
        var read = await AnswerAsync(batch, (3, ReadingChoices.Different));
        Assert.Equal([RowFate.Added, RowFate.Added], read.Rows.Select(r => r.Fate));
    }

    [Fact]
    public async Task Nobody_asks_where_village_name_or_day_differ_or_both_are_in_the_file()
    {
        string[] rows =
        [
            Row("3715901150000011", "邓某", id: "371599198001010017"),
            Row("3715901150000504", "邓某"),
            Row("3715901150000505", "邓某某"),
        ];
        Assert.Equal([RowFate.Added, RowFate.Added], (await HandInAsync(rows)).Rows.Select(r => r.Fate));
    }

    [Fact]
    public async Task A_member_under_another_number_is_asked_about_and_keeps_his_row()
    {
        const string Members = "村,户编号,人口编号,姓名,证件号码,与户主关系\r\n大杨新村,3715901150000011,";
        await _towns.WrittenAsync(TwoTownships.HanjiStaff, await MembersAsync($"{Members}371590115000050101,王某,371599198001010017,配偶"));
        var batch = await MembersAsync($"{Members}371590115000050102,王某,{SameDay},配偶");
        var alike = Assert.Single(Assert.Single(batch.Rows).Alike);
        Assert.Contains("人口编号 371590115000050101", alike.Text, StringComparison.Ordinal);

        await _towns.WrittenAsync(TwoTownships.HanjiStaff, await AnswerAsync(batch, (2, alike.Id)));
        Assert.Equal([$"371590115000050102 {SameDay}"], await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Member>().Select(m => $"{m.Number} {m.IdNumber}").ToListAsync()));
    }

    [Fact]
    public async Task The_command_line_holds_such_a_row_and_says_so()
    {
        var path = Path.Combine(_towns.Site.Folder, "户信息-韩集镇.csv");
        await File.WriteAllTextAsync(path, string.Join("\r\n", Head, Row("3715901150000501", "邓某")));
        var sheet = Assert.Single(Assert.Single(await _towns.Site.ImportAsync(path)).Sheets);
        Assert.Equal((1, 0), (sheet.Refused, sheet.Accepted));
    }

    private static string Row(string number, string head, int size = 2, string id = SameDay) => $"高新区,韩集镇,大杨新村,{number},{head},{id},{size},未脱贫户";

    private Task<HandedIn> HandInAsync(params string[] rows) =>
        _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Head))));

    private Task<HandedIn> MembersAsync(string csv) => _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "人口信息-韩集镇.csv", Encoding.UTF8.GetBytes(csv));

    private Task<HandedIn> AnswerAsync(HandedIn batch, params (int Row, long Id)[] answers)
    {
        var sheet = Assert.Single(batch.Report.Sheets).Name;
        var choices = ReadingChoices.None with { Persons = new Dictionary<string, IReadOnlyDictionary<int, long>> { [sheet] = answers.ToDictionary(a => a.Row, a => a.Id) } };
        return _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.ChooseAsync(batch.Batch, choices, remembers: false, CancellationToken.None));
    }
}
