using PovertyDashboard.Features.Forms;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Excel.Filling;
using PovertyDashboard.Tests.Excel.Writing;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>A form is filled with what its user may export, no more, and every time is on record.</summary>
public sealed class FormFillingTests : IAsyncLifetime
{
    private FormStore _store = null!;

    public async Task InitializeAsync() => _store = await FormStore.CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_form_is_filled_for_the_region_and_the_day_and_its_numbers_of_persons_are_masked()
    {
        var form = await _store.AddFormAsync();
        var filled = await _store.FillAsync(FormStore.Staff, form.Id);
        var book = new FilledBook(filled!.Content);

        Assert.Equal("张寨镇季度统计表-2020-08-31.xlsx", filled.Name);
        Assert.Equal(["张寨镇", "44074", "5", "0.8", "赵某", "5"], new[] { "B2", "F2", "B3", "E3", "D13", "I12" }.Select(a => book.At(a)));
        Assert.Equal(["1", "丁某", "371599********0041", "4", "4000.50", "44058", "=IF(E$11=0,0,E6/E$11)"], "ABCDEFG".Select(c => book.At($"{c}6")));
        Assert.Equal(["5", "丙某", "371599********0033", "3", "3000.50", "44027"], "ABCDEF".Select(c => book.At($"{c}10")));
        Assert.Equal("=SUM(D6:D10)", book.At("D11"));
        WrittenSheet.AssertValid(filled.Content);

        var note = Assert.Single(await _store.NotesAsync("导出"));
        Assert.Equal((form.Id, "staff", FormStore.Zhangzhai), (note.RowId, note.User, note.Region));
        Assert.Contains("\"行数\":[5],\"完整\":[false]", note.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_numbers_are_for_those_who_keep_the_ledger_and_give_a_reason()
    {
        var form = await _store.AddFormAsync();
        Assert.Contains("导出事由没有填", (await _store.FillAsync(FormStore.Staff, form.Id, reason: ""))!.Refusal, StringComparison.Ordinal);
        Assert.Equal("您的账号只能填写脱敏后的套表。", (await _store.FillAsync(FormStore.Leader, form.Id, reason: "核对"))!.Refusal);
        Assert.Empty(await _store.NotesAsync("导出"));

        var book = new FilledBook((await _store.FillAsync(FormStore.Staff, form.Id, reason: "上报县扶贫办核对"))!.Content);
        Assert.Equal(FormStore.PersonIds, Enumerable.Range(6, 5).Select(r => book.At($"C{r}")!).Order(StringComparer.Ordinal));
        Assert.Equal("inlineStr", (string?)book.Cell("C6")!.Attribute("t"));
        Assert.Contains("上报县扶贫办核对", Assert.Single(await _store.NotesAsync("导出")).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_fills_masked_and_a_village_has_its_own_rows_and_figures()
    {
        var form = await _store.AddFormAsync();
        var book = new FilledBook((await _store.FillAsync(FormStore.Leader, form.Id, FormStore.Shangzhuang))!.Content);

        Assert.Equal(["2", "0.5", "丁某", "戊某", "=SUM(D6:D7)"], new[] { "B3", "E3", "B6", "B7", "D8" }.Select(a => book.At(a)));
    }

    [Fact]
    public async Task Nobody_else_meets_the_form_and_no_other_place_is_filled()
    {
        var form = await _store.AddFormAsync();
        foreach (var user in new[] { FormStore.Elsewhere, FormStore.Village, FormStore.Helper, FormStore.Doctor, UserIdentity.Nobody })
        {
            Assert.Null(await _store.FillAsync(user, form.Id));
            Assert.Null(await _store.OpenAsync(user, form.Id));
            Assert.Empty(await _store.WithAsync<FormDesk, IReadOnlyList<FormLine>>(user, d => d.ListAsync(CancellationToken.None)));
        }

        foreach (var region in new[] { FormStore.Hanji, 1, 0 }) Assert.StartsWith("地区：不在您的管辖范围内", (await _store.FillAsync(FormStore.Staff, form.Id, region))!.Refusal, StringComparison.Ordinal);
        Assert.Null(await _store.FillAsync(FormStore.Admin, form.Id));
        Assert.Empty(await _store.NotesAsync("导出"));
    }

    [Fact]
    public async Task A_past_month_is_filled_where_everything_in_the_form_can_be_told_of_it()
    {
        var form = await _store.AddFormAsync(layout: FormStore.Layout.Without(CountyForm.Details, 3, 4));
        var book = new FilledBook((await _store.FillAsync(FormStore.Staff, form.Id, month: 202006))!.Content);
        Assert.Equal(((await _store.ValueAsync("households.all", FormStore.Zhangzhai, new DateOnly(2020, 6, 30))).ToString("0", System.Globalization.CultureInfo.InvariantCulture), "44012"), (book.At("B3"), book.At("F2")));
        Assert.Equal(book.At("B3"), book.At($"I{8 + int.Parse(book.At("B3")!, System.Globalization.CultureInfo.InvariantCulture) - 1}"));

        // A figure that nobody has kept, and rows as they are today.
        var kept = await _store.AddFormAsync();
        Assert.Equal("填报期：2020 年 6 月末的数字没有留存。请改选当前，或别的月份。", (await _store.FillAsync(FormStore.Staff, kept.Id, month: 202006))!.Refusal);
        var all = await _store.AddFormAsync(layout: new FormLayout([new FormBlock(CountyForm.Details, 6, "households", "")], []));
        Assert.Contains("没有留存", (await _store.FillAsync(FormStore.Staff, all.Id, month: 202006))!.Refusal, StringComparison.Ordinal);
        foreach (var odd in new[] { 202008, 202013, 0, -1, 201806 }) Assert.StartsWith("填报期：", (await _store.FillAsync(FormStore.Staff, form.Id, month: odd))!.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_without_rows_leaves_the_block_row_empty_and_what_the_product_no_longer_has_stays_empty()
    {
        var layout = FormStore.Layout.With(FormStore.Of(3, 6, PlacementKind.Measure, "gone.measure"), FormStore.Of(6, 8, PlacementKind.Column, "Gone"), FormStore.Of(3, 7, PlacementKind.Fact, "gone"));
        var form = await _store.AddFormAsync(layout: layout);
        var book = new FilledBook((await _store.FillAsync(FormStore.Staff, form.Id, 371522116202))!.Content);

        Assert.Equal(["0", null, null, null, "=SUM(D6:D6)", "0", null, null], new[] { "B3", "E3", "A6", "B6", "D7", "I8", "G3", "H3" }.Select(a => book.At(a)));
    }

    [Fact]
    public async Task A_form_whose_sheet_was_renamed_is_refused_in_a_sentence()
    {
        var form = await _store.AddFormAsync(layout: FormStore.Layout.With(new Placement("旧表", 1, 1, PlacementKind.Fact, "unit")));
        Assert.StartsWith("工作簿里没有工作表「旧表」", (await _store.FillAsync(FormStore.Staff, form.Id))!.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_households_come_into_one_form()
    {
        await _store.InStoreAsync(UserIdentity.System, db =>
        {
            for (var i = 0; i < 1995; i++) db.Add(new PovertyDashboard.Features.Households.Household { Region = FormStore.Qianwang, HeadName = "众某", Number = $"37152211609{i:0000}", Size = 2, IncomePerHead = 500_000 });
            return db.SaveChangesAsync();
        });
        var form = await _store.AddFormAsync();
        var filled = await _store.FillAsync(FormStore.Staff, form.Id);
        var book = new FilledBook(filled!.Content);

        Assert.Equal(("2000", "2000", "=SUM(D6:D2005)"), (book.At("B3"), book.At("A2005"), book.At("D2006")));
        Assert.Equal(2000, Opening.Rows(filled.Content, "x").Count(r => r.Number is >= 6 and < 2006 && !r[1].IsEmpty));
    }
}
