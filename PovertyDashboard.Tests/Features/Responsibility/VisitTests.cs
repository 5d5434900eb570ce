using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>Visits: none in the future, what they find opens its problem once, on form and file alike.</summary>
public sealed class VisitTests : IAsyncLifetime
{
    private static readonly Ledger Ledger = VisitLedger.Ledger;

    private ResponsibilityStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_visit_in_the_future_is_refused()
    {
        Assert.Equal("走访日期：日期在将来（2020-09-01，今天是 2020-08-31）。请填写不晚于今天的日期。", await _store.RefusedAsync(Ledger, _store.VisitTo(on: Today.AddDays(1))));
        var sheet = await _store.ImportRowsAsync("visits", "村,户主,走访日期,走访人,方式", "前王庄村,邓某,2020-09-01,孙某,入户");
        Assert.Equal((RowFate.Refused, "走访日期：日期在将来（2020-09-01，今天是 2020-08-31）。请填写不晚于今天的日期。"), (sheet.Rows[0].Fate, sheet.Rows[0].Faults[0].Message));
        Assert.Empty(await _store.InStoreAsync(UserIdentity.System, db => db.Set<Visit>().ToListAsync()));
    }

    [Fact]
    public async Task What_a_visit_finds_opens_its_problem_for_the_household()
    {
        var visit = _store.VisitTo();
        (visit.Finding, visit.Category) = ("厨房屋顶渗水", "住房");
        var saved = await _store.AddAsync(Ledger, visit);
        var problem = Assert.Single(await ProblemsAsync());
        Assert.Equal((saved.HouseholdId, "邓某", "排查走访", "住房", "厨房屋顶渗水"), (problem.HouseholdId, problem.HouseholdName, problem.Source, problem.Category, problem.Description));
        Assert.Equal((VisitLedger.Key, (long?)saved.Id, ProblemState.Waiting, "孙某"), (problem.OriginLedger, problem.OriginId, problem.State, problem.FoundBy));
        Assert.Equal((Qianwang, Today, Today.AddDays(15), "20200831-001"), (problem.Region, problem.FoundOn, problem.DueOn, problem.Number));
    }

    [Fact]
    public async Task A_later_change_of_the_visit_opens_no_second_one()
    {
        var saved = await _store.AddAsync(Ledger, _store.VisitTo());
        Assert.Empty(await ProblemsAsync());
        (saved.Finding, saved.Category) = ("水龙头滴漏", "饮水");
        var found = Assert.IsType<Visit>(Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, Ledger, saved, saved.Version)).Row);
        Assert.Single(await ProblemsAsync());
        found.Content = "补充情况";
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, Ledger, found, found.Version));
        Assert.Single(await ProblemsAsync());
    }

    [Fact]
    public async Task A_file_opens_problems_too_and_a_second_time_none()
    {
        string[] lines = ["村,户主,走访日期,走访人,方式,走访内容,发现问题,问题类别", "前王庄村,邓某,2020-08-30,孙某,入户,\"健康,就业\",慢性病卡到期,医疗", "尚庄村,钱某,2020-08-30,孙某,电话,,,"];
        var first = await _store.ImportRowsAsync("visits", lines);
        Assert.Equal([RowFate.Added, RowFate.Added], first.Rows.Select(r => r.Fate));
        var second = await _store.ImportRowsAsync("visits", lines);
        Assert.Equal([RowFate.Unchanged, RowFate.Unchanged], second.Rows.Select(r => r.Fate));
        Assert.Equal("慢性病卡到期", Assert.Single(await ProblemsAsync()).Description);
    }

    [Theory]
    [InlineData("屋顶渗水", "", null, VisitWay.Home, "", "问题类别：写了发现的问题，没有选类别。请选择类别，问题才能转入整改台账。")]
    [InlineData("", "住房", null, VisitWay.Home, "", "发现问题：选了问题类别（“住房”），没有写是什么问题。请写明，或删去类别。")]
    [InlineData("", "", true, VisitWay.Phone, "", "户主签名：电话走访没有当面见到户主，不能已签名。请改为否或留空，或把方式改为入户。")]
    [InlineData("", "", null, VisitWay.Home, "25:00", "时间：不是一天中的时间（“25:00”）。请写成 15:30 这样的 24 小时时间。")]
    public void Fields_fit_each_other(string finding, string category, bool? signed, string way, string time, string sentence)
    {
        var visit = new Visit { Finding = finding, Category = category, Signed = signed, Way = way, Time = time };
        VisitRules.Fill(visit);
        Assert.Equal(sentence, Assert.Single(VisitRules.Check(visit, new RowContext(Today, Staff))).Message);
    }

    [Fact]
    public void A_short_time_is_written_in_full()
    {
        var visit = new Visit { Time = "9:05" };
        VisitRules.Fill(visit);
        Assert.Equal("09:05", visit.Time);
    }

    private Task<List<Problem>> ProblemsAsync() => _store.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().OrderBy(p => p.Id).ToListAsync());
}
