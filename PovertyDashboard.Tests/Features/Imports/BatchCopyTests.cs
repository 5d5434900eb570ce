using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The annotated copy of an upload: there before and after the writing, for those who could have uploaded it, and for a time.</summary>
public sealed class BatchCopyTests : IAsyncLifetime
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型";

    private static readonly UserIdentity
        Colleague = new("colleague", "孙某", [Roles.Staff], RegionScope.Of([TwoTownships.Hanji])),
        VillageOnly = new("village", "周某", [Roles.Staff], RegionScope.Of([TwoTownships.Dayang])),
        Clinic = new("clinic", "吴某", [Roles.Clinic], RegionScope.Of([TwoTownships.Hanji]));

    private readonly TwoTownships _towns = new();

    public Task InitializeAsync() => _towns.InitializeAsync();

    public Task DisposeAsync() => _towns.DisposeAsync();

    [Fact]
    public async Task The_copy_is_there_before_and_after_the_writing_and_says_which()
    {
        var batch = await HandInAsync();
        var before = await CopyAsync(TwoTownships.HanjiStaff, batch.Batch);
        Assert.Equal("户信息-批注.csv", before!.Name);
        Assert.Equal(["结果", "未变", "新增", "拒绝：户主姓名：必填项为空。请填写。"], ResultsOf(before));

        await ConfirmAsync(batch);

        Assert.Equal(["结果", "未变", "新增", "拒绝：户主姓名：必填项为空。请填写。"], ResultsOf((await CopyAsync(TwoTownships.HanjiStaff, batch.Batch))!));
        var notes = await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Audit.Where(a => a.Action == "下载批注副本").ToListAsync());
        Assert.Equal([(batch.Batch, "hanji"), (batch.Batch, "hanji")], notes.Select(n => (n.RowId, n.User)));
    }

    [Fact]
    public async Task Only_those_who_could_have_uploaded_the_file_get_it()
    {
        var batch = await HandInAsync();
        Assert.Null(await CopyAsync(Colleague, batch.Batch));
        await ConfirmAsync(batch);

        Assert.NotNull(await CopyAsync(Colleague, batch.Batch));
        Assert.Contains(await ListAsync(Colleague), l => l.Batch.Id == batch.Batch && l is { By: "hanji", HasCopy: true });
        foreach (var other in new[] { TwoTownships.ZhangzhaiStaff, VillageOnly, Clinic, TwoTownships.Leader })
        {
            Assert.Null(await CopyAsync(other, batch.Batch));
            Assert.DoesNotContain(await ListAsync(other), l => l.Batch.Id == batch.Batch);
        }
    }

    [Fact]
    public async Task Files_of_health_rows_are_for_the_clinic()
    {
        var content = Encoding.UTF8.GetBytes("义诊日期,义诊地点,村,姓名,年龄,收缩压,舒张压\r\n2020-08-20,大杨新村,大杨新村,邓某,70,150,90");
        var batch = await _towns.Site.HandInAsync(Clinic, "义诊登记-韩集镇.csv", content);
        Assert.Equal(BatchState.Checked, batch.State);
        Assert.Equal(BatchState.Done, (await _towns.Site.GoOnAsync(Clinic, batch.Batch, d => d.ConfirmAsync(batch.Batch, CancellationToken.None))).State);

        Assert.NotNull(await CopyAsync(Clinic, batch.Batch));
        Assert.Null(await CopyAsync(Colleague, batch.Batch));
        Assert.DoesNotContain(await ListAsync(Colleague), l => l.Batch.Id == batch.Batch);
    }

    [Fact]
    public void A_batch_of_a_ledger_is_open_to_those_who_keep_it_and_not_to_all_who_write_rows_of_it()
    {
        var catalog = _towns.Site.Site.Services.GetRequiredService<LedgerCatalog>();
        var discipline = new UserIdentity("discipline", "周某", [Roles.Discipline], RegionScope.Of([TwoTownships.Hanji]));
        var batch = new ImportBatch { User = "hanji", State = BatchState.Done, Ledgers = "problems", Scope = $"{TwoTownships.Hanji}" };
        Assert.True(discipline.MayAny(catalog.Ledger("problems")!.Writers));
        Assert.False(BatchRights.MayOpen(batch, discipline, catalog));
        Assert.True(BatchRights.MayOpen(batch, Colleague, catalog));
    }

    [Fact]
    public async Task The_address_gives_the_file_to_its_user_and_is_not_there_for_others()
    {
        await _towns.Site.Site.AddUserAsync("hanji", Roles.Staff, TwoTownships.Hanji);
        await _towns.Site.Site.AddUserAsync("zhangzhai", Roles.Staff, TwoTownships.Zhangzhai);
        var batch = await HandInAsync();
        using var own = await _towns.Site.Site.LoggedInAsync("hanji");
        using var other = await _towns.Site.Site.LoggedInAsync("zhangzhai");

        using var answer = await own.GetAsync($"/imports/{batch.Batch}/annotated");
        Assert.Equal((HttpStatusCode.OK, "text/csv", true), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        Assert.Contains("批注", Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.FileNameStar!), StringComparison.Ordinal);
        using var refused = await other.GetAsync($"/imports/{batch.Batch}/annotated");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains($"/imports/{batch.Batch}/annotated", await own.GetStringAsync("/imports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_files_and_former_values_are_removed()
    {
        var batch = await HandInAsync();
        await ConfirmAsync(batch);
        var keeper = _towns.Site.Site.Services.GetRequiredService<BatchKeeper>();
        Assert.Equal(0, await keeper.ClearAsync(CancellationToken.None));
        await _towns.Site.Site.InStoreAsync(UserIdentity.System, async db =>
        {
            var stored = await db.Set<ImportBatch>().SingleAsync(b => b.Id == batch.Batch);
            stored.EndedAt = stored.EndedAt!.Value.AddDays(-31);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(1, await keeper.ClearAsync(CancellationToken.None));

        Assert.Null(await CopyAsync(TwoTownships.HanjiStaff, batch.Batch));
        Assert.Equal(0, await _towns.Site.Site.InStoreAsync(UserIdentity.System, db => db.Set<BatchEntry>().CountAsync()));
        Assert.Contains(await ListAsync(TwoTownships.HanjiStaff), l => l.Batch.Id == batch.Batch && !l.HasCopy);
    }

    private Task<HandedIn> HandInAsync() => _towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Encoding.UTF8.GetBytes(string.Join("\r\n",
        Head, "高新区,韩集镇,大杨新村,3715901150000011,邓某,371599198001010017,2,未脱贫户", "高新区,韩集镇,大杨新村,3715901150000101,王某,371599195211030020,2,未脱贫户", "高新区,韩集镇,大杨新村,3715901150000110,,371599195211030020,2,未脱贫户")));

    private Task<HandedIn> ConfirmAsync(HandedIn batch) => _towns.Site.GoOnAsync(TwoTownships.HanjiStaff, batch.Batch, desk => desk.ConfirmAsync(batch.Batch, CancellationToken.None));

    private Task<BatchCopy?> CopyAsync(UserIdentity user, long batch) =>
        _towns.Site.Site.AsAsync(user, services => services.GetRequiredService<BatchCopies>().OfAsync(batch, CancellationToken.None));

    private Task<IReadOnlyList<BatchLine>> ListAsync(UserIdentity user) =>
        _towns.Site.Site.AsAsync(user, services => services.GetRequiredService<ImportDesk>().BatchesAsync(CancellationToken.None));

    private static IEnumerable<string> ResultsOf(BatchCopy copy) => Opening.Rows(copy.Content, copy.Name).Select(r => r[8].Raw);
}
