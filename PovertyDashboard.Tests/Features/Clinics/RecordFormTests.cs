using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Clinics.ClinicStore;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>What the form of a record takes and refuses, and what follows from others.</summary>
public sealed class RecordFormTests : IAsyncLifetime
{
    private ClinicStore _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public Task Save_with_the_two_pressures_exchanged_is_refused() =>
        RefusedAsync(NewRecord(systolic: 80, diastolic: 140), "收缩压", "收缩压：小于舒张压（“80/140”）。请核对两个数，例如收缩压 140、舒张压 80。");

    [Fact]
    public Task Save_with_a_glucose_beyond_the_meter_is_refused() => RefusedAsync(NewRecord(glucose: 1560), "血糖", "血糖：超出仪器范围（156.0）。请填写 0.6 到 33.3 之间的数。");

    [Fact]
    public async Task Save_with_an_age_of_130_is_refused()
    {
        var record = NewRecord(id: "");
        record.Age = 130;
        await RefusedAsync(record, "年龄", "年龄：太大（130）。请填写不大于 120 的数。");
    }

    [Fact]
    public async Task Save_with_impossible_pressures_names_both()
    {
        var invalid = Assert.IsType<RowInvalid>(await _store.SaveAsync(Doctor, ClinicRecordLedger.Ledger, NewRecord(systolic: 400, diastolic: 20)));
        Assert.Equal(
            ["收缩压：超出血压计范围（400）。请填写 50 到 300 之间的数。", "舒张压：超出血压计范围（20）。请填写 30 到 200 之间的数。"],
            invalid.Faults.Select(f => f.Message));
    }

    [Fact]
    public async Task Save_on_a_future_day_is_refused()
    {
        var record = NewRecord();
        record.HeldOn = new DateOnly(2020, 9, 1);
        await RefusedAsync(record, "义诊日期", "义诊日期：日期在将来（2020-09-01，今天是 2020-08-31）。请填写不晚于今天的日期。");
    }

    [Fact]
    public Task Save_without_id_and_age_is_refused() => RefusedAsync(NewRecord(id: ""), "年龄", "年龄：没有身份证号，也没有填年龄。请至少填一项，例如 72。");

    [Fact]
    public async Task The_same_person_is_registered_once_at_a_clinic()
    {
        await _store.RegisterAsync(NewRecord());
        var taken = Assert.IsType<RowInvalid>(await _store.SaveAsync(Doctor, ClinicRecordLedger.Ledger, NewRecord(name: "邓另名")));
        Assert.Contains("与已有的“邓某”相同", Assert.Single(taken.Faults).Message, StringComparison.Ordinal);
        var other = NewRecord();
        other.HeldOn = Day.AddDays(1);
        await _store.RegisterAsync(other);
    }

    [Fact]
    public async Task Without_an_id_name_and_age_tell_persons_apart()
    {
        var first = NewRecord(id: "");
        first.Age = 72;
        await _store.RegisterAsync(first);
        var same = NewRecord(id: "");
        same.Age = 72;
        Assert.IsType<RowInvalid>(await _store.SaveAsync(Doctor, ClinicRecordLedger.Ledger, same));
        var other = NewRecord(id: "");
        other.Age = 68;
        await _store.RegisterAsync(other);
    }

    [Fact]
    public async Task Sex_and_age_follow_from_the_id()
    {
        var record = await _store.RegisterAsync(NewRecord(id: "371599195211030020"));
        Assert.Equal(("女", 67), (record.Gender, record.Age));
    }

    [Fact]
    public async Task A_corrected_clinic_corrects_its_records_and_takes_them_along_when_deleted()
    {
        await _store.AddAsync(NewClinic(), NewRecord(systolic: 190, diastolic: 100));
        var other = NewRecord(id: "371599194503071233");
        other.Venue = "别处";
        await _store.AddAsync(other);
        var clinic = await _store.InStoreAsync(Staff, db => db.Set<Clinic>().AsNoTracking().SingleAsync());
        (clinic.HeldOn, clinic.Venue) = (new DateOnly(2020, 7, 26), "大杨新村文化广场");
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, ClinicLedger.Ledger, clinic, clinic.Version));
        var records = await _store.InStoreAsync(Doctor, db => db.Set<ClinicRecord>().AsNoTracking().OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([(new DateOnly(2020, 7, 26), "大杨新村文化广场"), (Day, "别处")], records.Select(r => (r.HeldOn, r.Venue)));

        clinic = await _store.InStoreAsync(Staff, db => db.Set<Clinic>().AsNoTracking().SingleAsync());
        var refused = Assert.IsType<RowRefused>(await _store.DeleteAsync(Staff, ClinicLedger.Ledger, clinic));
        Assert.Contains("请由卫生院删除", refused.Sentence, StringComparison.Ordinal);
        Assert.IsType<RowSaved>(await _store.DeleteAsync(Doctor, ClinicLedger.Ledger, clinic));
        Assert.Equal("别处", (await _store.InStoreAsync(Doctor, db => db.Set<ClinicRecord>().AsNoTracking().SingleAsync())).Venue);
    }

    [Fact]
    public async Task More_at_home_than_served_is_refused()
    {
        var clinic = NewClinic();
        clinic.ServedAtHome = 47;
        var invalid = Assert.IsType<RowInvalid>(await _store.SaveAsync(Staff, ClinicLedger.Ledger, clinic));
        Assert.Equal("其中入户：多于服务人数（47 人，服务 46 人）。请核对，入户人数含在服务人数内。", Assert.Single(invalid.Faults).Message);
    }

    [Theory]
    [InlineData(650L, 1700L, 225L)]
    [InlineData(null, 1700L, null)]
    [InlineData(650L, null, null)]
    public void Body_mass_is_weight_over_height_squared(long? weight, long? height, long? mass) =>
        Assert.Equal(mass, RecordRules.BodyMass(new ClinicRecord { Weight = weight, Height = height }));

    private async Task RefusedAsync(ClinicRecord record, string column, string message)
    {
        var invalid = Assert.IsType<RowInvalid>(await _store.SaveAsync(Doctor, ClinicRecordLedger.Ledger, record));
        Assert.Equal((column, message), (Assert.Single(invalid.Faults).Column, invalid.Faults[0].Message));
        Assert.Equal(0, await _store.InStoreAsync(UserIdentity.System, db => db.Set<ClinicRecord>().CountAsync()));
    }
}
