using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Settings;

/// <summary>Why a value may not take effect on its day, in a sentence, or null; a room registers one for the settings that its fixed rows were made from (设置守卫).</summary>
public delegate Task<string?> SettingGuard(AppDbContext db, Setting proposed, CancellationToken ct);

/// <summary>Where dated settings get a new value (设置登记): the old values stay, each holds until the next one's day.</summary>
public sealed class SettingsDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser user, SettingsDirectory directory, AuditLog audit, IEnumerable<SettingGuard> guards)
{
    private const int LongestValue = 200;

    /// <summary>Adds the value from the day on, or replaces the one that begins that day; the sentence says why not, null that it is stored.</summary>
    public async Task<string?> PutAsync(string key, string value, DateOnly from, string source, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Administer)) return "您的账号不能修改设置。请由系统管理员办理。";
        await using var db = await contexts.CreateDbContextAsync(ct);
        var refusal = await db.InTransactionAsync(inner => PutAsync(db, key, value.Trim(), from, source.Trim(), inner), ct);
        if (refusal is null) await directory.LoadAsync(ct);
        return refusal;
    }

    private async Task<string?> PutAsync(AppDbContext db, string key, string value, DateOnly from, string source, CancellationToken ct)
    {
        var all = await db.Set<Setting>().Where(s => s.Key == key).OrderBy(s => s.EffectiveFrom).ToListAsync(ct);
        if (all.Count == 0) return $"设置：没有这一项（“{key}”）。请从列表中选择。";
        if (FaultOf(value, all[^1]) is { } fault) return fault;
        if (from.Year is < 2000 or > 2100) return $"生效日期：年份不对（“{from:yyyy-MM-dd}”）。请填写 2000 到 2100 年之间的日期。";
        var proposed = new Setting { Key = key, Title = all[^1].Title, Value = value, EffectiveFrom = from, Source = source.Length > 0 ? source : all[^1].Source };
        foreach (var guard in guards)
            if (await guard(db, proposed, ct) is { } refusal) return refusal;
        var same = all.Find(s => s.EffectiveFrom == from);
        var before = same?.Value;
        if (same is null) db.Add(proposed);
        else (same.Value, same.Source) = (value, proposed.Source);
        await db.SaveChangesAsync(ct);
        await audit.WriteAsync(db, new AuditNote("设置", key) { Details = new Dictionary<string, object?[]> { [ColumnText.Day(from)] = [before, value] } }, ct);
        return null;
    }

    /// <summary>A value must be of the kind that the others are.</summary>
    private static string? FaultOf(string value, Setting last)
    {
        if (value.Length > LongestValue) return $"值：超过 {LongestValue} 个字。请缩短。";
        if (IsNumber(last.Value) && !IsNumber(value)) return $"值：不是数字（“{value}”）。请填写数字，例如 {last.Value}。";
        return IsDay(last.Value) && !IsDay(value) ? $"值：不是日期（“{value}”）。请填写日期，例如 {last.Value}。" : null;
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
