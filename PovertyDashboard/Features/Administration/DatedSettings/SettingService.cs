using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.DatedSettings;

/// <summary>
/// Dated settings as administrators keep them (设置管理): a value is added with its day and source, never overwritten; rooms may
/// refuse it (<see cref="SettingGuard"/>), and one that reaches into the past must be confirmed.
/// </summary>
public sealed class SettingService(AdminDesk desk, SettingsDirectory settings, SettingEffects effects, IEnumerable<SettingGuard> guards, Clock clock)
{
    public const int MaxSource = 200;

    private static readonly DateOnly Earliest = new(1990, 1, 1), Latest = new(2100, 12, 31);

    public IReadOnlyList<SettingLine> List() => desk.MayAdminister ? SettingLine.All(settings.All, clock.Today) : [];

    /// <summary>Every value of the setting, the latest day first.</summary>
    public async Task<IReadOnlyList<SettingValue>> HistoryAsync(string key, CancellationToken ct) =>
        await desk.ReadAsync<IReadOnlyList<SettingValue>>(
            async (db, innerCt) =>
            {
                var values = settings.All.Where(s => s.Key == key).ToList();
                var ids = values.Select(v => v.Id).ToList();
                var notes = await db.Audit.AsNoTracking().Where(a => a.Subject == ReferenceDirectories.OfSettings && ids.Contains(a.RowId)).ToDictionaryAsync(a => a.RowId, innerCt);
                var present = values.LastOrDefault(v => v.EffectiveFrom <= clock.Today);
                return [.. Enumerable.Reverse(values).Select(v => new SettingValue(v, StateOf(v), notes.TryGetValue(v.Id, out var note) ? $"{note.User} {Clock.MinuteOf(note.At)}" : ""))];

                string StateOf(Setting value) => SettingLine.IsCorrected(value, values) ? "已更正" : value == present ? "现行" : value.EffectiveFrom > clock.Today ? "将生效" : "";
            },
            ct) ?? [];

    public Task<AdminOutcome> AddAsync(NewSetting asked, bool confirmed, CancellationToken ct) => desk.ChangeAsync(
        ReferenceDirectories.OfSettings,
        async (act, innerCt) =>
        {
            var values = await act.Db.Set<Setting>().AsNoTracking().Where(s => s.Key == asked.Key).OrderBy(s => s.EffectiveFrom).ThenBy(s => s.Id).ToListAsync(innerCt);
            if (values.Count == 0) return AdminOutcome.Refused("没有这项设置。请重新打开本页。");
            var definition = SettingDefinition.Of(asked.Key, values[0].Title, values.Select(v => v.Value));
            if (definition.IsFixed) return AdminOutcome.Refused("演示数据的日期是固定的，不能在这里改。");
            asked = asked with { Value = TextFold.HalfWidth(asked.Value).Trim(), Source = asked.Source.Trim() };
            var faults = Faults(asked, definition, values).ToList();
            if (faults.Count > 0) return AdminOutcome.Invalid(faults);

            var value = new Setting { Key = asked.Key, Title = values[^1].Title, Value = asked.Value, EffectiveFrom = asked.EffectiveFrom!.Value, Source = asked.Source };
            if (await RefusalAsync(act.Db, value, values, innerCt) is { } refused) return AdminOutcome.Refused(refused);
            if (!confirmed && await WarningsAsync(act.Db, value, innerCt) is { Count: > 0 } warnings) return AdminOutcome.Asks(warnings);

            act.Db.Add(value);
            var before = values.LastOrDefault(v => v.EffectiveFrom <= value.EffectiveFrom)?.Value;
            var details = new Dictionary<string, object?[]> { ["设置"] = [SettingDefinition.TitleOf(value)], ["值"] = [before, value.Value], ["生效日期"] = [value.EffectiveFrom], ["依据"] = [value.Source] };
            await act.SaveAsync("新增设置值", () => value.Id, 0, details, innerCt);
            return new AdminOutcome(true, $"{SettingDefinition.TitleOf(value)}：从 {value.EffectiveFrom:yyyy-MM-dd} 起是 {definition.Show(value.Value)}。") { Key = value.Id };
        },
        ct);

    private static IEnumerable<Fault> Faults(NewSetting asked, SettingDefinition definition, List<Setting> values)
    {
        if (definition.Fault(asked.Value) is { } fault) yield return new Fault("新值", RowValidation.Sentence("新值", fault));
        else if (asked.EffectiveFrom is { } from && values.LastOrDefault(v => v.EffectiveFrom <= from) is { } same && same.Value == asked.Value)
            yield return new Fault("新值", $"新值：{from:yyyy-MM-dd} 那天已经是 {definition.Show(asked.Value)}。请填写不同的值，或改生效日期。");
        if (asked.EffectiveFrom is null) yield return new Fault("生效日期", "生效日期：没有填写。请填写从哪一天起算，例如 2020-09-01。");
        else if (asked.EffectiveFrom < Earliest || asked.EffectiveFrom > Latest) yield return new Fault("生效日期", $"生效日期：年份不对（{asked.EffectiveFrom:yyyy-MM-dd}）。请填写 1990 到 2100 年之间的日期。");
        if (asked.Source.Length == 0) yield return new Fault("依据", "依据：没有填写。请写明文件或原因，例如 县扶办发〔2020〕8 号。");
        else if (asked.Source.Length > MaxSource) yield return new Fault("依据", $"依据：超过 {MaxSource} 个字。请缩短。");
    }

    private async Task<string?> RefusalAsync(AppDbContext db, Setting value, List<Setting> values, CancellationToken ct)
    {
        var until = values.Where(v => v.EffectiveFrom > value.EffectiveFrom).Select(v => (DateOnly?)v.EffectiveFrom).FirstOrDefault();
        var change = new SettingChange(value.Key, value.Value, value.EffectiveFrom, until, db, clock.Today);
        foreach (var guard in guards.Where(g => value.Key.StartsWith(g.Prefix, StringComparison.Ordinal)))
            if (await guard.RefuseAsync(change, ct) is { } sentence) return sentence;
        return null;
    }

    private async Task<IReadOnlyList<string>> WarningsAsync(AppDbContext db, Setting value, CancellationToken ct)
    {
        if (value.EffectiveFrom > clock.Today) return [];
        var figures = await effects.DescribeAsync(db, value, clock.Today, ct);
        if (value.EffectiveFrom == clock.Today) return figures;
        var past = $"生效日期 {value.EffectiveFrom:yyyy-MM-dd} 已经过去，从那天起都按新值计算；已经保存的期限等不重算。";
        return figures.Count == 0 ? [past, "没有指标用到它，现有的数字不变。"] : [past, .. figures];
    }
}
