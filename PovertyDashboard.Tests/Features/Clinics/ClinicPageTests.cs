using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Features.Clinics.Pages;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Clinics.ClinicStore;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>The page of one clinic: registration on the spot, flags while typing, the urgent list.</summary>
public sealed class ClinicPageTests : IAsyncLifetime
{
    private const string Systolic = "#field-Systolic", Diastolic = "#field-Diastolic", Glucose = "#field-Glucose";

    private ClinicScreen _screen = null!;
    private Clinic _clinic = null!;

    public async Task InitializeAsync()
    {
        _screen = await ClinicScreen.OfAsync(Doctor);
        _clinic = NewClinic();
        var household = new Household { Region = Dayang, Number = "3715021150000010", HeadName = "邓某", HeadId = "371599198001010017", Size = 2, Type = "脱贫享受政策户", MainCause = "因病" };
        await _screen.Store.AddAsync(
            _clinic, household,
            new Member { Household = household, Region = Dayang, Number = "371502115000001001", Name = "赵某", IdNumber = "371599195211030020", Relation = "配偶", BornOn = new(1952, 11, 3), Gender = "女", Phone = "13800001234" });
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_member_is_found_by_household_and_registered_with_the_flag_shown_at_once()
    {
        var page = Open();
        await FindAsync(page, "邓某", "赵某");
        Assert.Equal(("赵某", "371599195211030020", "67"), (Value(page, "#field-Name"), Value(page, "#field-IdNumber"), Value(page, "#field-Age")));

        page.Find(Systolic).Input("182");
        Assert.Empty(Flags(page));
        page.Find(Diastolic).Input("96");
        Assert.Equal([HealthFlags.PressureUrgent], Flags(page));
        page.Find(Glucose).Input("5.6");
        Assert.Equal([HealthFlags.PressureUrgent, HealthFlags.Normal], Flags(page));

        await page.Find(".register .foot .main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已登记 赵某", page.Find(".register .notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("安排转诊", page.Find(".register .notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("赵某", page.Find(".urgent").TextContent, StringComparison.Ordinal);
        Assert.Equal("", Value(page, "#field-Name"));
        var record = await _screen.Store.InStoreAsync(UserIdentity.System, db => db.Set<ClinicRecord>().AsNoTracking().SingleAsync());
        Assert.Equal((182, 96, 56L, "邓某", Day, Venue), (record.Systolic, record.Diastolic, record.Glucose, record.HouseholdName, record.HeldOn, record.Venue));
        Assert.NotNull(record.HouseholdId);
    }

    [Fact]
    public async Task A_record_without_a_household_is_linked_by_the_id_of_a_member()
    {
        var record = await _screen.Store.RegisterAsync(NewRecord(name: "赵某"));
        Assert.Equal("邓某", record.HouseholdName);
        Assert.NotNull(record.HouseholdId);
        Assert.Null((await _screen.Store.RegisterAsync(NewRecord(name: "钱某", id: "371599194503071233"))).HouseholdId);
    }

    [Theory]
    [InlineData("0020")]
    [InlineData("371599195211030020")]
    public async Task A_member_is_found_by_the_id(string part)
    {
        var page = Open();
        await FindAsync(page, part, "赵某");
        Assert.Equal("赵某", Value(page, "#field-Name"));
    }

    [Fact]
    public async Task What_is_refused_stays_typed_and_says_why()
    {
        var page = Open();
        page.Find("#field-Name").Change("邓某");
        page.Find("#field-Age").Change("70");
        page.Find(Systolic).Input("80");
        page.Find(Diastolic).Input("140");
        Assert.Contains("收缩压：小于舒张压", page.Find(".vitals .bad").TextContent, StringComparison.Ordinal);
        page.Find(Glucose).Input("156");
        await page.Find(".register .foot .main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".vitals .bad"), e => e.TextContent.Contains("超出仪器范围", StringComparison.Ordinal)));
        Assert.Equal(("邓某", "80", "140", "156"), (Value(page, "#field-Name"), Value(page, Systolic), Value(page, Diastolic), Value(page, Glucose)));
        Assert.Equal(0, await _screen.Store.InStoreAsync(UserIdentity.System, db => db.Set<ClinicRecord>().CountAsync()));
    }

    [Fact]
    public async Task A_second_registration_of_the_same_person_is_told_above_the_form()
    {
        await _screen.Store.AddAsync(NewRecord(name: "赵某"));
        var page = Open();
        await FindAsync(page, "赵某", "赵某");
        await page.Find(".register .foot .main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("与已有的“赵某”相同", page.Find(".register .notice.error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_office_sees_names_without_values_and_no_form()
    {
        await _screen.Store.AddAsync(NewRecord(systolic: 182));
        Context.Identity = Staff;
        var page = Open();
        page.WaitForElement("#people-title");
        Assert.Empty(page.FindAll(".register"));
        Assert.Contains("邓某", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("182", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("血压偏高", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inspector_sees_the_reported_heads_alone()
    {
        await _screen.Store.AddAsync(NewRecord(systolic: 182));
        Context.Identity = Inspector;
        var page = Open();
        page.WaitForElement(".facts.head");
        Assert.Contains("46 人", page.Find(".facts.head").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("邓某", page.Markup, StringComparison.Ordinal);
        Assert.Contains("名单不在这里显示", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_over_time_are_drawn_for_the_clinic_and_withheld_from_the_office()
    {
        foreach (var (day, systolic) in new[] { (new DateOnly(2020, 4, 18), 166), (Day, 171) })
        {
            var record = NewRecord(systolic: systolic);
            (record.HeldOn, record.HouseholdId, record.HouseholdName) = (day, 77, "邓某");
            await _screen.Store.AddAsync(record);
        }

        var trend = _screen.Show<HealthTrend>((nameof(HealthTrend.Household), 77L));
        trend.WaitForElement(".trend table");
        Assert.Equal(["2020-07-25", "2020-04-18"], trend.FindAll(".trend tbody th").Select(e => e.TextContent.Trim()));
        Assert.Contains("171/76", trend.Markup, StringComparison.Ordinal);
        Assert.Contains("测量 2 次", trend.Markup, StringComparison.Ordinal);
        Context.Identity = Staff;
        trend = _screen.Show<HealthTrend>((nameof(HealthTrend.Household), 77L));
        Assert.DoesNotContain("171", trend.Markup, StringComparison.Ordinal);
        Assert.Contains("只有卫生院账号能看", trend.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_holds_values_advice_and_the_next_follow_up_and_is_closed_to_the_office()
    {
        var record = NewRecord(systolic: 150, glucose: 75, kind: HealthFlags.Fasting);
        (record.Advice, record.AtHome) = ("低盐饮食", true);
        record = await _screen.Store.RegisterAsync(record);
        var plan = _screen.Show<PlanPage>((nameof(PlanPage.Id), record.Id));
        plan.WaitForElement(".plan h1");
        var text = plan.Find(".plan").TextContent;
        foreach (var part in new[] { "邓某", "150/76", "7.5 空腹", HealthFlags.PressureHigh, HealthFlags.GlucoseHigh, "低盐饮食", "夏季防暑", "行动不便", "2020 年 10 月 25 日", "371599********0020", "不作诊断" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Context.Identity = Staff;
        Assert.Contains("您的账号不看健康数值", _screen.Show<PlanPage>((nameof(PlanPage.Id), record.Id)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_clinics_lists_events_and_who_is_still_to_be_referred()
    {
        await _screen.Store.RegisterAsync(NewRecord(systolic: 182));
        var page = _screen.Show<ClinicsPage>();
        page.WaitForElement("#events-title");
        Assert.Contains(Venue, page.Markup, StringComparison.Ordinal);
        Assert.Contains("逾期 23 天", page.Find(".urgent").TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.FindAll(".tile").Count);
    }

    private CurrentUser Context => _screen.Context.Services.GetRequiredService<CurrentUser>();

    private IRenderedComponent<IComponent> Open()
    {
        var page = _screen.Show<ClinicPage>((nameof(ClinicPage.Id), _clinic.Id));
        page.WaitForElement(".facts.head");
        return page;
    }

    private static async Task FindAsync(IRenderedComponent<IComponent> page, string text, string pick)
    {
        page.Find("#person-find").Input(text);
        page.WaitForElement("#person-find-list li[aria-selected]");
        var item = page.FindAll("#person-find-list li").First(li => li.TextContent.Contains(pick, StringComparison.Ordinal));
        await item.MouseDownAsync(new());
        page.WaitForAssertion(() => Assert.Equal(pick, Value(page, "#field-Name")));
    }

    private static string Value(IRenderedComponent<IComponent> page, string selector) => page.Find(selector).GetAttribute("value") ?? "";

    private static IEnumerable<string> Flags(IRenderedComponent<IComponent> page) => page.FindAll(".vitals .flag .chip").Select(e => e.TextContent.Trim());
}
