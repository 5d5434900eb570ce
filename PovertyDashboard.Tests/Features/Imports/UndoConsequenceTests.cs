using System.Text;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>What rows of a file have brought along (problems, events, follow-ups) goes with them, unless somebody works on it.</summary>
public sealed class UndoConsequenceTests : IAsyncLifetime
{
    private static readonly UserIdentity Clinic = new("clinic", "吴某", [Roles.Clinic], RegionScope.Of([TwoTownships.Hanji]));

    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task Checks_go_with_their_answers_and_problems()
    {
        var batch = await ChecksAsync();
        Assert.True(await CountAsync<Check>() == 88 && await CountAsync<Problem>() > 0 && await CountAsync<CheckAnswer>() > 88);

        var (report, refusal) = await _towns.UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal(("", 0), (refusal, report!.Left.Count));
        Assert.Equal((0, 0, 0), (await CountAsync<Check>(), await CountAsync<Problem>(), await CountAsync<CheckAnswer>()));
        Assert.Equal(BatchState.Done, (await ChecksAsync()).State);
        Assert.Equal(88, await CountAsync<Check>());
    }

    [Fact]
    public async Task A_problem_that_is_worked_on_stays_and_keeps_its_check()
    {
        var batch = await ChecksAsync();
        var problem = await _towns.Site.Site.InStoreAsync(TwoTownships.HanjiStaff, async db =>
        {
            var first = await db.Set<Problem>().OrderBy(p => p.Id).FirstAsync();
            first.Result = "已派人清理";
            await db.SaveChangesAsync();
            return first;
        });

        var (report, _) = await _towns.UndoAsync(batch.Batch, "导错了文件");

        Assert.Equal(["整改台账", "检查台账"], report!.Left.Select(l => l.Ledger).Order(StringComparer.Ordinal).OrderByDescending(l => l == "整改台账"));
        Assert.Contains(report.Left, l => l.Reason == "由它开出的问题已在办理");
        var check = await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Check>().Include(c => c.Answers).SingleAsync());
        Assert.Equal((problem.OriginId, true), (check.Id, check.Answers!.Count > 0));
        Assert.Equal(problem.Id, (await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().SingleAsync())).Id);
    }

    [Fact]
    public async Task Health_records_go_with_their_event_and_only_by_the_clinic()
    {
        var content = Encoding.UTF8.GetBytes("义诊日期,义诊地点,村,姓名,年龄,收缩压,舒张压\r\n2020-08-20,大杨新村,大杨新村,邓某,70,190,115\r\n2020-08-20,大杨新村,大杨新村,王某,66,120,80");
        var batch = await _towns.WrittenAsync(Clinic, await _towns.Site.HandInAsync(Clinic, "义诊登记-韩集镇.csv", content));
        Assert.Equal((2, 1), (await CountAsync<ClinicRecord>(), await CountAsync<PovertyDashboard.Features.Clinics.Clinic>()));
        Assert.True(await CountAsync<FollowUp>() > 0);

        Assert.Equal("没有这次导入。", (await _towns.UndoAsync(batch.Batch, "导错了文件")).Refusal);
        var (report, refusal) = await _towns.UndoAsync(batch.Batch, "导错了文件", Clinic);

        Assert.Equal("", refusal);
        Assert.Empty(report!.Left);
        Assert.Equal((0, 0, 0), (await CountAsync<ClinicRecord>(), await CountAsync<PovertyDashboard.Features.Clinics.Clinic>(), await CountAsync<FollowUp>()));
    }

    private async Task<HandedIn> ChecksAsync() => await _towns.WrittenAsync(TwoTownships.HanjiStaff, await _towns.Site.HandInAsync(
        TwoTownships.HanjiStaff, "六净一规范检查-韩集镇.xlsx", await File.ReadAllBytesAsync(Samples.PathOf("六净一规范检查-韩集镇.xlsx"))));

    private Task<int> CountAsync<T>()
        where T : LedgerRow => _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<T>().CountAsync());
}
