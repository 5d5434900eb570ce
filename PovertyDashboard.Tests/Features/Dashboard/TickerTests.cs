using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Dashboard.DashboardStore;

namespace PovertyDashboard.Tests.Features.Dashboard;

public sealed class TickerTests : IAsyncLifetime
{
    private DashboardStore _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync(withRows: false);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Closing_two_problems_of_a_village_is_one_line()
    {
        await _store.AddAsync(NewProblem(Dayang, 1), NewProblem(Dayang, 2));
        await ChangeAsync(p => p.State = ProblemState.Verifying);
        await ChangeAsync(p => (p.State, p.ClosedOn) = (ProblemState.Closed, Today));
        var lines = await ReadAsync(Leader);
        Assert.Equal(["大杨新村 销号 2 件", "大杨新村 申请核验 2 件", "大杨新村 新发现 2 件"], lines.Select(l => $"{l.Place} {l.Text}"));
        Assert.Equal(TickerKind.Closed, lines[0].Kind);
    }

    [Fact]
    public async Task Lines_hold_no_name_number_or_illness()
    {
        await _store.AddAsync(
            NewHousehold(Dayang, 7, h => (h.HeadName, h.HeadId, h.MainCause) = ("邓某", "371599198001010017", "因病")),
            NewProblem(Dayang, 3, p => (p.HouseholdName, p.Description, p.Owner) = ("邓某", "长期慢性病未签约", "赵某")));
        await ChangeAsync(p => (p.State, p.Owner) = (ProblemState.Rectifying, "钱某"));
        var text = string.Join('\n', (await ReadAsync(Leader)).Select(l => $"{l.Time} {l.Place} {l.Text}"));
        Assert.Contains("贫困户 新增 1 户", text, StringComparison.Ordinal);
        Assert.Contains("交办 1 件", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "邓某", "赵某", "钱某", "3715", "因病", "慢性", "D0003" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_hears_only_of_the_own_places()
    {
        await _store.AddAsync(NewProblem(Dayang, 1), NewProblem(Sanhe, 2));
        Assert.Equal(["大杨新村"], (await ReadAsync(HanjiLeader, Hanji)).Select(l => l.Place));
        Assert.Equal(["三合村", "大杨新村"], (await ReadAsync(TwoPlaces)).Select(l => l.Place).Order(StringComparer.Ordinal));
        Assert.Equal(["三合村"], (await ReadAsync(Leader, Zhangzhai)).Select(l => l.Place));
    }

    [Fact]
    public async Task Ticking_items_of_a_household_is_one_line()
    {
        var check = NewCheck(Dayang, 0);
        await _store.AddAsync(check);
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            var stored = await db.Set<Check>().Include(c => c.Answers).SingleAsync();
            stored.Answers![1].Result = CheckResult.Passed;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["大杨新村 检查 1 户次"], (await ReadAsync(Leader)).Select(l => $"{l.Place} {l.Text}"));
    }

    [Fact]
    public void Every_step_of_a_problem_has_its_word()
    {
        Assert.Equal("核验退回 {0} 件", Of(ProblemState.Verifying, ProblemState.Rectifying));
        Assert.Equal("交办 {0} 件", Of(ProblemState.Waiting, ProblemState.Rectifying));
        Assert.Equal("挂账 {0} 件", Of(ProblemState.Rectifying, ProblemState.Shelved));
        Assert.Equal("整改情况更新 {0} 件", TickerPhrase.Of(ProblemLedger.Ledger, "修改", "{}")!.Format);
        Assert.Equal("贫困户 导入 {0} 户", TickerPhrase.Of(HouseholdLedger.Ledger, "导入", "")!.Format);
        Assert.Null(TickerPhrase.Of(HouseholdLedger.Ledger, "导出", ""));

        static string Of(string old, string now) => TickerPhrase.Of(ProblemLedger.Ledger, "修改", $$"""{"State":["{{old}}","{{now}}"]}""")!.Format;
    }

    private async Task<IReadOnlyList<TickerLine>> ReadAsync(UserIdentity user, long region = City)
    {
        await using var scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await scope.ServiceProvider.GetRequiredService<Ticker>().ReadAsync(View(region, user), 7, CancellationToken.None);
    }

    private Task<int> ChangeAsync(Action<Problem> change) => _store.InStoreAsync(UserIdentity.System, async db =>
    {
        foreach (var problem in await db.Set<Problem>().ToListAsync()) change(problem);
        return await db.SaveChangesAsync();
    });
}
