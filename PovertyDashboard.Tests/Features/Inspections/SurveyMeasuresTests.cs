using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>The rates of domain facts section 10 against rows that are counted by hand, and which kinds of problem recur.</summary>
public sealed class SurveyMeasuresTests : IAsyncLifetime
{
    private InspectionStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Contentment_and_approval_are_counted_over_those_who_answered()
    {
        await InterviewAsync("甲某", i => (i.WithResults, i.WithHelper, i.Approval) = (Satisfaction.Very, Satisfaction.Content, Recognition.Yes));
        await InterviewAsync("乙某", i => (i.WithResults, i.WithHelper, i.Approval) = (Satisfaction.Content, "一般", "基本认可"));
        await InterviewAsync("丙某", i => (i.WithResults, i.WithHelper, i.Approval) = ("不满意", "", Recognition.Yes));
        await InterviewAsync("丁某", i => (i.WithResults, i.WithHelper, i.Approval) = ("", "", ""));
        Assert.Equal(66.67m, Math.Round(await RateAsync("interviews.results-rate"), 2));
        Assert.Equal(50m, await RateAsync("interviews.helper-rate"));
        Assert.Equal(66.67m, Math.Round(await RateAsync("interviews.approval-rate"), 2));
        Assert.Equal((2m, 1m, 4m), (await _store.ValueAsync("interviews.results-content"), await _store.ValueAsync("interviews.unhappy"), await _store.ValueAsync("interviews.unsigned")));
    }

    [Fact]
    public async Task Wrong_exits_and_missed_people_are_counted_over_the_people_surveyed()
    {
        await InterviewAsync("甲某", i => (i.People, i.WronglyLifted) = (4, 1));
        await InterviewAsync("乙某", i => i.People = 21);
        await InterviewAsync("某非卡户", i => (i.Class, i.People, i.Missed) = (SurveyClass.Other, 5, 1));
        await InterviewAsync("另一非卡户", i => (i.Class, i.People) = (SurveyClass.Other, 15));
        Assert.Equal((4m, 5m), (await RateAsync("interviews.wrong-exit-rate"), await RateAsync("interviews.missed-rate")));
        Assert.Equal((1m, 1m), (await _store.ValueAsync("interviews.wrong-exits"), await _store.ValueAsync("interviews.missed")));
    }

    [Fact]
    public async Task Knowledge_of_policy_is_the_share_of_good_answers()
    {
        await _store.InterviewAsync(_store.NewInterview(), (1, "是"));
        await _store.InterviewAsync(_store.NewInterview("乙某"), (1, "否"), (2, "每月"));
        Assert.Equal((50m, 100m, 1m), (await RateAsync("answers.policy-rate"), await RateAsync("answers.helper-rate"), await _store.ValueAsync("answers.bad")));
    }

    [Fact]
    public async Task A_kind_recurs_in_many_villages_or_often_in_one()
    {
        for (var i = 0; i < 3; i++) await _store.AddAsync(FindingLedger.Ledger, NewFinding("资产登记不清", on: new DateOnly(2020, 8, 20 + i)));
        await _store.AddAsync(FindingLedger.Ledger, NewFinding("公示不到位"));
        await _store.AddAsync(FindingLedger.Ledger, NewFinding("公示不到位", Shangzhuang));
        var sheet = await ReadAsync(Discipline);
        Assert.Equal([202006, 202007, 202008], sheet.Months);
        var often = sheet.Kinds.Single(k => k.Kind == "资产登记不清");
        Assert.Equal((true, false, 3, 3), (often.IsSign, often.IsTendency, often.Total, often.At(Qianwang)));
        Assert.False(sheet.Kinds.Single(k => k.Kind == "公示不到位").IsRecurring);

        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new PovertyDashboard.Settings.Setting { Key = RecurringLimits.VillagesKey, Title = "村数", Value = "2", EffectiveFrom = new DateOnly(2020, 8, 1) });
            return await db.SaveChangesAsync();
        });
        await ((PovertyDashboard.Settings.SettingsDirectory)_store.Services.GetService(typeof(PovertyDashboard.Settings.SettingsDirectory))!).LoadAsync(CancellationToken.None);
        sheet = await ReadAsync(Discipline);
        Assert.True(sheet.Kinds.Single(k => k.Kind == "公示不到位").IsTendency);
        Assert.Equal(5, sheet.Kinds.Sum(k => k.In(202008)));
        Assert.Empty((await ReadAsync(Cadre)).Kinds);
    }

    private Task<RecurringSheet> ReadAsync(UserIdentity user) => _store.WithAsync<RecurringReader, RecurringSheet>(user, r => r.ReadAsync(Zhangzhai, CancellationToken.None));

    private Task<decimal> RateAsync(string key) => _store.ValueAsync(key);

    private Task<Interview> InterviewAsync(string household, Action<Interview> change)
    {
        var interview = _store.NewInterview(household);
        change(interview);
        return _store.AddAsync(InterviewLedger.Ledger, interview);
    }
}
