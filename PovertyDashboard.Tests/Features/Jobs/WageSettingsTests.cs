using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Administration.DatedSettings;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Settings;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>Settings of pay keep off fixed months, whoever confirms them.</summary>
public sealed class WageSettingsTests : IAsyncLifetime
{
    private JobsStore _store = null!;
    private WageSheet _sheet = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        var holder = await _store.AddHolderAsync();
        await _store.TickMonthAsync(holder.Id, 202_007);
        _sheet = await _store.FixAsync();
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("2020-06-01")]
    [InlineData("2020-07-01")]
    [InlineData("2020-06-15")]
    public async Task A_standard_from_before_a_fixed_month_is_refused_and_nothing_changes(string from)
    {
        var outcome = await PutAsync(JobsSettings.PayKey, "800", from);
        Assert.False(outcome.Done);
        Assert.StartsWith("生效日期：2020-07 的工资表已审定，按当时的标准固定，不会改变", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("请填写 2020-08-01 或以后", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(500_00, _store.Services.GetRequiredService<SettingsDirectory>().Pay(202_007));
        Assert.Equal(500_00, (await _store.LinesAsync(_sheet.Id)).Single().Net);
    }

    [Fact]
    public async Task A_standard_from_after_the_fixed_months_holds_from_its_day()
    {
        Assert.True((await PutAsync(JobsSettings.PayKey, "800", "2020-08-01")).Done);
        var settings = _store.Services.GetRequiredService<SettingsDirectory>();
        Assert.Equal((500_00L, 800_00L), (settings.Pay(202_007), settings.Pay(202_008)));
        // A value that begins after the fixed month does not touch it.
        Assert.True((await PutAsync(JobsSettings.LeavePaidKey, "1", "2020-08-15")).Done);
    }

    [Fact]
    public async Task Several_fixed_months_are_named_from_the_first_to_the_last()
    {
        await _store.TickMonthAsync((await _store.LinesAsync(_sheet.Id))[0].HolderId, 202_006);
        await _store.FixAsync(202_006);
        Assert.StartsWith("生效日期：2020-06 至 2020-07 的工资表已审定", (await PutAsync(JobsSettings.PayKey, "800", "2020-01-01")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_setting_may_begin_in_the_past() => Assert.True((await PutAsync(JobsSettings.TermKey, "48", "2019-01-01")).Done);

    private Task<AdminOutcome> PutAsync(string key, string value, string from) => _store.WithAsync<SettingService, AdminOutcome>(
        Administrator, s => s.AddAsync(new NewSetting(key, value, DateOnly.ParseExact(from, "yyyy-MM-dd", null), "镇扶办〔2020〕1 号"), confirmed: true, CancellationToken.None));
}
