using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Todo;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>Who is covered and who was visited in time, counted by hand; the period is a dated setting.</summary>
public sealed class ResponsibilityMeasuresTests : IAsyncLifetime
{
    private ResponsibilityStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        await _store.AddAsync(AssignmentLedger.Ledger, _store.Helper());
        await _store.AddAsync(AssignmentLedger.Ledger, _store.Helper("王某"));
        // 邓某 six days ago, 王某 seven, 钱某 never and by nobody.
        await _store.AddAsync(VisitLedger.Ledger, _store.VisitTo(on: Today.AddDays(-6)));
        await _store.AddAsync(VisitLedger.Ledger, _store.VisitTo("王某", Today.AddDays(-7), VisitWay.Phone));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Covered_and_uncovered_households_add_up_to_all()
    {
        Assert.Equal((2, 1, 66.67m), (await _store.ValueAsync("households.covered"), await _store.ValueAsync("households.uncovered"), await _store.ValueAsync("households.cover-rate")));
        Assert.Equal((0, 1), (await _store.ValueAsync("households.covered", Shangzhuang), await _store.ValueAsync("households.uncovered", Shangzhuang)));
    }

    [Fact]
    public async Task A_visit_of_the_seventh_day_counts_and_one_of_the_eighth_does_not()
    {
        Assert.Equal((1, 2, 33.33m), (await _store.ValueAsync("households.visited"), await _store.ValueAsync("households.unvisited"), await _store.ValueAsync("households.visit-rate")));
        Assert.Equal((1, 1, 50m), (await _store.ValueAsync("assignments.visited"), await _store.ValueAsync("assignments.unvisited"), await _store.ValueAsync("assignments.visit-rate")));
        Assert.Equal((1, 1, 2), (await _store.ValueAsync("visits.week"), await _store.ValueAsync("visits.home"), await _store.ValueAsync("visits.month")));
    }

    [Fact]
    public async Task A_longer_period_counts_from_its_effective_day_only()
    {
        await _store.SetAsync(VisitSettings.PeriodKey, "30", new(2020, 8, 31));
        Assert.Equal((2, 1), (await _store.ValueAsync("households.visited"), await _store.ValueAsync("households.unvisited")));
        Assert.Equal(2, await _store.ValueAsync("households.visited", day: new(2020, 8, 30)));
        Assert.Equal(1, await _store.ValueAsync("households.visited", day: new(2020, 8, 24)));
    }

    [Fact]
    public async Task The_page_shows_the_same_by_place_helper_and_household()
    {
        var place = await _store.WithAsync<VisitReader, PlaceVisits>(Staff, r => r.PlaceAsync(Zhangzhai, CancellationToken.None));
        Assert.Equal((3, 2, 1, 1, 2, 333L), (place.Households, place.Covered, place.Uncovered, place.Visited, place.Unvisited, place.VisitedPermille));
        var villages = await _store.WithAsync<VisitReader, IReadOnlyList<PlaceVisits>>(Staff, r => r.PlacesBelowAsync(Zhangzhai, CancellationToken.None));
        Assert.Equal([(Shangzhuang, 1L, 1L), (Qianwang, 2L, 1L)], villages.Select(v => (v.Region, v.Households, v.Unvisited)));
        var helper = Assert.Single(await _store.WithAsync<VisitReader, IReadOnlyList<HelperVisits>>(Staff, r => r.HelpersAsync(Zhangzhai, CancellationToken.None)));
        Assert.Equal(("孙某", 2, 1, 1, Today.AddDays(-6)), (helper.Helper, helper.Households, helper.Visited, helper.Unvisited, helper.LastOn));
        var open = await _store.WithAsync<VisitReader, IReadOnlyList<UnvisitedHousehold>>(Staff, r => r.UnvisitedAsync(Zhangzhai, null, CancellationToken.None));
        Assert.Equal([("钱某", "", null), ("王某", "孙某", (DateOnly?)Today.AddDays(-7))], open.Select(o => (o.HeadName, o.Helper, o.LastOn)));
    }

    [Fact]
    public async Task Work_that_waits_is_the_list_that_opens()
    {
        var todo = _store.Services.GetServices<TodoSource>().Single(s => s.Title == "未按期走访的户");
        Assert.Equal(2, await todo.Count(_store.Services, Staff, CancellationToken.None));
        Assert.Equal(0, await todo.Count(_store.Services, HanjiStaff, CancellationToken.None));
        Assert.Equal("/ledgers/households?measure=households.unvisited", todo.Href);
    }

    [Fact]
    public async Task Help_given_is_counted_and_summed_to_the_fen()
    {
        await _store.AddAsync(AidLedger.Ledger, Aid("邓某", "光伏收益分红", 1_000_01, new(2020, 3, 1)));
        await _store.AddAsync(AidLedger.Ledger, Aid("邓某", "走访慰问", 499_99, new(2020, 5, 1)));
        await _store.AddAsync(AidLedger.Ledger, Aid("王某", "家庭医生签约", null, new(2019, 5, 1)));
        Assert.Equal((2, 1_500.00m), (await _store.ValueAsync("measures-taken.year"), await _store.ValueAsync("measures-taken.cost")));
        Assert.Equal((2, 1), (await _store.ValueAsync("households.aided"), await _store.ValueAsync("households.unaided")));
    }

    [Fact]
    public async Task Help_that_ends_before_it_begins_is_refused()
    {
        var aid = Aid("邓某", "走访慰问", null, new(2020, 5, 1));
        aid.EndedOn = new(2020, 4, 30);
        Assert.Equal("结束日期：早于开始日期（“2020-04-30”，开始是 2020-05-01）。请核对后填写。", await _store.RefusedAsync(AidLedger.Ledger, aid));
    }

    private AidMeasure Aid(string household, string title, long? cost, DateOnly from) =>
        new() { Region = _store.Homes[household].Region, HouseholdName = household, Category = "社会帮扶", Title = title, Cost = cost, StartedOn = from };
}
