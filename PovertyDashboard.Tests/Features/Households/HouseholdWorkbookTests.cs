using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Households;

/// <summary>The whole file of a household as one workbook, on the demo site.</summary>
public sealed class HouseholdWorkbookTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Hanji = 371590115000, Zhangzhai = 371522116000;

    [Fact]
    public async Task A_leader_gets_a_sheet_of_each_ledger_with_masked_numbers_and_it_is_recorded()
    {
        var household = await OneAsync(Hanji);
        using var client = await site.LoggedInAsync("demo.leader");
        using var answer = await client.GetAsync($"/households/{household.Id}/export");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"一户一档-{household.Number}-2020-08-31.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("贫困户台账", book.Worksheets.First().Name);
        Assert.Contains("家庭成员台账", book.Worksheets.Select(w => w.Name));
        Assert.True(book.Worksheets.Count > 3, string.Join("、", book.Worksheets.Select(w => w.Name)));
        var texts = book.Worksheets.SelectMany(w => w.CellsUsed()).Select(c => c.GetString()).ToList();
        Assert.Contains(household.HeadName, texts);
        Assert.DoesNotContain(household.HeadId, texts);
        Assert.Contains(Mask.Text(Sensitivity.Identity, household.HeadId), texts);
        Assert.True(await site.InStoreAsync(UserIdentity.System, db => db.Audit.AnyAsync(a => a.Action == "导出" && a.Subject == "households" && a.RowId == household.Id && a.User == "demo.leader")));
    }

    [Fact]
    public async Task Full_numbers_need_the_right_and_a_reason()
    {
        var household = await OneAsync(Hanji);
        using var leader = await site.LoggedInAsync("demo.leader");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/households/{household.Id}/export?full=1&reason=核对")).StatusCode);
        using var staff = await site.LoggedInAsync("demo.office");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"/households/{household.Id}/export?full=1")).StatusCode);
        using var answer = await staff.GetAsync($"/households/{household.Id}/export?full=1&reason=核对");
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        Assert.Contains(household.HeadId, book.Worksheets.SelectMany(w => w.CellsUsed()).Select(c => c.GetString()));
    }

    [Fact]
    public async Task A_household_of_another_place_is_not_there()
    {
        var household = await OneAsync(Zhangzhai);
        using var client = await site.LoggedInAsync("demo.leader");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/households/{household.Id}/export")).StatusCode);
    }

    [Fact]
    public async Task Measured_values_stay_out_of_the_offices_file()
    {
        var (id, pressure) = await site.InStoreAsync(UserIdentity.System, async db =>
        {
            var record = await db.Set<PovertyDashboard.Features.Clinics.ClinicRecord>().Where(r => r.HouseholdId != null && r.Systolic != null).OrderBy(r => r.Id).FirstAsync();
            return (record.HouseholdId!.Value, record.Systolic!.Value);
        });
        using var staff = await site.LoggedInAsync("demo.office");
        using var answer = await staff.GetAsync($"/households/{id}/export?full=1&reason=核对");
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        var sheet = book.Worksheets.Single(w => w.Name == "义诊登记台账");
        Assert.DoesNotContain(sheet.CellsUsed(), c => c.GetString() == pressure.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private Task<Household> OneAsync(long town) => site.InStoreAsync(UserIdentity.System, db => db.Set<Household>()
        .Where(h => h.Region >= town && h.Region < town + 1000 && h.HeadId != "" && db.Set<Member>().Any(m => m.HouseholdId == h.Id)).OrderBy(h => h.Id).FirstAsync());
}
