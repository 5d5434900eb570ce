using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>Places are added, renamed and ended on a real store; nothing is lost and everybody sees it.</summary>
public sealed class RegionServiceTests(StagingSite site) : IClassFixture<StagingSite>
{
    private static readonly DateOnly Today = new(2020, 8, 31);

    private RegionTree Tree => site.Services.GetRequiredService<RegionDirectory>().Tree;

    [Fact]
    public async Task A_new_village_gets_the_next_key_and_is_there_at_once()
    {
        var highest = Tree.ChildrenOf(StagingSite.Zhangzhai).Max(n => n.Key);
        var outcome = await AddAsync(StagingSite.Zhangzhai, Draft("示例新村"));
        Assert.True(outcome.Done, outcome.Message);
        Assert.Equal(highest + 1, outcome.Key);
        Assert.Equal("张寨镇", Tree.NameAt(outcome.Key, RegionLevel.Township));
        Assert.Equal(RegionLevel.Village, Tree.Find(outcome.Key)!.Level);

        var (entry, changes) = await site.InStoreAsync(UserIdentity.System, async db => (
            await db.Audit.SingleAsync(a => a.Subject == ReferenceDirectories.OfRegions && a.RowId == outcome.Key), await db.Changes.CountAsync(c => c.Ledger == ReferenceDirectories.OfRegions && c.Region == outcome.Key)));
        Assert.Equal((AdminScreen.Admin.Name, "新增地区", 1), (entry.User, entry.Action, changes));
        Assert.Contains("示例新村", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_stay_right_while_places_are_added_before_and_after_them()
    {
        var totals = site.Services.GetRequiredService<RegionTotals>();
        var measure = site.Services.GetRequiredService<LedgerCatalog>().Ledger("problems")!.AllRows;
        await AddProblemAsync(StagingSite.Dayang, "20200801-501", new DateOnly(2020, 8, 1));
        var before = await CountAsync();
        Assert.True(before > 0);
        // 371502 stands before 371590 in the order of keys, so every later place gets another position.
        Assert.True((await AddAsync(371502001000, Draft("示例前村"))).Done);
        Assert.Equal(before, await CountAsync());

        async Task<long> CountAsync() => (await totals.FigureAsync(measure, StagingSite.Dayang, RegionScope.Everything, CancellationToken.None)).Count;
    }

    [Fact]
    public async Task A_statistics_code_below_the_place_becomes_the_key()
    {
        var outcome = await AddAsync(StagingSite.Zhangzhai, Draft("示例代码村") with { Code = "371522116777" });
        Assert.Equal(371522116777, outcome.Key);
        Assert.Equal("371522116777", Tree.Find(outcome.Key)!.Code);
    }

    [Theory]
    [InlineData("", "", "名称：没有填写。请填写全称，例如 大杨新村。")]
    [InlineData("示例 村", "", "名称：含有空格或标点（“示例 村”）。请只写名称。")]
    [InlineData("大杨新村村委会", "", "名称：韩集镇已有“大杨新村")]
    [InlineData("示例错码村", "12", "区划代码：不是 12 位数字（“12”）。请对照统计用区划代码填写，没有就留空。")]
    public async Task A_wrong_name_or_code_is_refused_with_its_sentence(string name, string code, string sentence)
    {
        var outcome = await AddAsync(StagingSite.Hanji, Draft(name) with { Code = code });
        Assert.False(outcome.Done);
        Assert.StartsWith(sentence, Assert.Single(outcome.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_must_follow_each_other_and_lie_within_those_of_the_place_above()
    {
        var backwards = await AddAsync(StagingSite.Hanji, Draft("示例倒村") with { ValidFrom = Today, ValidTo = Today.AddDays(-1) });
        Assert.StartsWith("终止日期：早于启用日期（2020-08-31）", Assert.Single(backwards.Faults).Message, StringComparison.Ordinal);

        var town = await AddAsync(371522000000, Draft("示例短镇") with { ValidFrom = new DateOnly(2020, 1, 1), ValidTo = new DateOnly(2020, 12, 31) });
        var village = await AddAsync(town.Key, Draft("示例长村") with { ValidFrom = new DateOnly(2019, 1, 1) });
        Assert.Equal(["启用日期", "终止日期"], village.Faults.Select(f => f.Column));
        var below = await AddAsync(StagingSite.Dayang, Draft("示例组"));
        Assert.Equal("大杨新村是村，下面不能再添加。请选择乡镇、县或市。", below.Message);
    }

    [Fact]
    public async Task A_renamed_place_keeps_its_key_and_is_found_by_its_former_name()
    {
        var added = await AddAsync(StagingSite.Xuying, Draft("示例旧名村"));
        var renamed = await ChangeAsync(added.Key, d => d with { Name = "示例新名村" });
        Assert.True(renamed.Done, renamed.Message);
        var node = Tree.Find(added.Key)!;
        Assert.Equal(("示例新名村", "示例旧名村"), (node.Name, Assert.Single(node.FormerNames)));
        Assert.All(new[] { "示例旧名", "示例新名村委会" }, name => Assert.Equal(added.Key, new PlaceReader(Tree).Read("", "许营镇", name, null, wantsVillage: true).Key));

        await ChangeAsync(added.Key, d => d with { Name = "示例旧名村" });
        Assert.Equal(["示例新名村"], Tree.Find(added.Key)!.FormerNames);
    }

    [Fact]
    public async Task A_village_may_be_a_poverty_village_with_the_year_in_which_it_left_the_list()
    {
        var added = await AddAsync(StagingSite.Xuying, Draft("示例贫困村") with { IsPovertyVillage = true, ExitedIn = 2018 });
        Assert.True(added.Done, added.Message);
        Assert.Equal((true, 2018), (Tree.Find(added.Key)!.IsPovertyVillage, Tree.Find(added.Key)!.ExitedIn!.Value));

        var town = await AddAsync(371522000000, Draft("示例贫困镇") with { IsPovertyVillage = true });
        Assert.Equal("省定贫困村：只有村可以是省定贫困村。请去掉勾选。", Assert.Single(town.Faults).Message);
        var unmarked = await AddAsync(StagingSite.Xuying, Draft("示例退出村") with { ExitedIn = 2018 });
        Assert.Equal("退出年度：填了 2018 年，却没有勾选省定贫困村。请勾选，或清空年度。", Assert.Single(unmarked.Faults).Message);
        var late = await AddAsync(StagingSite.Xuying, Draft("示例晚退村") with { IsPovertyVillage = true, ExitedIn = 2021 });
        Assert.StartsWith("退出年度：不在 2014 到 2020 年之间（“2021”）", Assert.Single(late.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_cannot_end_before_its_last_row_and_says_what_it_still_holds()
    {
        var village = await AddAsync(StagingSite.Xuying, Draft("示例终止村"));
        await AddProblemAsync(village.Key, "20200820-502", new DateOnly(2020, 8, 20));
        var early = await ChangeAsync(village.Key, d => d with { ValidTo = new DateOnly(2020, 8, 19) });
        Assert.Contains("最晚的一行是 2020-08-20。请填写不早于这一天的日期。", Assert.Single(early.Faults).Message, StringComparison.Ordinal);

        var asked = await ChangeAsync(village.Key, d => d with { ValidTo = new DateOnly(2020, 8, 25) });
        Assert.False(asked.Done);
        Assert.Contains("1 件", asked.Warnings[0], StringComparison.Ordinal);
        Assert.True(Tree.Find(village.Key)!.ExistsOn(Today));

        var done = await ChangeAsync(village.Key, d => d with { ValidTo = new DateOnly(2020, 8, 25) }, confirmed: true);
        Assert.True(done.Done, done.Message);
        Assert.False(Tree.Find(village.Key)!.ExistsOn(Today));
        var detail = await AsAsync(AdminScreen.Admin, s => s.ReadAsync(village.Key, CancellationToken.None));
        Assert.Equal((1, new DateOnly(2020, 8, 20)), (Assert.Single(detail!.Rows).Count, detail.Rows[0].Last));
        Assert.Equal(["修改地区", "新增地区"], detail.History.Select(h => h.Action));
    }

    [Fact]
    public async Task A_place_cannot_end_while_places_below_it_go_on()
    {
        var outcome = await ChangeAsync(StagingSite.Zhangzhai, d => d with { ValidTo = Today });
        Assert.Contains("个地方没有终止", outcome.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_overwrites_nothing()
    {
        var added = await AddAsync(StagingSite.Xuying, Draft("示例并发村"));
        var seen = RegionDraft.Of(Tree.Find(added.Key)!);
        await ChangeAsync(added.Key, d => d with { Name = "示例先存村" });
        var late = await AsAsync(AdminScreen.Admin, s => s.ChangeAsync(added.Key, seen with { Name = "示例后存村" }, seen, false, CancellationToken.None));
        Assert.Equal("示例先存村刚刚被别人改过，没有保存。请重新打开后再改。", late.Message);
        Assert.Equal("示例先存村", Tree.NameOf(added.Key));
    }

    [Fact]
    public async Task Only_administrators_may_change_or_read_places_here()
    {
        Assert.Equal(AdminDesk.NoRight, (await AsAsync(AdminScreen.Staff, s => s.AddAsync(StagingSite.Hanji, Draft("示例无权村"), CancellationToken.None))).Message);
        Assert.Null(await AsAsync(AdminScreen.Staff, s => s.ReadAsync(StagingSite.Hanji, CancellationToken.None)));
    }

    private static RegionDraft Draft(string name) => new(name, "", null, null);

    private Task<AdminOutcome> AddAsync(long parent, RegionDraft draft) => AsAsync(AdminScreen.Admin, s => s.AddAsync(parent, draft, CancellationToken.None));

    private Task<AdminOutcome> ChangeAsync(long key, Func<RegionDraft, RegionDraft> change, bool confirmed = false)
    {
        var seen = RegionDraft.Of(Tree.Find(key)!);
        return AsAsync(AdminScreen.Admin, s => s.ChangeAsync(key, change(seen), seen, confirmed, CancellationToken.None));
    }

    private Task<T> AsAsync<T>(UserIdentity user, Func<RegionService, Task<T>> work) => site.AsAsync(user, services => work(services.GetRequiredService<RegionService>()));

    private Task<int> AddProblemAsync(long region, string number, DateOnly day) => site.InStoreAsync(UserIdentity.System, db =>
    {
        db.Add(new Problem { Region = region, Number = number, Source = "自查", Category = "住房", Description = "屋顶漏雨", FoundOn = day, DueOn = day.AddDays(60) });
        return db.SaveChangesAsync();
    });
}
