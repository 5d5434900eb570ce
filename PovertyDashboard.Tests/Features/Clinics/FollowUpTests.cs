using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using static PovertyDashboard.Tests.Features.Clinics.ClinicStore;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>Which follow-ups records ask for, how corrections move them, and what comes after a finished one.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Other = "371599194503071233";

    private ClinicStore _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_urgent_value_is_followed_within_two_weeks()
    {
        var record = await _store.RegisterAsync(NewRecord(systolic: 182, diastolic: 96));
        var followUp = Assert.Single(await _store.FollowUpsAsync());
        Assert.Equal((record.Id, "邓某", FollowUpPlan.Refer, new DateOnly(2020, 8, 8), Day), (followUp.RecordId, followUp.Name, followUp.Reason, followUp.DueOn, followUp.AskedOn));
        Assert.True(followUp.IsOverdue(Today));
    }

    [Theory]
    [InlineData(150, 80, null, "", FollowUpPlan.Pressure)]
    [InlineData(118, 76, 72L, "", FollowUpPlan.Glucose)]
    [InlineData(150, 80, 72L, "", FollowUpPlan.Both)]
    [InlineData(118, 76, null, "高血压", FollowUpPlan.Chronic)]
    [InlineData(118, 76, null, "关节炎", null)]
    public async Task Others_are_followed_by_the_quarter(int systolic, int diastolic, long? glucose, string history, string? reason)
    {
        var record = NewRecord(systolic: systolic, diastolic: diastolic, glucose: glucose, kind: glucose is null ? "" : HealthFlags.Fasting);
        record.History = history;
        await _store.RegisterAsync(record);
        var followUps = await _store.FollowUpsAsync();
        Assert.Equal(reason is null ? [] : [(reason, new DateOnly(2020, 10, 25))], followUps.Select(f => (f.Reason, f.DueOn)));
    }

    [Fact]
    public async Task A_corrected_value_moves_the_follow_up_and_takes_it_away_and_back()
    {
        var record = await _store.RegisterAsync(NewRecord(systolic: 182));
        record = await CorrectAsync(record, 150);
        Assert.Equal((FollowUpPlan.Pressure, new DateOnly(2020, 10, 25)), Of(Assert.Single(await _store.FollowUpsAsync())));
        record = await CorrectAsync(record, 118);
        Assert.Empty(await _store.FollowUpsAsync());
        await CorrectAsync(record, 182);
        Assert.Equal((FollowUpPlan.Refer, new DateOnly(2020, 8, 8)), Of(Assert.Single(await _store.FollowUpsAsync())));
    }

    [Fact]
    public async Task A_deleted_record_takes_its_open_follow_up_along()
    {
        var record = await _store.RegisterAsync(NewRecord(systolic: 182));
        Assert.IsType<RowSaved>(await _store.DeleteAsync(Doctor, ClinicRecordLedger.Ledger, record));
        Assert.Empty(await _store.FollowUpsAsync());
    }

    [Fact]
    public async Task A_later_clinic_does_what_was_open_and_plans_anew()
    {
        await _store.RegisterAsync(NewRecord(systolic: 150));
        var again = NewRecord(systolic: 118, glucose: 75, kind: HealthFlags.Fasting);
        again.HeldOn = new DateOnly(2020, 8, 20);
        await _store.RegisterAsync(again);
        var followUps = await _store.FollowUpsAsync();
        Assert.Equal(2, followUps.Count);
        Assert.Equal((new DateOnly(2020, 8, 20), "义诊", 118, FollowUpPlan.Raised), (followUps[0].DoneOn, followUps[0].Way, followUps[0].Systolic, followUps[0].Result));
        Assert.Equal((FollowUpPlan.Glucose, new DateOnly(2020, 11, 20)), Of(followUps[1]));
    }

    [Fact]
    public async Task A_record_entered_late_for_an_earlier_day_plans_nothing()
    {
        await _store.RegisterAsync(NewRecord(systolic: 118));
        var earlier = NewRecord(systolic: 182);
        earlier.HeldOn = new DateOnly(2020, 4, 18);
        await _store.RegisterAsync(earlier);
        Assert.Empty(await _store.FollowUpsAsync());
    }

    [Fact]
    public async Task A_raised_value_again_is_followed_in_two_weeks_and_referred_the_second_time()
    {
        await _store.RegisterAsync(NewRecord(systolic: 150));
        var done = await FinishAsync(new DateOnly(2020, 8, 10), f => (f.Systolic, f.Diastolic) = (152, 88));
        Assert.Equal(FollowUpPlan.Raised, done.Result);
        var next = Assert.Single(await _store.FollowUpsAsync(), f => f.IsOpen);
        Assert.Equal((FollowUpPlan.Pressure, new DateOnly(2020, 8, 24)), Of(next));
        await FinishAsync(new DateOnly(2020, 8, 24), f => (f.Systolic, f.Diastolic) = (156, 92));
        Assert.Equal((FollowUpPlan.Refer, new DateOnly(2020, 9, 7)), Of(Assert.Single(await _store.FollowUpsAsync(), f => f.IsOpen)));
    }

    [Theory]
    [InlineData("", FollowUpPlan.Fine, false)]
    [InlineData("高血压", FollowUpPlan.Fine, true)]
    [InlineData("", FollowUpPlan.Seen, true)]
    [InlineData("高血压", FollowUpPlan.Away, false)]
    public async Task After_a_fine_value_only_the_chronically_ill_are_followed_on(string history, string result, bool goesOn)
    {
        var record = NewRecord(systolic: history.Length > 0 ? 118 : 150);
        record.History = history;
        await _store.RegisterAsync(record);
        await FinishAsync(new DateOnly(2020, 8, 20), f => f.Result = result);
        var open = (await _store.FollowUpsAsync()).Where(f => f.IsOpen).ToList();
        Assert.Equal(goesOn ? [(FollowUpPlan.Chronic, new DateOnly(2020, 11, 20))] : [], open.Select(Of));
    }

    [Fact]
    public async Task Saving_a_finished_one_again_plans_nothing_twice()
    {
        await _store.RegisterAsync(NewRecord(systolic: 182));
        var done = await FinishAsync(new DateOnly(2020, 8, 6), f => f.Result = FollowUpPlan.Seen);
        done.Note = "已到县医院";
        Assert.IsType<RowSaved>(await _store.SaveAsync(Doctor, FollowUpLedger.Ledger, done, done.Version));
        Assert.Equal(2, (await _store.FollowUpsAsync()).Count);
    }

    [Theory]
    [InlineData("随访结果", "随访结果：填了随访日期，没有填结果，也没有测量值。请选择结果，或填写血压、血糖。")]
    [InlineData("随访日期", "随访日期：填了结果或测量值，没有填日期。请填写哪一天随访的，例如 2020-08-20。")]
    public async Task A_half_finished_follow_up_is_refused(string column, string message)
    {
        await _store.RegisterAsync(NewRecord(systolic: 182));
        var row = Assert.Single(await _store.FollowUpsAsync());
        if (column == "随访结果") row.DoneOn = new DateOnly(2020, 8, 6);
        else row.Result = FollowUpPlan.Seen;
        var invalid = Assert.IsType<RowInvalid>(await _store.SaveAsync(Doctor, FollowUpLedger.Ledger, row, row.Version));
        Assert.Equal(message, Assert.Single(invalid.Faults).Message);
    }

    [Fact]
    public async Task A_follow_up_before_its_clinic_is_refused()
    {
        await _store.RegisterAsync(NewRecord(systolic: 182));
        var row = Assert.Single(await _store.FollowUpsAsync());
        (row.DoneOn, row.Result) = (new DateOnly(2020, 7, 1), FollowUpPlan.Seen);
        var invalid = Assert.IsType<RowInvalid>(await _store.SaveAsync(Doctor, FollowUpLedger.Ledger, row, row.Version));
        Assert.StartsWith("随访日期：早于来源日期（2020-07-01，来源 2020-07-25）", Assert.Single(invalid.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Persons_do_not_get_into_each_others_way()
    {
        await _store.RegisterAsync(NewRecord(systolic: 182));
        await _store.RegisterAsync(NewRecord(name: "赵某", id: Other, systolic: 150));
        Assert.Equal([("邓某", FollowUpPlan.Refer), ("赵某", FollowUpPlan.Pressure)], (await _store.FollowUpsAsync()).Select(f => (f.Name, f.Reason)));
    }

    private static (string Reason, DateOnly Due) Of(FollowUp followUp) => (followUp.Reason, followUp.DueOn);

    private async Task<ClinicRecord> CorrectAsync(ClinicRecord record, int systolic)
    {
        record.Systolic = systolic;
        return (ClinicRecord)Assert.IsType<RowSaved>(await _store.SaveAsync(Doctor, ClinicRecordLedger.Ledger, record, record.Version)).Row;
    }

    private async Task<FollowUp> FinishAsync(DateOnly day, Action<FollowUp> set)
    {
        var row = (await _store.FollowUpsAsync()).Single(f => f.IsOpen);
        (row.DoneOn, row.DoneBy) = (day, "村医刘某");
        set(row);
        return (FollowUp)Assert.IsType<RowSaved>(await _store.SaveAsync(Doctor, FollowUpLedger.Ledger, row, row.Version)).Row;
    }
}
