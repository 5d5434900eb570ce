using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Checklists.ChecklistStore;

namespace PovertyDashboard.Tests.Features.Checklists.Month;

public sealed class RoundServiceTests : IAsyncLifetime
{
    private static readonly RoundPlan Plan = new(Hanji, "第 1 轮", "镇督导组", "孙某", Today, Today.AddDays(6));
    private ChecklistStore store = null!;

    public async Task InitializeAsync() => store = await CreateAsync();

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_round_takes_in_every_village_once_and_shares_them_out_over_its_days()
    {
        var count = store.Services.GetRequiredService<RegionDirectory>().Tree.VillagesOf(Hanji).Count(v => v.ExistsOn(Today));
        Assert.Equal((count, ""), await As(Staff, s => s.PlanAsync(Plan, default)));
        var villages = await As(Staff, s => s.VillagesAsync(Hanji, "第 1 轮", Today, default));
        Assert.Equal(count, villages.Select(v => v.Round.Region).Distinct().Count());
        Assert.All(villages, v => Assert.InRange(v.Round.PlannedOn!.Value, Today, Today.AddDays(6)));
        Assert.Equal(Today, villages.Min(v => v.Round.PlannedOn));
        Assert.Contains("已经安排", (await As(Staff, s => s.PlanAsync(Plan, default))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_is_recorded_once_and_a_second_one_who_saw_the_old_state_is_told()
    {
        await As(Staff, s => s.PlanAsync(Plan, default));
        var round = (await As(Inspector, s => s.VillagesAsync(Dayang, "第 1 轮", Today, default))).Single().Round;
        Assert.Null(await As(Inspector, s => s.VisitAsync(round.Id, round.Version, "院内整洁", default)));
        var again = (await As(Inspector, s => s.VillagesAsync(Dayang, "第 1 轮", Today, default))).Single().Round;
        Assert.Equal((Today, "院内整洁"), (again.VisitedOn, again.Findings));
        Assert.Contains("已先登记", await As(Colleague, s => s.VisitAsync(round.Id, round.Version, "", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_plan_or_visit_is_refused_in_the_service()
    {
        Assert.Contains("不能安排督导", (await As(Inspector, s => s.PlanAsync(Plan, default))).Refusal, StringComparison.Ordinal);
        Assert.Contains("不能安排督导", (await As(Leader, s => s.PlanAsync(Plan, default))).Refusal, StringComparison.Ordinal);
        Assert.Contains("不在您的管辖范围", (await As(Staff, s => s.PlanAsync(Plan with { Region = Zhangzhai }, default))).Refusal, StringComparison.Ordinal);
        await As(Staff, s => s.PlanAsync(Plan, default));
        var round = (await As(Staff, s => s.VillagesAsync(Dayang, "第 1 轮", Today, default))).Single().Round;
        Assert.Contains("不能登记到村", await As(Leader, s => s.VisitAsync(round.Id, round.Version, "", default)), StringComparison.Ordinal);
        Assert.Contains("管辖范围", await As(Elsewhere, s => s.VisitAsync(round.Id, round.Version, "", default)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "轮次：不能为空")]
    [InlineData("第 2 轮", -3, "结束日期：早于开始日期")]
    public async Task A_plan_that_makes_no_sense_gets_a_sentence(string title, int days, string sentence) =>
        Assert.StartsWith(sentence, (await As(Staff, s => s.PlanAsync(Plan with { Title = title, EndsOn = Today.AddDays(days) }, default))).Refusal, StringComparison.Ordinal);

    private async Task<T> As<T>(UserIdentity user, Func<RoundService, Task<T>> work)
    {
        await using var scope = store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider.GetRequiredService<RoundService>());
    }
}
