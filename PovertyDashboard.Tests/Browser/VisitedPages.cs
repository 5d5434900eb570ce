using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Inspections;
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
        "/forms",
        "/forms/1",
        "/todo",
        "/help",
        "/checklists/rounds",
        "/checklists/1/ranking",
        "/checklists/trainings/1",
        "/problems/1",
        "/admin/dictionary",
        "/overview/responsibility",
        "/overview/screening",
        "/responsibility/visits",
        "/responsibility/visits/new",
        "/responsibility/visits/1",
        "/responsibility/meetings/1",
        "/responsibility/board",
        "/responsibility/calendar",
        "/screening",
        "/households/1/screening",
        "/rechecks",
        "/account/password",
    ];

    /// <summary>Where leaders look; one login for the whole city.</summary>
    private static readonly string[] LeaderPages =
    [
        "/overview/posts",
        "/overview/clinics",
        "/overview/month",
        "/overview/works",
        "/overview/industry",
        "/overview/inspections",
        "/reports/week",
        "/reports/month",
        "/works",
        "/works/1",
        "/works/audits",
        "/works/audit/1",
        "/projects",
        "/projects/5",
        "/projects/distribute?region=371522116230&year=2020",
        "/inspections",
        "/inspections/1",
        "/inspections/recurring",
    ];

    private static readonly string[] AuditorPages = ["/works/audits", "/works/audit/line/493", "/works/audit/household/1276"];

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
        ["/jobs/attendance", "/jobs/wages", "/jobs/wages/202007/371522116000", "/jobs/wages/202008/371522116000", "/jobs/notice", "/ledgers/holders?row=new", "/ledgers/households?row=new"];

    private static readonly string[] Accounts = ["-", "demo.office", "demo.city", "demo.inspector", "demo.clinic", "demo.auditor", "demo.admin", "demo.zhangzhai", "ledgers"];

    /// <summary>Who looks; "-" is nobody, "ledgers" somebody at the pages of all ledgers.</summary>
    public static TheoryData<string> Visitors => [.. Accounts];

    /// <summary>Visits every page of the account on a screen of the size; what is wrong with any of them.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(BrowserSite site, string user, ViewportSize size)
    {
        var page = await site.OpenAsync(user switch { "-" => "", "ledgers" => "demo.office", _ => user }, "/login", size);
        var faults = new List<string>();
        foreach (var path in await OfAsync(site, user))
        {
            await BrowserSite.GoAsync(page, path);
            await BrowserSite.LoadedAsync(page);
            faults.AddRange(await Axe.SeriousAsync(page, path));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > size.Width) faults.Add($"{path} is wider than its screen of {size.Width} px");
        }

        await page.Context.CloseAsync();
        return faults;
    }

    /// <summary>Every address that anybody visits.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(BrowserSite site)
    {
        var all = new List<string>();
        foreach (var user in Accounts) all.AddRange(await OfAsync(site, user));
        return all;
    }

    private static async Task<string[]> OfAsync(BrowserSite site, string user) => user switch
    {
        "-" => ["/login"],
        "demo.inspector" => await FieldPagesAsync(site),
        "demo.city" => LeaderPages,
        "demo.clinic" => ClinicPages,
        "demo.auditor" => AuditorPages,
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

    /// <summary>The pages of the field: a household's check and its file, and a sampled household's interview.</summary>
    private static Task<string[]> FieldPagesAsync(BrowserSite site) => site.Site.InStoreAsync<string[]>(UserIdentity.System, async db =>
    {
        var campaign = await db.Set<Campaign>().Where(c => c.Region == 371590115000).Select(c => c.Id).FirstAsync();
        var household = await db.Set<Household>().Where(h => h.Region == 371590115237).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        var sample = await db.Set<Sample>().Where(s => s.InspectionId == 1 && s.State == SampleState.Waiting).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync();
        return [$"/checklists/{campaign}", $"/checklists/{campaign}/field", $"/checklists/{campaign}/households/{household}", $"/households/{household}", $"/inspections/1/interview/{sample}"];
    });
}
