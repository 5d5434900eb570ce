using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using static PovertyDashboard.Tests.Features.Clinics.ClinicStore;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>The flags at the edges of their thresholds, as the settings of the product say them.</summary>
public sealed class HealthFlagsTests : IAsyncLifetime
{
    private ClinicStore _store = null!;

    private HealthThresholds Limits => HealthThresholds.On(_store.Settings, Day);

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(119, 79, HealthFlags.Normal)]
    [InlineData(120, 79, HealthFlags.PressureWatched)]
    [InlineData(119, 80, HealthFlags.PressureWatched)]
    [InlineData(139, 89, HealthFlags.PressureWatched)]
    [InlineData(140, 79, HealthFlags.PressureHigh)]
    [InlineData(118, 90, HealthFlags.PressureHigh)]
    [InlineData(179, 109, HealthFlags.PressureHigh)]
    [InlineData(180, 70, HealthFlags.PressureUrgent)]
    [InlineData(137, 110, HealthFlags.PressureUrgent)]
    [InlineData(90, 60, HealthFlags.Normal)]
    [InlineData(89, 60, HealthFlags.PressureLow)]
    [InlineData(100, 59, HealthFlags.PressureLow)]
    public void Blood_pressure_takes_the_higher_class_of_its_two_numbers(int systolic, int diastolic, string flag) =>
        Assert.Equal(flag, HealthFlags.OfPressure(systolic, diastolic, Limits));

    [Theory]
    [InlineData(60, HealthFlags.Fasting, HealthFlags.Normal)]
    [InlineData(61, HealthFlags.Fasting, HealthFlags.GlucoseWatched)]
    [InlineData(69, HealthFlags.Fasting, HealthFlags.GlucoseWatched)]
    [InlineData(70, HealthFlags.Fasting, HealthFlags.GlucoseHigh)]
    [InlineData(77, HealthFlags.AfterMeal, HealthFlags.Normal)]
    [InlineData(78, HealthFlags.AfterMeal, HealthFlags.GlucoseWatched)]
    [InlineData(111, HealthFlags.AfterMeal, HealthFlags.GlucoseHigh)]
    [InlineData(110, "随机", HealthFlags.Normal)]
    [InlineData(111, "随机", HealthFlags.GlucoseHigh)]
    [InlineData(111, "", HealthFlags.GlucoseHigh)]
    [InlineData(167, "随机", HealthFlags.GlucoseUrgent)]
    [InlineData(166, HealthFlags.Fasting, HealthFlags.GlucoseHigh)]
    [InlineData(39, HealthFlags.Fasting, HealthFlags.GlucoseLow)]
    [InlineData(40, HealthFlags.Fasting, HealthFlags.Normal)]
    public void Glucose_is_judged_by_its_kind(long tenths, string kind, string flag) => Assert.Equal(flag, HealthFlags.OfGlucose(tenths, kind, Limits));

    [Fact]
    public void Nothing_measured_has_no_flag() => Assert.Equal(("", ""), (HealthFlags.OfPressure(140, null, Limits), HealthFlags.OfGlucose(null, "", Limits)));

    [Fact]
    public void No_flag_and_no_plan_names_an_illness()
    {
        string[] flags =
        [
            HealthFlags.PressureWatched, HealthFlags.PressureHigh, HealthFlags.PressureUrgent, HealthFlags.PressureLow, HealthFlags.GlucoseWatched, HealthFlags.GlucoseHigh, HealthFlags.GlucoseUrgent, HealthFlags.GlucoseLow,
        ];
        var plans = flags.SelectMany(flag => PreventionPlan.Of(new ClinicRecord { HeldOn = Day, PressureFlag = flag, GlucoseFlag = flag, Age = 70 })).SelectMany(part => part.Lines.Append(part.Title)).ToList();
        Assert.True(plans.Count > 50);
        string[] illnesses = ["高血压", "糖尿病", "低血压", "低血糖", "确诊", "患有"];
        Assert.DoesNotContain(flags.Concat(plans), text => illnesses.Any(illness => text.Contains(illness, StringComparison.Ordinal)));
        Assert.Equal("血压偏高，建议复测", HealthFlags.PressureHigh);
    }

    [Fact]
    public void Every_flag_stands_in_its_code_list()
    {
        var codes = _store.Services.GetRequiredService<CodeListDirectory>().Current;
        Assert.Equal(
            new[] { HealthFlags.Normal, HealthFlags.PressureWatched, HealthFlags.PressureHigh, HealthFlags.PressureUrgent, HealthFlags.PressureLow }.Order(StringComparer.Ordinal),
            codes.Texts("pressure-flag").Order(StringComparer.Ordinal));
        Assert.Equal(
            new[] { HealthFlags.Normal, HealthFlags.GlucoseWatched, HealthFlags.GlucoseHigh, HealthFlags.GlucoseUrgent, HealthFlags.GlucoseLow }.Order(StringComparer.Ordinal),
            codes.Texts("glucose-flag").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_is_flagged_by_the_thresholds_of_its_day()
    {
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new Setting { Key = "health.systolic.high", Title = "收缩压", Value = "150", EffectiveFrom = new DateOnly(2020, 8, 1) });
            return await db.SaveChangesAsync();
        });
        await _store.Settings.LoadAsync(CancellationToken.None);
        var before = await _store.RegisterAsync(NewRecord(systolic: 145));
        var later = NewRecord(systolic: 145);
        later.HeldOn = new DateOnly(2020, 8, 20);
        Assert.Equal((HealthFlags.PressureHigh, HealthFlags.PressureWatched), (before.PressureFlag, (await _store.RegisterAsync(later)).PressureFlag));
    }
}
