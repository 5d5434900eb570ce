using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>
/// The loop (闭环) by each of its five entries, in a real browser on the demo store: whoever finds something on his own page opens a problem, which
/// A rectifies and cannot close, B verifies and closes, and a failed second look opens again, while the leader's open page follows.
/// </summary>
public sealed class LoopJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const long Hanji = 371590115000, Beicheng = 371591008000;

    private static readonly DateOnly Today = new(2020, 8, 31);

    [Fact]
    public Task A_failed_check_item_goes_round_the_loop() => Walk("demo.inspector").GoRoundAsync("demo.leader", async () =>
    {
        var campaign = await ReadAsync(db => db.Set<Campaign>().Where(c => c.Region == Hanji).Select(c => c.Id).FirstAsync());
        var home = await ReadAsync(db => Homes(db).FirstAsync(h => !db.Set<Check>().Any(c => c.HouseholdId == h.Id)));
        var page = await site.OpenAsync("demo.inspector", $"/checklists/{campaign}/households/{home.Id}", BrowserSite.Phone);
        var item = page.Locator("article.item").First;
        await item.GetByRole(AriaRole.Button, new() { Name = CheckResult.Failed }).ClickAsync();
        await Expect(item.Locator(".problem")).ToContainTextAsync("已转整改台账");
        return await FoundAsync(page, "checks", home.Id);
    });

    [Fact]
    public Task A_failed_screening_goes_round_the_loop() => Walk("demo.inspector").GoRoundAsync("demo.leader", async () =>
    {
        // All was well at the last screening; now one fact is not.
        var home = await ReadAsync(db => Homes(db).FirstAsync(h => db.Set<Screening>().Any(s => s.HouseholdId == h.Id) && !db.Set<Screening>().Any(s => s.HouseholdId == h.Id && (s.FailedCount > 0 || s.ScreenedOn >= Today))));
        var page = await site.OpenAsync("demo.office", $"/households/{home.Id}/screening", BrowserSite.Phone);
        var clothing = page.Locator("#item-clothing");
        await clothing.Locator($"#field-{nameof(Screening.HasSeasonClothes)}").GetByRole(AriaRole.Button, new() { Name = "否" }).ClickAsync();
        await Expect(clothing.Locator(".problem")).ToContainTextAsync("保存后转入整改台账");
        await clothing.Locator($"#field-{nameof(Screening.ClothingBasis)}").FillAsync("没有过冬棉衣");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存，1 项转整改" }).ClickAsync();
        await page.WaitForURLAsync("**/screening?region=*");
        return await FoundAsync(page, ScreeningLedger.Key, home.Id);
    });

    [Fact]
    public Task A_finding_of_a_helper_s_visit_goes_round_the_loop() => Walk("demo.inspector").GoRoundAsync("demo.leader", async () =>
    {
        var home = (await DemoIdentity.OfAsync(site.Site, "demo.helper")).Scope.Households![0];
        var page = await site.OpenAsync("demo.helper", VisitAddress.New(home), BrowserSite.Phone);
        await page.Locator($"#field-{nameof(Visit.Finding)}").FillAsync("水龙头滴漏，院里结冰");
        await page.Locator($"#field-{nameof(Visit.Category)}").SelectOptionAsync("饮水");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存走访" }).ClickAsync();
        await Expect(page.Locator("a.notice", new() { HasText = "已转整改台账" })).ToBeVisibleAsync();
        return await FoundAsync(page, VisitLedger.Key, home);
    });

    [Fact]
    public Task A_finding_of_the_discipline_s_inspection_goes_round_the_loop() => Walk("demo.discipline").GoRoundAsync("demo.leader", async () =>
    {
        var plan = await ReadAsync(db => db.Set<Inspection>().AsNoTracking().Where(p => p.Region == Hanji && p.Source == "纪委").OrderBy(p => p.Id).FirstAsync());
        var home = await ReadAsync(db => Homes(db).OrderByDescending(h => h.Id).FirstAsync());
        var page = await site.OpenAsync("demo.discipline", $"/inspections/{plan.Id}", BrowserSite.Desk);
        await page.GetByRole(AriaRole.Link, new() { Name = "登记问题" }).ClickAsync();
        var dialog = page.Locator(".mud-dialog");
        await dialog.Locator("#field-place").SelectOptionAsync(home.Region.ToString(CultureInfo.InvariantCulture));
        await dialog.Locator($"#field-{nameof(InspectionFinding.Plan)}").FillAsync(plan.Title);
        await dialog.Locator($"#field-{nameof(InspectionFinding.PlanDate)}").FillAsync($"{plan.StartsOn:yyyy-MM-dd}");
        await dialog.Locator($"#field-{nameof(InspectionFinding.HouseholdName)}").FillAsync(home.HeadName);
        await dialog.GetByRole(AriaRole.Option, new() { Name = home.HeadName }).First.ClickAsync();
        await dialog.Locator($"#field-{nameof(InspectionFinding.FoundOn)}").FillAsync("2020-08-31");
        await dialog.Locator($"#field-{nameof(InspectionFinding.FoundBy)}").FillAsync("周某、吴某");
        await dialog.Locator($"#field-{nameof(InspectionFinding.Category)}").SelectOptionAsync("项目资金");
        await dialog.Locator($"#field-{nameof(InspectionFinding.Kind)}").SelectOptionAsync("公示不到位");
        await dialog.Locator($"#field-{nameof(InspectionFinding.Description)}").FillAsync("分配方案没有张贴");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        return await FoundAsync(page, FindingLedger.Key, home.Id);
    });

    [Fact]
    public Task A_finding_of_an_audit_goes_round_the_loop() => Walk("demo.audit").GoRoundAsync("demo.city", async () =>
    {
        var line = await ReadAsync(db => db.Set<WorkLine>().AsNoTracking()
            .Where(l => l.Region > Beicheng && l.Region < Beicheng + 1000 && l.AuditId == null && l.HouseholdId != null && l.VerifiedQuantity == null && l.ReportedQuantity > 2_00).OrderBy(l => l.Id).FirstAsync());
        var page = await site.OpenAsync("demo.auditor", $"/works/audit/line/{line.Id}", BrowserSite.Phone);
        var card = page.Locator($"section.line[aria-label='第 {line.Number} 条 {line.Name}']");
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("不符，填写核实$") }).ClickAsync();
        await card.GetByLabel(new Regex("^核实数量")).FillAsync("1");
        await card.GetByLabel(new Regex("^原因")).FillAsync("到户清点只有 1");
        await card.GetByRole(AriaRole.Button, new() { Name = "保存核实" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "转整改" }).ClickAsync();
        await Expect(card.Locator("a.notice", new() { HasText = "已转整改" })).ToBeVisibleAsync();
        return await FoundAsync(page, WorkLineLedger.Key, line.HouseholdId);
    });

    /// <summary>The households of 韩集镇 in a fixed order.</summary>
    private static IQueryable<Household> Homes(AppDbContext db) => db.Set<Household>().AsNoTracking().Where(h => h.Region > Hanji && h.Region < Hanji + 1000).OrderBy(h => h.Id);

    private LoopWalk Walk(string verifier) => new(site, "demo.office", verifier);

    private Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => site.Site.InStoreAsync(UserIdentity.System, read);

    /// <summary>The problem that the finding has opened; its finder's page is no longer needed.</summary>
    private async Task<Problem> FoundAsync(IPage page, string ledger, long? household)
    {
        var problem = await ReadAsync(db => db.Set<Problem>().AsNoTracking().Where(p => p.OriginLedger == ledger && p.HouseholdId == household).OrderByDescending(p => p.Id).FirstAsync());
        await page.Context.CloseAsync();
        return problem;
    }
}
