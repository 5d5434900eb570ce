using Bunit;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Loop;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Features.Households;

public class HouseholdFilePageTests
{
    private const string HeadId = "371599198001010017";

    [Fact]
    public async Task The_file_shows_the_household_its_members_and_its_place_in_the_village()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        await using var screen = await FileScreen.OfAsync(Staff, [.. deng.Members, deng, HouseholdStore.Household(Dayang, "3715021159000002", "安某"), HouseholdStore.Household(Dayang, "3715021159000003", "赵某")]);
        screen.Open(deng.Id);

        Assert.Equal("邓某", screen.TextOf("h1"));
        Assert.Equal("第 2 户，共 3 户", screen.TextOf(".path .caption"));
        Assert.Equal(["贫困户", "韩集镇", "大杨新村", "一户一档"], screen.TextsOf(".path li"));
        Assert.Equal(["上一户", "下一户"], screen.TextsOf(".path a.step"));
        Assert.Contains("371599********0017", screen.TextOf(".keys"), StringComparison.Ordinal);
        Assert.DoesNotContain(HeadId, screen.Page.Markup, StringComparison.Ordinal);
        Assert.Equal(["邓某", "赵某"], screen.TextsOf(".table tbody th"));
        Assert.Equal(["户主", "男", "40"], screen.TextsOf(".table tbody tr:first-child td").Take(3));
        Assert.Equal("4,357.50 元（2020 年度）", screen.TextsOf(".keys dd")[7]);
    }

    [Fact]
    public async Task Staff_see_illness_and_may_change_leaders_see_neither()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        await using (var screen = await FileScreen.OfAsync(Staff, [deng, .. deng.Members]))
        {
            screen.Open(deng.Id);
            Assert.Contains("三级肢体残疾", screen.TextsOf(".chip"));
            Assert.Equal("残疾", screen.TextsOf(".table tbody tr:first-child td")[4]);
            Assert.Contains("修改", screen.TextsOf(".btn.main"));
        }

        deng = Family(Dayang, "3715021159000001", "邓某");
        await using (var screen = await FileScreen.OfAsync(Leader, [deng, .. deng.Members]))
        {
            screen.Open(deng.Id);
            Assert.DoesNotContain("残疾", screen.Page.Find(".head-card").TextContent, StringComparison.Ordinal);
            Assert.Equal("＊＊", screen.TextsOf(".table tbody tr:first-child td")[4]);
            Assert.Empty(screen.Page.FindAll(".btn.main"));
            Assert.Empty(screen.Page.FindAll(".eye"));
        }
    }

    [Fact]
    public async Task A_deleted_household_says_who_deleted_it_and_why_and_can_be_restored_with_its_members()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        await using var screen = await FileScreen.OfAsync(Staff, [deng, .. deng.Members]);
        await screen.InStoreAsync(async db =>
        {
            var row = await db.Set<Household>().SingleAsync();
            (row.IsDeleted, row.DeleteReason) = (true, "重复登记");
            return await db.SaveChangesAsync();
        });
        screen.Open(deng.Id);

        Assert.Equal("这一户已删除", screen.TextOf("h1"));
        Assert.Contains("原因：重复登记", screen.TextOf(".empty-text"), StringComparison.Ordinal);

        screen.Page.FindAll(".empty button").Single(b => b.TextContent.Contains("恢复", StringComparison.Ordinal)).Click();
        screen.Page.WaitForAssertion(() => Assert.Equal("邓某", screen.TextOf("h1")));
        Assert.Equal(2, screen.Page.FindAll(".table tbody tr").Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_household_outside_the_scope_is_not_there_deleted_or_not(bool deleted)
    {
        var far = HouseholdStore.Household(Qianwang, "3715221160000001", "王某");
        await using var screen = await FileScreen.OfAsync(Staff, far);
        await screen.InStoreAsync(async db =>
        {
            var row = await db.Set<Household>().SingleAsync();
            row.IsDeleted = deleted;
            return await db.SaveChangesAsync();
        });
        screen.Open(far.Id);

        Assert.Equal("没有这一户", screen.TextOf("h1"));
        Assert.DoesNotContain("王某", screen.Page.Markup, StringComparison.Ordinal);

        screen.Open(987_654);
        Assert.Equal("没有这一户", screen.TextOf("h1"));
    }

    [Fact]
    public async Task Rows_of_linked_ledgers_stand_on_the_time_line_and_on_a_tab_of_their_ledger()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        await using var screen = await FileScreen.OfAsync(Staff, [deng, .. deng.Members]);
        await screen.InStoreAsync(db =>
        {
            db.Add(Problem(deng.Id, "20200811-001", "院内净不达标。", new DateOnly(2020, 8, 11)));
            db.Add(Problem(deng.Id, "20200820-001", "屋顶漏雨。", new DateOnly(2020, 8, 20)));
            db.Add(Problem(null, "20200820-002", "另一户的问题。", new DateOnly(2020, 8, 20)));
            return db.SaveChangesAsync();
        });
        screen.Open(deng.Id);

        Assert.Equal(["08-20", "08-11"], screen.TextsOf("time"));
        Assert.Contains("屋顶漏雨", screen.TextOf("ol li .what p"), StringComparison.Ordinal);
        Assert.Equal(["概况", "成员2", "收入"], screen.TextsOf(".tabs a").Take(3));
        Assert.Contains("整改2", screen.TextsOf(".tabs a"));
        Assert.Contains("逾期 2 件", screen.TextsOf(".chip"));

        screen.Open(deng.Id, "?tab=problems");
        Assert.Equal("整改2", screen.TextOf(".tabs a[aria-current=page]"));
        Assert.Equal(["20200820-001", "20200811-001"], screen.TextsOf(".table tbody th"));
        Assert.DoesNotContain("另一户", screen.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_added_to_this_household()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        await using var screen = await FileScreen.OfAsync(Staff, [deng, .. deng.Members]);
        screen.Open(deng.Id);
        screen.Page.FindAll("button").Single(b => b.TextContent.Contains("添加成员", StringComparison.Ordinal)).Click();
        screen.Page.WaitForElement("#field-Number");

        Assert.Equal("3715021159000001", screen.Page.Find("#field-Household-Number").GetAttribute("value"));
        Put("Number", "371502115900000103");
        Put("Name", "邓某某");
        Put("IdNumber", "371599200805150023");
        Put("Relation", "之女");
        screen.Page.FindAll(".ledger-dialog .btn.main").Single().Click();

        screen.Page.WaitForAssertion(() => Assert.Equal(3, screen.Page.FindAll(".wide-table tbody tr").Count));
        var added = await screen.InStoreAsync(db => db.Set<Member>().SingleAsync(m => m.Number == "371502115900000103"));
        Assert.Equal((deng.Id, Dayang, "女", new DateOnly(2008, 5, 15)), (added.HouseholdId, added.Region, added.Gender, added.BornOn));

        void Put(string key, string text) => screen.Page.Find($"#field-{key}").Change(text);
    }

    [Fact]
    public async Task Income_that_does_not_add_up_is_said()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        deng.NetIncome += 100;
        await using var screen = await FileScreen.OfAsync(Staff, deng);
        screen.Open(deng.Id, "?tab=income");

        Assert.Contains("登记的纯收入与各项之和不一致", screen.TextsOf(".chip"));
    }

    [Fact]
    public async Task A_household_without_members_income_and_records_says_what_is_missing()
    {
        var bare = HouseholdStore.Household(Dayang, "3715021159000001", "邓某");
        await using var screen = await FileScreen.OfAsync(Staff, bare);
        screen.Open(bare.Id);

        Assert.Equal(["还没有登记家庭成员", "还没有登记收入", "还没有关联的记录"], screen.TextsOf(".empty-title"));
    }

    [Fact]
    public async Task The_print_button_prints()
    {
        var deng = Family(Dayang, "3715021159000001", "邓某");
        await using var screen = await FileScreen.OfAsync(Leader, deng);
        screen.Open(deng.Id);
        screen.Page.FindAll(".acts button").Single(b => b.TextContent.Trim() == "打印档案").Click();

        screen.Js.VerifyInvoke("print");
        Assert.Equal("贫困户档案", screen.TextOf(".print-title"));
    }

    private static Household Family(long region, string number, string head)
    {
        var household = HouseholdStore.Household(region, number, head, h =>
        {
            (h.Year, h.MainCause, h.WageIncome, h.TransferIncome, h.BusinessIncome, h.BusinessCost) = (2020, "因残", 8_000_00, 715_00, 0, 0);
            (h.NetIncome, h.IncomePerHead) = (8_715_00, 4_357_50);
        });
        household.Members.Add(HouseholdStore.Member(household, number + "01", head, m =>
            (m.IdNumber, m.Health, m.DisabilityKind, m.DisabilityGrade) = (HeadId, "残疾", "肢体", "三级")));
        household.Members.Add(HouseholdStore.Member(household, number + "02", "赵某", m => (m.IdNumber, m.Relation) = ("371599198206150021", "配偶")));
        return household;
    }

    private static Problem Problem(long? household, string number, string text, DateOnly found) => new()
    {
        Region = Dayang,
        Number = number,
        HouseholdName = "邓某",
        HouseholdId = household,
        Source = "自查",
        Category = "住房",
        Description = text,
        FoundOn = found,
        DueOn = new DateOnly(2020, 8, 25),
    };
}
