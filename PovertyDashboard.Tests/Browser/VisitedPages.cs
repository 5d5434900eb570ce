using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Browser;

/// <summary>The pages that are looked at with axe, by whose they are; a new page is one line.</summary>
internal static class VisitedPages
{
    private static readonly string[] StaffPages =
    [
        "/",
        "/ledgers/households",
        "/ledgers/members",
        "/ledgers/problems",
        "/ledgers/checks",
        "/ledgers/campaigns",
        "/remediation/board",
        "/checklists",
        "/checklists/templates",
        "/imports",
        "/todo",
        "/help",
        "/checklists/rounds",
        "/checklists/1/ranking",
        "/ledgers/trainings",
        "/ledgers/sign-ins",
        "/ledgers/rounds",
        "/problems/1",
        "/admin/dictionary",
        "/overview/responsibility",
        "/overview/screening",
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

    /// <summary>Who looks; "-" is nobody.</summary>
    public static TheoryData<string> Visitors => ["-", "demo.office", "demo.inspector", "demo.clinic", "demo.admin"];

    /// <summary>Visits every page of the account on a screen of the size; what is wrong with any of them.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(BrowserSite site, string user, ViewportSize size)
    {
        var page = await site.OpenAsync(user == "-" ? "" : user, "/login", size);
        var faults = new List<string>();
        foreach (var path in user switch { "-" => ["/login"], "demo.inspector" => await FieldPagesAsync(site), "demo.clinic" => ClinicPages, "demo.admin" => AdminPages, _ => StaffPages })
        {
            await BrowserSite.GoAsync(page, path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            faults.AddRange(await Axe.SeriousAsync(page, path));
        }

        await page.Context.CloseAsync();
        return faults;
    }

    /// <summary>The pages of the field: a household's check and its file.</summary>
    private static Task<string[]> FieldPagesAsync(BrowserSite site) => site.Site.InStoreAsync<string[]>(UserIdentity.System, async db =>
    {
        var campaign = await db.Set<Campaign>().Where(c => c.Region == 371590115000).Select(c => c.Id).FirstAsync();
        var household = await db.Set<Household>().Where(h => h.Region == 371590115237).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        return [$"/checklists/{campaign}", $"/checklists/{campaign}/field", $"/checklists/{campaign}/households/{household}", $"/households/{household}"];
    });
}
