using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>A draw is refused where it cannot be made, is kept with what is needed to make it again, and lives through replacements.</summary>
public sealed class SamplingTests : IAsyncLifetime
{
    private static readonly long[] Both = [Qianwang, Shangzhuang];

    private InspectionStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_draw_keeps_seed_list_and_who_drew_it()
    {
        var outcome = await _store.DrawAsync(new SampleRequest(Both, SampleSpread.Total, 5, 2, "20200810", "371522116007"));
        Assert.Equal((5, 2, null), (outcome.Drawn, outcome.Reserve, outcome.Fault?.Message));
        var plan = (await _store.RowsAsync<Inspection>()).Single();
        Assert.Equal(("20200810", 12, 5, Today, "周某", 1), (plan.Seed, plan.Population!.Value, plan.SampleSize!.Value, plan.DrawnOn!.Value, plan.DrawnBy, plan.Draws));
        var samples = await _store.RowsAsync<Sample>();
        Assert.Equal((1, 4, 2), (samples.Count(s => s.Kind == SampleKind.Must), samples.Count(s => s.Kind == SampleKind.Random), samples.Count(s => s.Kind == SampleKind.Reserve)));
        Assert.Equal("371522116007", samples.Single(s => s.Order == 1).HouseholdNumber);
        Assert.All(samples, s => Assert.True(s.HouseholdId is not null && s.Plan == Title && s.PlanDate == First));
    }

