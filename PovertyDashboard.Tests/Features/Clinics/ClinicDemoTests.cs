using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>The demo site with the facts of the page (S4).</summary>
public sealed class ClinicSite : IAsyncLifetime
{
    public TestSite Site { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>The facts of the page, the sample and the 示例 rows in the running product, and what each account sees of them.</summary>
public sealed class ClinicDemoTests(ClinicSite demo) : IClassFixture<ClinicSite>
{
    private static readonly DateOnly Today = new(2020, 8, 31);

    private readonly TestSite _site = demo.Site;

    [Fact]
    public async Task The_clinic_of_the_page_is_there_with_its_reported_heads_apart_from_its_records()
    {
        var (clinic, records, talk) = await _site.InStoreAsync(UserIdentity.System, async db =>
        {
            var found = await db.Set<Clinic>().SingleAsync(c => c.Organiser == "市新阶联高新区分会");
            return (found, await ClinicLedger.Records(db, found).CountAsync(), await db.Set<HealthTalk>().SingleAsync(t => t.Venue == found.Venue));
        });
        Assert.Equal((371590115299, "韩集镇大杨新村幸福院", "蒲心社会工作服务中心", "聊城市中心医院", 5), (clinic.Region, clinic.Venue, clinic.Partners, clinic.DoctorsFrom, clinic.Doctors));
        Assert.Equal((46, 3, 43), (clinic.Served, clinic.ServedAtHome, records));
        Assert.Equal("内科,骨科,量血压,测血糖,饮食引导", clinic.Services);
        Assert.Contains("夏季防暑", talk.Topic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_have_a_course_and_some_persons_belong_to_households()
    {
        var (elders, linked) = await _site.InStoreAsync(UserIdentity.System, async db => (
            await db.Set<ClinicRecord>().Where(r => r.Region == 371590115299).GroupBy(r => r.IdNumber).CountAsync(g => g.Count() >= 2),
            await db.Set<ClinicRecord>().Where(r => r.HouseholdId != null).GroupBy(r => r.IdNumber).CountAsync(g => g.Count() >= 2)));
        Assert.True(elders >= 20, $"{elders} elders.");
        Assert.True(linked >= 20, $"{linked} members of households.");
    }

    [Fact]
    public async Task Follow_ups_are_done_due_and_late()
    {
        foreach (var key in new[] { "follow-ups.done", "follow-ups.soon", "follow-ups.overdue", "follow-ups.referrals", "clinic-records.pressure", "clinic-records.glucose", "clinic-records.at-home" })
        {
            var value = await _site.AsAsync(UserIdentity.System, async services =>
            {
                var catalog = services.GetRequiredService<LedgerCatalog>();
                await using var db = await services.GetRequiredService<IDbContextFactory<PovertyDashboard.Data.AppDbContext>>().CreateDbContextAsync();
                return await MeasureValue.OfAsync(db, catalog, catalog.Measure(key)!, null, Today, CancellationToken.None);
            });
            Assert.True(value.Value > 0, key);
        }
    }

    [Fact]
    public async Task Every_row_keeps_the_rules_of_its_ledger()
    {
        await _site.InStoreAsync(UserIdentity.System, async db =>
        {
            var context = new RowContext(Today, UserIdentity.System);
            Assert.Empty((await db.Set<Clinic>().ToListAsync()).SelectMany(r => ClinicLedger.Ledger.Check(r, context)));
            Assert.Empty((await db.Set<ClinicRecord>().ToListAsync()).SelectMany(r => ClinicRecordLedger.Ledger.Check(r, context)));
            Assert.Empty((await db.Set<FollowUp>().ToListAsync()).SelectMany(r => FollowUpLedger.Ledger.Check(r, context)));
            return true;
        });
    }

    [Fact]
    public async Task The_clinic_s_demo_account_exports_values_with_a_reason_and_an_inspector_nothing()
    {
        using var doctor = await _site.LoggedInAsync("demo.clinic");
        Assert.Equal(["110", "66"], (await CellsAsync(doctor, "?full=1&reason=复诊")).Take(2));
        Assert.Equal(["＊", "＊"], (await CellsAsync(doctor, "")).Take(2));

        using var leader = await _site.LoggedInAsync("demo.leader");
        Assert.Equal(["＊", "＊"], (await CellsAsync(leader, "")).Take(2));
        using var office = await _site.LoggedInAsync("demo.office");
        using (var refused = await office.GetAsync("/ledgers/clinic-records/export?full=1&reason=核对")) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var inspector = await _site.LoggedInAsync("demo.inspector");
        using (var refused = await inspector.GetAsync("/ledgers/clinic-records/export")) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var page = await inspector.GetAsync("/ledgers/clinic-records")) Assert.Contains("您的账号不看健康数据", await TestSite.TextAsync(page), StringComparison.Ordinal);
        using (var bank = await doctor.GetAsync("/ledgers/households/export?full=1&reason=核对")) Assert.Equal(HttpStatusCode.Forbidden, bank.StatusCode);
    }

    [Fact]
    public async Task An_account_of_the_clinic_is_made_like_any_other()
    {
        var outcome = await _site.AsAsync(UserIdentity.System, services => services.GetRequiredService<UserAccounts>().CreateAsync(
            new NewAccount("hanji.clinic", "孙某", "韩集镇卫生院", [Roles.Clinic], [371590115000]), CancellationToken.None));
        Assert.True(outcome.Done, outcome.Message);
    }

    [Fact]
    public async Task The_verb_demo_adds_clinics_records_and_follow_ups_that_agree()
    {
        await using var site = new TestSite();
        var before = await CountsAsync(site);
        await site.AsAsync(UserIdentity.System, services => services.GetRequiredService<DemoTown>().AddAsync(200, 7, null, CancellationToken.None));
        var after = await CountsAsync(site);
        Assert.True(after.Clinics > before.Clinics && after.Records > before.Records && after.FollowUps > before.FollowUps, $"{before} → {after}");
        Assert.Empty(await site.AsAsync(UserIdentity.System, services => ActivatorUtilities.CreateInstance<StoreVerification>(services).FaultsAsync(CancellationToken.None)));
    }

    private static Task<(int Clinics, int Records, int FollowUps)> CountsAsync(TestSite site) => site.InStoreAsync(UserIdentity.System, async db =>
        (await db.Set<Clinic>().CountAsync(), await db.Set<ClinicRecord>().CountAsync(), await db.Set<FollowUp>().CountAsync()));

    /// <summary>收缩压 and 舒张压 of the first elder of the sample.</summary>
    private static async Task<IReadOnlyList<string>> CellsAsync(HttpClient client, string query)
    {
        var mark = query.Length == 0 ? "?" : "&";
        using var answer = await client.GetAsync($"/ledgers/clinic-records/export{query}{mark}format=csv&q=黄金文&f.HeldOn=2020-07-25&cols={nameof(ClinicRecord.Systolic)},{nameof(ClinicRecord.Diastolic)}");
        answer.EnsureSuccessStatusCode();
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Last(l => l.Contains("大杨新村", StringComparison.Ordinal)).Trim().Split(',').TakeLast(2).Select(c => c.Trim('"', '=', '\r'))];
    }
}
