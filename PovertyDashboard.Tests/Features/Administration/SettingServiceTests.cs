using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Administration.DatedSettings;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>Values are added with day and source, never overwritten; the past asks first, rooms may refuse.</summary>
public sealed class SettingServiceTests(StagingSite site) : IClassFixture<StagingSite>
{
    private const string Recheck = "recheck.days", Line = "income.line", Quick = "problem.days.quick", Complex = "problem.days.complex";

    private static readonly DateOnly Today = new(2020, 8, 31), Future = new(2020, 10, 1);

    private SettingsDirectory Settings => site.Services.GetRequiredService<SettingsDirectory>();

    [Fact]
    public async Task A_future_value_is_added_and_holds_from_its_day()
    {
        var outcome = await AddAsync(new NewSetting(Recheck, "１０", Future, "县扶办发〔2020〕8 号"));
        Assert.True(outcome.Done, outcome.Message);
        Assert.Equal("销号后复查天数：从 2020-10-01 起是 10。", outcome.Message);
        Assert.Equal(("7", "10"), (Settings.Text(Recheck, Future.AddDays(-1)), Settings.Text(Recheck, Future)));
        var line = await AsAsync(AdminScreen.Admin, s => Task.FromResult(s.List().Single(l => l.Key == Recheck)));
        Assert.Equal(("7", "10"), (line.Present!.Value, line.Next!.Value));
        var note = await site.InStoreAsync(UserIdentity.System, db => db.Audit.SingleAsync(a => a.Subject == ReferenceDirectories.OfSettings && a.RowId == outcome.Key));
        Assert.Contains("\"值\":[\"7\",\"10\"]", note.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_value_is_corrected_by_another_of_the_same_day_and_stays_in_the_history()
    {
        await AddAsync(new NewSetting(Quick, "50", Future, "写错"));
        var outcome = await AddAsync(new NewSetting(Quick, "5", Future, "更正"));
        Assert.True(outcome.Done, outcome.Message);
        Assert.Equal("5", Settings.Text(Quick, Future));
        var history = await AsAsync(AdminScreen.Admin, s => s.HistoryAsync(Quick, CancellationToken.None));
        Assert.Equal([("5", "将生效"), ("50", "已更正"), ("3", "现行")], history.Select(h => (h.Setting.Value, h.State)));
        Assert.StartsWith("page.admin 2020-08-31", history[0].Who, StringComparison.Ordinal);
        Assert.Equal("", history[2].Who);
    }

    [Fact]
    public async Task A_value_of_the_past_shows_the_figures_it_moves_and_waits_for_a_yes()
    {
        await site.InStoreAsync(UserIdentity.System, db =>
        {
            // 4,500 yuan a year: above the line of 4,000, below one of 5,000.
            db.Add(new Household { Region = StagingSite.Dayang, Number = "3715900000000001", HeadName = "邓某", Size = 1, NetIncome = 450_000, IncomePerHead = 450_000 });
            return db.SaveChangesAsync();
        });
        var before = await LowIncomeAsync();
        var value = new NewSetting(Line, "5000", new DateOnly(2020, 1, 1), "示例调整");
        var asked = await AddAsync(value);
        Assert.False(asked.Done);
        Assert.StartsWith("生效日期 2020-01-01 已经过去", asked.Warnings[0], StringComparison.Ordinal);
        Assert.Equal($"低收入户（贫困户台账）：{before} 户 → {before + 1} 户。", asked.Warnings[1]);
        Assert.Equal((before, "4000"), (await LowIncomeAsync(), Settings.Text(Line, Today)));

        Assert.True((await AddAsync(value, confirmed: true)).Done);
        Assert.Equal((before + 1, "5000", "3218"), (await LowIncomeAsync(), Settings.Text(Line, Today), Settings.Text(Line, new DateOnly(2019, 12, 31))));
    }

    [Fact]
    public async Task A_value_of_the_past_that_no_figure_reads_says_so()
    {
        var asked = await AddAsync(new NewSetting(Complex, "40", new DateOnly(2020, 8, 1), "示例"));
        Assert.Equal(2, asked.Warnings.Count);
        Assert.Equal("没有指标用到它，现有的数字不变。", asked.Warnings[1]);
    }

    [Fact]
    public async Task A_room_may_refuse_a_value_of_its_settings()
    {
        var seen = new List<SettingChange>();
        var guard = new SettingGuard("problem.days.", (change, _) =>
        {
            seen.Add(change);
            return Task.FromResult<string?>(change.EffectiveFrom < Today ? "生效日期：2020 年 7 月的工资已经审定。请填写 8 月以后的日期。" : null);
        });
        var refused = await AddAsync(new NewSetting("problem.days.general", "20", new DateOnly(2020, 7, 1), "示例"), guard: guard);
        Assert.Equal("生效日期：2020 年 7 月的工资已经审定。请填写 8 月以后的日期。", refused.Message);
        Assert.Equal("15", Settings.Text("problem.days.general", Today));
        Assert.True((await AddAsync(new NewSetting("problem.days.general", "20", Future, "示例"), guard: guard)).Done);
        Assert.Equal([(new DateOnly(2020, 7, 1), null), (Future, (DateOnly?)null)], seen.Select(c => (c.EffectiveFrom, c.Until)));
    }

    [Theory]
    [InlineData("problem.days.general", "", "2020-10-01", "依据", "新值：没有填写。请填写新的值。")]
    [InlineData("problem.days.general", "十五", "2020-10-01", "依据", "新值：不是整数（“十五”）。请填写整数，例如 15。")]
    [InlineData("problem.days.general", "0", "2020-10-01", "依据", "新值：太小（0）。请填写不小于 1 的数。")]
    [InlineData("problem.days.general", "20", "", "依据", "生效日期：没有填写。请填写从哪一天起算，例如 2020-09-01。")]
    [InlineData("problem.days.general", "20", "2020-10-01", " ", "依据：没有填写。请写明文件或原因，例如 县扶办发〔2020〕8 号。")]
    [InlineData("problem.village-first", "2", "2020-10-01", "依据", "新值：没有选择。请选 是 或 否。")]
    [InlineData("problem.plan-from", "8月", "2020-10-01", "依据", "新值：不是日期（“8月”）。请填写日期，例如 2020-08-10。")]
    [InlineData("problem.plan-from", "2020-08-10", "2020-10-01", "依据", "新值：2020-10-01 那天已经是 2020-08-10。请填写不同的值，或改生效日期。")]
    public async Task A_wrong_value_day_or_source_is_refused_with_its_sentence(string key, string value, string day, string source, string sentence)
    {
        var outcome = await AddAsync(new NewSetting(key, value, day.Length == 0 ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), source));
        Assert.Equal(sentence, Assert.Single(outcome.Faults).Message);
    }

    [Fact]
    public async Task Only_administrators_may_add_or_read_values_here()
    {
        Assert.Equal(AdminDesk.NoRight, (await AsAsync(AdminScreen.Staff, s => s.AddAsync(new NewSetting(Recheck, "9", Future, "示例"), true, CancellationToken.None))).Message);
        Assert.Empty(await AsAsync(AdminScreen.Staff, s => Task.FromResult(s.List())));
        Assert.Empty(await AsAsync(AdminScreen.Staff, s => s.HistoryAsync(Recheck, CancellationToken.None)));
        Assert.Equal("没有这项设置。请重新打开本页。", (await AddAsync(new NewSetting("no.such", "1", Future, "示例"))).Message);
    }

    [Fact]
    public void Every_setting_that_comes_with_the_program_satisfies_its_own_rule()
    {
        Assert.NotEmpty(Settings.All);
        Assert.All(Settings.All.GroupBy(s => s.Key), g =>
        {
            var definition = SettingDefinition.Of(g.Key, g.First().Title, g.Select(s => s.Value));
            Assert.All(g, s => Assert.Null(definition.Fault(s.Value)));
        });
    }

    private async Task<long> LowIncomeAsync() =>
        (await site.Services.GetRequiredService<RegionTotals>().FigureAsync(site.Services.GetRequiredService<LedgerCatalog>().Measure("households.low-income")!, 371500000000, RegionScope.Everything, CancellationToken.None)).Count;

    private Task<AdminOutcome> AddAsync(NewSetting asked, bool confirmed = false, SettingGuard? guard = null) => site.AsAsync(AdminScreen.Admin, services => new SettingService(
        services.GetRequiredService<AdminDesk>(), Settings, services.GetRequiredService<SettingEffects>(), guard is null ? [] : [guard], services.GetRequiredService<Clock>()).AddAsync(asked, confirmed, CancellationToken.None));

    private Task<T> AsAsync<T>(UserIdentity user, Func<SettingService, Task<T>> work) => site.AsAsync(user, services => work(services.GetRequiredService<SettingService>()));
}
