using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Ledgers;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Components.Ledgers;

public sealed class LedgerDialogTests
{
    private const string IdNumber = "371599198001010017";

    [Fact]
    public async Task A_row_is_added_and_stands_in_the_list()
    {
        await using var screen = await OpenAsync([], "?row=new");
        Put(screen, "Number", "A-1");
        Put(screen, "Name", "邓 某");
        Put(screen, "Kind", "住房");
        Put(screen, "Amount", "1,234.5元");
        Put(screen, "Day", "8月10日");
        screen.Page.Find("#field-place").Change(Dayang.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Button(screen, "是").Click();
        Save(screen);

        screen.Page.WaitForAssertion(() => Assert.Equal(["A-1"], screen.Cells("编号")));
        Assert.Equal("ledgers/samples", screen.Uri);
        var row = await screen.InStoreAsync(db => db.Set<SampleRow>().SingleAsync());
        Assert.Equal(("邓某", "住房", 123450L, new DateOnly(2020, 8, 10), true, Dayang), (row.Name, row.Kind, row.Amount, row.Day!.Value, row.Flag, row.Region));
        Assert.Contains("已登记 1 件", screen.Page.Find(".mud-snackbar").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_and_wrong_values_are_said_at_their_fields_and_nothing_is_stored()
    {
        await using var screen = await OpenAsync([], "?row=new");
        Put(screen, "Day", "2020-02-30");
        Put(screen, "Heads", "三");
        Put(screen, "IdNumber", "371599198001010018");
        Save(screen);

        Assert.Equal("编号：必填项为空。请填写。", Fault(screen, "Number"));
        Assert.Equal("村：必填项为空。请选择。", Fault(screen, "place"));
        Assert.Equal("发现日期：日期不存在（没有 2020-02-30 这一天）。请填写存在的日期，例如 2020-08-28。", Fault(screen, "Day"));
        Assert.Equal("人数：不是整数（“三”）。请填写整数，例如 3。", Fault(screen, "Heads"));
        Assert.StartsWith("证件号码：", Fault(screen, "IdNumber"), StringComparison.Ordinal);
        var input = screen.Page.Find("#field-Day");
        Assert.Equal(("true", "field-Day-fault"), (input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby")));
        Assert.Equal("2020-02-30", input.GetAttribute("value"));
        Assert.Equal(0, await screen.InStoreAsync(db => db.Set<SampleRow>().CountAsync()));
    }

    [Fact]
    public async Task A_field_is_checked_as_soon_as_it_is_left()
    {
        await using var screen = await OpenAsync([], "?row=new");

        Put(screen, "Amount", "很多");
        Assert.StartsWith("金额：不是金额（“很多”）。", Fault(screen, "Amount"), StringComparison.Ordinal);
        Put(screen, "Amount", "500");
        Assert.Empty(screen.Page.FindAll("#field-Amount-fault"));
    }

    [Fact]
    public async Task Rules_of_the_row_stand_at_their_field_and_a_taken_key_too()
    {
        await using var screen = await OpenAsync([Row("A-1", "王某"), Row("A-2")], "?row=2");
        Put(screen, "Heads", "0");
        Put(screen, "Amount", "5");
        Save(screen);
        screen.Page.WaitForAssertion(() => Assert.Equal("金额：没有人数却有金额。请先填写人数。", Fault(screen, "Amount")));

        Put(screen, "Heads", "1");
        Put(screen, "Number", "A-1");
        Save(screen);
        screen.Page.WaitForAssertion(() => Assert.Contains("与已有的“A-1 王某”相同", Fault(screen, "Number"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Masked_values_that_are_not_touched_stay_and_the_eye_shows_one()
    {
        var row = Row("A-1");
        (row.IdNumber, row.Phone) = (IdNumber, "13800001234");
        await using var screen = await OpenAsync([row], "?row=1");
        Assert.Equal("371599********0017", screen.Page.Find("#field-IdNumber").GetAttribute("value"));

        Put(screen, "Note", "看过");
        Put(screen, "Phone", "13900005678");
        screen.Page.FindAll(".ledger-form button").First(b => b.GetAttribute("aria-label")?.StartsWith("显示完整证件号码", StringComparison.Ordinal) == true).Click();
        screen.Page.WaitForAssertion(() => Assert.Equal(IdNumber, screen.Page.Find("#field-IdNumber").GetAttribute("value")));
        Save(screen);

        screen.Page.WaitForAssertion(() => Assert.Empty(screen.Page.FindAll(".ledger-form")));
        var stored = await screen.InStoreAsync(db => db.Set<SampleRow>().SingleAsync());
        Assert.Equal((IdNumber, "13900005678", "看过"), (stored.IdNumber, stored.Phone, stored.Note));
        Assert.Equal(1, await screen.InStoreAsync(db => db.Audit.CountAsync(a => a.Action == "查看")));
    }

    [Fact]
    public async Task Leaving_with_unsaved_text_asks_first()
    {
        await using var screen = await OpenAsync([Row("A-1")], "?row=1");
        Put(screen, "Note", "没保存");

        await screen.GoAsync("/ledgers/samples");
        Assert.Contains("还有没保存的修改", screen.Page.Find(".mud-dialog-actions").TextContent, StringComparison.Ordinal);
        Assert.Equal("ledgers/samples?row=1", screen.Uri);
        Button(screen, "继续填写").Click();
        Assert.Equal("没保存", screen.Page.Find("#field-Note").GetAttribute("value"));
        Button(screen, "取消").Click();
        Button(screen, "放弃修改").Click();

        screen.Page.WaitForAssertion(() => Assert.Equal("ledgers/samples", screen.Uri));
        Assert.Empty(screen.Page.FindAll(".ledger-form"));
        Assert.Equal("", (await screen.InStoreAsync(db => db.Set<SampleRow>().SingleAsync())).Note);
    }

    [Fact]
    public async Task Back_closes_a_dialog_without_changes()
    {
        await using var screen = await OpenAsync([Row("A-1")], "?row=1");

        await screen.GoAsync("/ledgers/samples");

        screen.Page.WaitForAssertion(() => Assert.Empty(screen.Page.FindAll(".ledger-form")));
    }

    [Fact]
    public async Task A_conflict_shows_both_versions_and_saves_what_is_chosen()
    {
        await using var screen = await OpenAsync([Row("A-1")], "?row=1");
        await screen.InStoreAsync(async db =>
        {
            var row = await db.Set<SampleRow>().SingleAsync();
            (row.Note, row.Kind, row.Heads) = ("他的说明", "医疗", 4);
            return await db.SaveChangesAsync();
        }, CityStaff);
        Put(screen, "Note", "我的说明");
        Put(screen, "Kind", "住房");
        Save(screen);

        var rows = screen.Page.WaitForElements(".conflict tbody tr");
        Assert.Equal(["类别|住房|医疗", "人数|—|4", "说明|我的说明|他的说明"], rows.Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))));
        Assert.Contains("city", screen.Page.Find(".conflict thead").TextContent, StringComparison.Ordinal);
        screen.Page.Find("input[aria-label='类别用已保存的：医疗']").Change("on");
        Button(screen, "保存所选").Click();

        screen.Page.WaitForAssertion(() => Assert.Empty(screen.Page.FindAll(".ledger-form")));
        var stored = await screen.InStoreAsync(db => db.Set<SampleRow>().SingleAsync());
        Assert.Equal(("我的说明", "医疗", 4, 3), (stored.Note, stored.Kind, stored.Heads, stored.Version));
    }

    [Fact]
    public async Task A_household_is_picked_from_what_fits_and_brings_its_village()
    {
        await using var screen = await OpenAsync([Row("A-1", region: Hanjixin)], "?row=1", async db =>
        {
            db.AddRange(new Household { Number = "3715901150001", HeadName = "邓某", Region = Hanjixin }, new Household { Number = "3715901150002", HeadName = "邓三", Region = Hanjixin }, new Household { Number = "3715901150003", HeadName = "邓四", Region = Dayang });
            await db.SaveChangesAsync();
        });

        screen.Page.Find("#field-HouseholdName").Input("邓");
        var found = screen.Page.WaitForElements(".lookup-list li");
        Assert.Equal(["邓某韩集新村 3715901150001", "邓三韩集新村 3715901150002"], found.Select(f => f.TextContent));
        screen.Page.Find("#field-HouseholdName").KeyDown("ArrowDown");
        screen.Page.Find("#field-HouseholdName").KeyDown("ArrowDown");
        screen.Page.Find("#field-HouseholdName").KeyDown("Enter");
        Assert.Equal("邓三", screen.Page.Find("#field-HouseholdName").GetAttribute("value"));
        Save(screen);

        screen.Page.WaitForAssertion(() => Assert.Empty(screen.Page.FindAll(".ledger-form")));
        var stored = await screen.InStoreAsync(db => db.Set<SampleRow>().SingleAsync());
        Assert.Equal(("邓三", 2L), (stored.HouseholdName, stored.HouseholdId));
    }

    [Fact]
    public async Task A_leader_reads_the_row_and_may_not_change_it()
    {
        await using var screen = await OpenAsync([Row("A-1")], "?row=1", user: Leader);

        Assert.Empty(screen.Page.FindAll(".ledger-form input, .ledger-form select"));
        Assert.Contains("邓某", screen.Page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(screen.Page.FindAll(".mud-dialog-actions button"), b => b.TextContent.Contains("保存", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_is_deleted_with_a_reason_and_brought_back_from_the_message()
    {
        await using var screen = await OpenAsync([Row("A-1")], "?row=1");
        Button(screen, "删除").Click();
        screen.Page.WaitForElement("textarea[id$=reason], input[id$=reason]");
        Dialog(screen, "删除").Click();
        Assert.Contains("删除原因：没有填", screen.Page.Find(".field-error").TextContent, StringComparison.Ordinal);
        screen.Page.Find("textarea[id$=reason], input[id$=reason]").Input("重复登记");
        Dialog(screen, "删除").Click();

        screen.Page.WaitForElement(".empty");
        Assert.Equal("重复登记", (await screen.InStoreAsync(db => db.Set<SampleRow>().IgnoreQueryFilters().SingleAsync())).DeleteReason);
        screen.Page.FindAll(".mud-snackbar button").First(b => b.TextContent.Contains("撤销", StringComparison.Ordinal)).Click();
        screen.Page.WaitForAssertion(() => Assert.Equal(["A-1"], screen.Cells("编号")));
    }

    private static async Task<LedgerScreen> OpenAsync(IEnumerable<SampleRow> rows, string query, Func<AppDbContext, Task>? more = null, UserIdentity? user = null)
    {
        var screen = await LedgerScreen.OfAsync(user ?? Staff, rows);
        if (more is not null)
            await screen.InStoreAsync(async db =>
            {
                await more(db);
                return 0;
            });
        screen.Open(query);
        screen.Page.WaitForElement(".ledger-form .facts, .ledger-form .fields");
        return screen;
    }

    private static void Put(LedgerScreen screen, string field, string text) => screen.Page.Find($"#field-{field}").Change(text);

    private static string Fault(LedgerScreen screen, string field) => screen.Page.Find($"#field-{field}-fault").TextContent.Trim();

    private static IElement Button(LedgerScreen screen, string text) => Waited(screen, ".mud-dialog button", text)[0];

    private static IElement Dialog(LedgerScreen screen, string text) => Waited(screen, ".mud-dialog-actions button", text)[^1];

    private static List<IElement> Waited(LedgerScreen screen, string where, string text)
    {
        List<IElement> found = [];
        screen.Page.WaitForState(() => (found = [.. screen.Page.FindAll(where).Where(b => b.TextContent.Trim() == text)]).Count > 0);
        return found;
    }

    private static void Save(LedgerScreen screen) => screen.Page.Find(".mud-dialog .mud-dialog-actions .btn.main").Click();
}
