using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Keeps settings of pay off months whose sheets are fixed (标准不溯及已审定的工资): those hold their own copies and do not change.</summary>
public static class WageSettings
{
    public static readonly SettingGuard Guard = new("jobs.", RefuseAsync);

    /// <summary>Why the value may not begin on its day: some month that it would hold in has a fixed sheet.</summary>
    private static async Task<string?> RefuseAsync(SettingChange change, CancellationToken ct)
    {
        if (!JobsSettings.IsOfWages(change.Key)) return null;
        // A month's value is the one of its first day, until the next value begins.
        var day = change.EffectiveFrom;
        var from = day.Day == 1 ? YearMonth.Of(day) : YearMonth.Add(YearMonth.Of(day), 1);
        var until = change.Until is { } end ? YearMonth.Of(end.AddDays(-1)) : int.MaxValue;
        // Whoever keeps the settings need not see the sheets.
        var months = await change.Db.Set<WageSheet>().IgnoreQueryFilters().Where(s => !s.IsDeleted && s.State == WageState.Fixed && s.Month >= from && s.Month <= until).Select(s => s.Month).Distinct().ToListAsync(ct);
        if (months.Count == 0) return null;
        var (first, last) = (months.Min(), months.Max());
        return $"生效日期：{YearMonth.Text(first)}{(first == last ? "" : $" 至 {YearMonth.Text(last)}")} 的工资表已审定，按当时的标准固定，不会改变（“{ColumnText.Day(day)}”）。请填写 {ColumnText.Day(YearMonth.First(YearMonth.Add(last, 1)))} 或以后；要补发或扣回，请做更正表。";
    }
}