    [Fact]
    public async Task The_list_is_drawn_again_from_its_frozen_population_whatever_has_become_of_the_households()
    {
        await _store.DrawAsync(new SampleRequest(Both, SampleSpread.Total, 5, 2, "20200810"));
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new Household { Region = Qianwang, HeadName = "户乙", Number = "371522116099" });
            (await db.Set<Household>().FirstAsync(h => h.Number == "371522116001")).EndedOn = Today;
            return await db.SaveChangesAsync();
        });
        var proof = await CheckAsync();
        Assert.True(proof.IsSame, proof.Words);
        Assert.Contains("从快照的 12 户重新抽取，7 户与台账完全一致", proof.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_was_tampered_with_is_seen()
    {
        await _store.DrawAsync(new SampleRequest(Both, SampleSpread.Total, 5, 2, "20200810"));
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            (await db.Set<Sample>().FirstAsync(s => s.Order == 3)).HouseholdNumber = "371522116099";
            return await db.SaveChangesAsync();
        });
        var proof = await CheckAsync();
        Assert.False(proof.IsSame);
        Assert.Contains("相同 6 户", proof.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_list_again_and_needs_a_reason()
    {
        var request = new SampleRequest(Both, SampleSpread.Total, 5, 2, "20200810");
        await _store.DrawAsync(request);
        var first = await KeysAsync();
        Assert.Equal("重抽原因：已经抽过样，没有写为什么重抽。请写明原因；原来的名单会保留在操作记录里。", (await _store.DrawAsync(request)).Fault!.Value.Message);
        Assert.Null((await _store.DrawAsync(request with { Reason = "复核演示" })).Fault);
        Assert.Equal(first, await KeysAsync());
        Assert.Equal(7, (await _store.InStoreAsync(UserIdentity.System, db => db.Set<Sample>().IgnoreQueryFilters().Where(s => s.IsDeleted).ToListAsync())).Count(s => s.DeleteReason == "重抽：复核演示"));
        Assert.Equal((2, "复核演示"), ((await _store.RowsAsync<Inspection>()).Single().Draws, (await _store.RowsAsync<Inspection>()).Single().RedrawReason));
    }

    [Fact]
    public async Task A_draw_that_cannot_be_made_says_why_and_leaves_nothing()
    {
        Assert.Equal("抽样户数：要抽 13 户，所选的 2 个村在册只有 12 户。请减少户数，或多选几个村。", await FaultAsync(new(Both, SampleSpread.Total, 13, 0)));
        Assert.Equal("抽样户数：每村要抽 5 户，有 1 个村在册不足（尚庄村只有 4 户）。请减少户数，或去掉这些村。", await FaultAsync(new(Both, SampleSpread.EachVillage, 5, 0)));
        Assert.Equal("抽样范围：没有选村。请至少选一个村。", await FaultAsync(new([], SampleSpread.Total, 5, 0)));
        Assert.Equal("抽样户数：没有填，或不是正数。请填写要抽的户数，例如 10。", await FaultAsync(new(Both, SampleSpread.Total, 0, 0)));
        Assert.StartsWith("抽样范围：大杨新村不在这次督查的地区内。", await FaultAsync(new([Dayang], SampleSpread.Total, 1, 0)), StringComparison.Ordinal);
        Assert.StartsWith("必抽户：所选的村里没有“寅某”", await FaultAsync(new(Both, SampleSpread.Total, 5, 0, Must: "寅某")), StringComparison.Ordinal);
        Assert.StartsWith("必抽户：有 2 户必抽，抽样户数只有 1 户。", await FaultAsync(new(Both, SampleSpread.Total, 1, 0, Must: "甲某\n尚庄村 壬某")), StringComparison.Ordinal);
        Assert.StartsWith("备选户数：为负数", await FaultAsync(new(Both, SampleSpread.Total, 5, -1)), StringComparison.Ordinal);
        Assert.Empty(await _store.RowsAsync<Sample>());
        Assert.False((await _store.RowsAsync<Inspection>()).Single().IsDrawn);
        Assert.Equal("您的账号不能抽样。请由扶贫办或纪检办理。", (await _store.DrawAsync(new(Both, SampleSpread.Total, 5, 0), Inspector)).Fault!.Value.Message);
    }

    [Fact]
    public async Task A_whole_list_may_have_to_be_drawn()
    {
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            foreach (var household in await db.Set<Household>().Where(h => h.Number == "371522116003" || h.Number == "371522116010").ToListAsync()) household.Type = "未脱贫户";
            return await db.SaveChangesAsync();
        });
        Assert.Null((await _store.DrawAsync(new SampleRequest(Both, SampleSpread.Total, 4, 0, "1", MustMeasure: "households.poor"))).Fault);
        Assert.Equal(["371522116003", "371522116010"], (await _store.RowsAsync<Sample>()).Where(s => s.Kind == SampleKind.Must).Select(s => s.HouseholdNumber).Order());
    }

    [Fact]
    public async Task After_an_interview_the_list_stands()
    {
        await _store.DrawAsync(new SampleRequest(Both, SampleSpread.Total, 5, 2, "20200810"));
        await _store.AddAsync(InterviewLedger.Ledger, _store.NewInterview());
        Assert.StartsWith("抽样：这次督查已经有访谈", (await _store.DrawAsync(new SampleRequest(Both, SampleSpread.Total, 5, 2, "20200810", Reason: "换一批"))).Fault!.Value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_household_is_replaced_with_a_reason_by_the_reserve_of_its_own_village_first()
    {
        await _store.DrawAsync(new SampleRequest(Both, SampleSpread.EachVillage, 2, 1, "5"));
        var away = (await _store.RowsAsync<Sample>()).First(s => s.Region == Shangzhuang && s.State == SampleState.Waiting);
        Assert.StartsWith("替换原因：没有选。", await ReplaceAsync(away, ""), StringComparison.Ordinal);
        Assert.StartsWith("替换原因：不在代码表（“不想去”）。", await ReplaceAsync(away, "不想去"), StringComparison.Ordinal);
        Assert.Null(await ReplaceAsync(away, "外出"));
        var samples = await _store.RowsAsync<Sample>();
        var replaced = samples.Single(s => s.Id == away.Id);
        var next = samples.Single(s => s.StandsFor == away.Order);
        Assert.Equal((SampleState.Replaced, "外出", Today, "周某"), (replaced.State, replaced.ReplaceReason, replaced.ReplacedOn!.Value, replaced.ReplacedBy));
        Assert.Equal((Shangzhuang, SampleState.Waiting, SampleKind.Reserve), (next.Region, next.State, next.Kind));
        Assert.StartsWith($"状态：{away.HouseholdName}现在是“已替换”，不能替换。", await ReplaceAsync(replaced, "外出"), StringComparison.Ordinal);
        Assert.Null(await ReplaceAsync(next, "住院"));
        var last = (await _store.RowsAsync<Sample>()).First(s => s.State == SampleState.Waiting);
        Assert.StartsWith("备选户：已经用完", await ReplaceAsync(last, "拒访"), StringComparison.Ordinal);
        // The order of the draw is proved as before.
        Assert.True((await CheckAsync()).IsSame);
    }

    private Task<string?> ReplaceAsync(Sample sample, string reason) => _store.WithAsync<SampleKeeper, string?>(Discipline, keeper => keeper.ReplaceAsync(sample.Id, sample.Version, reason, "", CancellationToken.None));

    private async Task<DrawCheck> CheckAsync() => (await _store.WithAsync<SampleKeeper, DrawCheck?>(Leader, keeper => keeper.CheckAsync(_store.Plan.Id, CancellationToken.None)))!;

    private async Task<List<(int, string, string)>> KeysAsync() => [.. (await _store.RowsAsync<Sample>()).OrderBy(s => s.Order).Select(s => (s.Order, s.HouseholdNumber, s.Kind))];

    private async Task<string> FaultAsync(SampleRequest request) => (await _store.DrawAsync(request)).Fault!.Value.Message;
}
