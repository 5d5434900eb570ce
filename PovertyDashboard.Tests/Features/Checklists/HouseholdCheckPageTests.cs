using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Checklists.Pages;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class HouseholdCheckPageTests : IAsyncLifetime
{
    private readonly BunitContext _context = new();
    private ChecklistStore _store = null!;
    private AsyncServiceScope _scope;

    public async Task InitializeAsync() => _store = await ChecklistStore.CreateAsync();

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scope.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Each_tap_is_stored_at_once_and_the_done_item_folds()
    {
        var page = Open(ChecklistStore.Inspector);
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("article.item").Count));
        Assert.Contains("第 1 户", page.Find(".walk").TextContent, StringComparison.Ordinal);
        Assert.Contains("2 口人", page.Find(".who").TextContent, StringComparison.Ordinal);

        await TapAsync(page, "yard", CheckResult.Passed);
        Assert.Contains("达标", Card(page, "yard").QuerySelector("button.fold")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已检 1 / 7 项", Words(page), StringComparison.Ordinal);
        Assert.Equal("segment passed", page.FindAll(".segment")[0].ClassName);
        Assert.Contains("下一项未检：室内净", page.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("已上传", page.Find(".sent").TextContent, StringComparison.Ordinal);
        Assert.Equal(CheckResult.Passed, Assert.Single((await OnlyCheckAsync()).Answers!).Result);
    }

    [Fact]
    public async Task A_failure_asks_for_reasons_photos_note_and_shows_its_deadline()
    {
        var page = Open(ChecklistStore.Inspector);
        await TapAsync(page, "kitchen", CheckResult.Failed);
        var card = Card(page, "kitchen");
        Assert.Equal(["灶台油污", "厨余未清", "碗筷不洁", "食物霉变", "其他"], card.QuerySelectorAll(".reason").Select(r => r.TextContent.Trim()));
        Assert.NotNull(card.QuerySelector("input[type=file]"));
        Assert.Contains("整改台账", card.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("09-15", card.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);

        await card.QuerySelectorAll(".reason")[0].ClickAsync(new());
        await Card(page, "kitchen").QuerySelector("textarea")!.ChangeAsync(new() { Value = "已当面说明" });
        var problem = Assert.Single(await _store.ProblemsAsync());
        Assert.Equal("厨房净不达标：灶台油污。已当面说明", problem.Description);

        await Card(page, "kitchen").QuerySelector(".edit")!.ClickAsync(new());
        await Card(page, "kitchen").QuerySelector("input[type=date]")!.ChangeAsync(new() { Value = "2020-09-03" });
        Assert.Equal(new DateOnly(2020, 9, 3), Assert.Single(await _store.ProblemsAsync()).DueOn);
        Assert.Contains("09-03", Card(page, "kitchen").QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_shows_both_answers_and_takes_the_chosen_one()
    {
        var page = Open(ChecklistStore.Inspector);
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("article.item").Count));
        await _store.SaveAsync(_store.Tick("yard", CheckResult.Failed, reasons: "垃圾杂物"), ChecklistStore.Colleague);
        await TapAsync(page, "yard", CheckResult.Passed);
        var clash = Card(page, "yard").QuerySelector(".clash")!;
        Assert.Contains("不达标：垃圾杂物", clash.TextContent, StringComparison.Ordinal);
        Assert.Contains("colleague", clash.TextContent, StringComparison.Ordinal);
        await clash.QuerySelectorAll("button").Single(b => b.TextContent == "用我的").ClickAsync(new());
        Assert.Equal(CheckResult.Passed, Assert.Single((await OnlyCheckAsync()).Answers!).Result);
        Assert.Null(Card(page, "yard").QuerySelector(".clash"));
    }

    [Fact]
    public async Task Finishing_names_what_is_open_and_then_offers_the_next_household()
    {
        var page = Open(ChecklistStore.Inspector);
        foreach (var item in _store.Template.Items) await TapAsync(page, item.Code, item.Code == "toilet" ? CheckResult.NotApplicable : CheckResult.Passed);
        await page.FindAll("footer button").Single(b => b.TextContent.Contains("完成检查", StringComparison.Ordinal)).ClickAsync(new());
        Assert.Contains("厕所净：没有写明为什么不适用", page.Find(".finish .notice").TextContent, StringComparison.Ordinal);
        await Card(page, "toilet").QuerySelectorAll(".reason")[1].ClickAsync(new());
        await page.FindAll("footer button").Single(b => b.TextContent.Contains("完成检查", StringComparison.Ordinal)).ClickAsync(new());
        Assert.Contains("检查已完成", page.Find(".finish").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/checklists/{_store.Campaign.Id}/households/{_store.Households[1].Id}", page.FindAll("footer a")[^1].GetAttribute("href"));
        Assert.Equal(ChecklistStore.Today, (await OnlyCheckAsync()).FinishedOn);
    }

    [Fact]
    public void A_leader_sees_the_page_but_every_answer_is_disabled()
    {
        var page = Open(ChecklistStore.Leader);
        page.WaitForAssertion(() => Assert.Equal(21, page.FindAll("button.answer[disabled]").Count));
        Assert.Contains("只能查看", page.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_places_household_is_not_found()
    {
        var page = Open(ChecklistStore.Elsewhere);
        page.WaitForAssertion(() => Assert.Contains("没有这一户", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<HouseholdCheckPage> Open(UserIdentity user)
    {
        _scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        _context.Services.AddMudServices();
        _context.Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.SetRendererInfo(new("Server", isInteractive: true));
        return _context.Render<HouseholdCheckPage>(p => p.Add(x => x.CampaignId, _store.Campaign.Id).Add(x => x.HouseholdId, _store.Households[0].Id));
    }

    private async Task TapAsync(IRenderedComponent<HouseholdCheckPage> page, string code, string result)
    {
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("article.item").Count));
        await Card(page, code).QuerySelectorAll("button.answer").Single(b => b.TextContent.Trim() == result).ClickAsync(new());
    }

    private AngleSharp.Dom.IElement Card(IRenderedComponent<HouseholdCheckPage> page, string code) => page.Find($"#item-{_store.Item(code).Id}");

    private static string Words(IRenderedComponent<HouseholdCheckPage> page) => page.Find(".words").TextContent;

    private async Task<Check> OnlyCheckAsync()
    {
        long id = 0;
        await _store.InStoreAsync(UserIdentity.System, async db => id = (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Check>())).Id);
        return await _store.ReadAsync(id);
    }
}
