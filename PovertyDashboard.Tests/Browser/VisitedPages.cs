using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Browser;

/// <summary>The pages that are looked at with axe, by whose they are; a new page is one line.</summary>
internal static class VisitedPages
{
    private static readonly string[] StaffPages =
    [
        "/",
        "/screen",
        "/remediation/board",
        "/checklists",
        "/checklists/templates",
        "/imports",
        "/todo",
        "/help",
        "/checklists/rounds",
        "/checklists/1/ranking",
        "/checklists/trainings/1",
        "/problems/1",
        "/admin/dictionary",
        "/overview/responsibility",
        "/overview/screening",
        "/overview/clinics",
        "/overview/month",
        "/responsibility/visits",
        "/responsibility/visits/new",
        "/responsibility/board",
        "/responsibility/calendar",
        "/screening",
        "/households/1/screening",
        "/rechecks",
    ];

    private static readonly string[] AdminPages =
    [
        "/admin",
        "/admin/users",
        "/admin/regions",
        "/admin/regions?place=371590115299",
        "/admin/settings",
        "/admin/code-lists?list=problem-category",
        "/admin/dictionary?ledger=problems",
        "/admin/audit",
    ];

    private static readonly string[] ClinicPages = ["/clinics", "/clinics/1", "/clinics/plans/1", "/ledgers/clinics", "/ledgers/clinic-records", "/ledgers/follow-ups", "/ledgers/health-talks"];

    private static readonly string[] JobsPages =
        ["/jobs/attendance", "/jobs/wages", "/jobs/wages/202007/371522116000", "/jobs/wages/202008/371522116000", "/jobs/notice", "/overview/posts", "/ledgers/holders?row=new", "/ledgers/households?row=new"];

    /// <summary>Who looks; "-" is nobody, "ledgers" somebody at the pages of all ledgers.</summary>
    public static TheoryData<string> Visitors => ["-", "demo.office", "demo.inspector", "demo.clinic", "demo.admin", "demo.zhangzhai", "ledgers"];

    /// <summary>Visits every page of the account on a screen of the size; what is wrong with any of them.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(BrowserSite site, string user, ViewportSize size)
    {
        var page = await site.OpenAsync(user switch { "-" => "", "ledgers" => "demo.office", _ => user }, "/login", size);
        var faults = new List<string>();
        foreach (var path in await PagesAsync(site, user))
        {
            await BrowserSite.GoAsync(page, path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            faults.AddRange(await Axe.SeriousAsync(page, path));
        }

        await page.Context.CloseAsync();
        return faults;
    }

    private static async Task<string[]> PagesAsync(BrowserSite site, string user) => user switch
    {
        "-" => ["/login"],
        "demo.inspector" => await FieldPagesAsync(site),
        "demo.clinic" => ClinicPages,
        "demo.admin" => AdminPages,
        "demo.zhangzhai" => JobsPages,
        "ledgers" => LedgerPages(site),
        _ => StaffPages,
    };

    /// <summary>The page of every ledger that staff may list: those of later rooms are among them by themselves.</summary>
    private static string[] LedgerPages(BrowserSite site)
    {
        var staff = new UserIdentity("demo.office", "", [Roles.Staff], RegionScope.Everything);
        string[] pages = [.. site.Site.Services.GetRequiredService<LedgerCatalog>().Ledgers.Where(staff.MayList).Select(l => $"/ledgers/{l.Key}")];
        Assert.True(pages.Length > 20, $"{pages.Length} ledgers");
        return pages;
    }

    /// <summary>The pages of the field: a household's check and its file.</summary>
    private static Task<string[]> FieldPagesAsync(BrowserSite site) => site.Site.InStoreAsync<string[]>(UserIdentity.System, async db =>
    {
        var campaign = await db.Set<Campaign>().Where(c => c.Region == 371590115000).Select(c => c.Id).FirstAsync();
        var household = await db.Set<Household>().Where(h => h.Region == 371590115237).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        return [$"/checklists/{campaign}", $"/checklists/{campaign}/field", $"/checklists/{campaign}/households/{household}", $"/households/{household}"];
    });
}
