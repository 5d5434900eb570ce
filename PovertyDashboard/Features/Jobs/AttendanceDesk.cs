using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>One tap on a day (记考勤).</summary>
/// <param name="Seen">The mark that the user saw; another one in the store is a conflict.</param>
public sealed record AttendanceTick(long HolderId, int Month, int Day, char Seen, char Mark);

/// <summary>What became of a tap: the person's month as it is stored now, or why nothing was stored.</summary>
/// <param name="Row">The stored month; null where there is none.</param>
/// <param name="Message">Why not, in a sentence; empty where it was stored.</param>
public sealed record AttendanceOutcome(Attendance? Row, string Message)
{
    public bool IsDone => Message.Length == 0;
}

/// <summary>Stores attendance tap by tap (考勤登记); each names the mark that was seen, so that two people do not write over each other.</summary>
public sealed class AttendanceDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser current, SettingsDirectory settings, Clock clock)
{
    private const string OnlyLook = "您的账号只能查看，不能记考勤。请由扶贫办登记。";

    public bool MayWrite => current.Identity.May(Act.Write);

    /// <summary>Stores one day; the first tap of a month begins its row with the weekly rest days.</summary>
    public Task<AttendanceOutcome> TickAsync(AttendanceTick tick, CancellationToken ct) => ChangeAsync(tick.HolderId, tick.Month, row =>
    {
        if (!MonthMarks.IsMark(tick.Mark) || tick.Day < 1 || tick.Day > YearMonth.Days(tick.Month)) return "考勤：不是这个月的日子或符号。请刷新后再记。";
        var stored = MonthMarks.At(row.Marks, tick.Day);
        if (stored == tick.Mark) return "";
        // A new row's rest days have not been seen by anybody yet.
        if (stored != tick.Seen && row.Id != 0) return $"{tick.Day} 日：已被别人记为{MonthMarks.Word(stored)}，没有保存。请核对后再记。";
        row.Marks = MonthMarks.With(row.Marks, tick.Day, tick.Mark);
        return "";
    }, ct);

    /// <summary>Marks every blank day of the stay up to today as present (全勤).</summary>
    public Task<AttendanceOutcome> FillAsync(long holderId, int month, CancellationToken ct) => ChangeAsync(holderId, month, row =>
    {
        for (var day = 1; day <= YearMonth.Days(month); day++)
            if (MonthMarks.At(row.Marks, day) == MonthMarks.Blank && YearMonth.Day(month, day) <= clock.Today && AttendanceRules.IsWithin(YearMonth.Day(month, day), row.Holder!))
                row.Marks = MonthMarks.With(row.Marks, day, MonthMarks.Present);
        return "";
    }, ct);

    /// <summary>Stores the month's assessment (考核得分); who gives it signs it.</summary>
    public Task<AttendanceOutcome> ScoreAsync(long holderId, int month, int? score, CancellationToken ct) => ChangeAsync(holderId, month, row =>
    {
        if (score is < 0 or > 100) return $"考核得分：不在 0 到 100 之间（“{score}”）。请填写 0 到 100 的整数。";
        (row.Score, row.Assessor) = (score, score is null ? "" : current.Identity.DisplayName);
        return "";
    }, ct);

    /// <summary>The marks that a month begins with: rest days of the week.</summary>
    public string NewMarks(int month)
    {
        var marks = MonthMarks.None;
        for (var day = 1; day <= YearMonth.Days(month); day++)
            if (settings.IsRestDay(YearMonth.Day(month, day))) marks = MonthMarks.With(marks, day, MonthMarks.Rest);
        return marks;
    }

    private async Task<AttendanceOutcome> ChangeAsync(long holderId, int month, Func<Attendance, string> change, CancellationToken ct)
    {
        if (!MayWrite) return new AttendanceOutcome(null, OnlyLook);
        if (!YearMonth.IsMonth(month) || month > YearMonth.Of(clock.Today)) return new AttendanceOutcome(null, "月份：还没有到。请选择不晚于本月的月份。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => ChangeAsync(db, holderId, month, change, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new AttendanceOutcome(null, refused.Message);
        }
    }

    private async Task<AttendanceOutcome> ChangeAsync(AppDbContext db, long holderId, int month, Func<Attendance, string> change, CancellationToken ct)
    {
        var holder = await db.Set<Holder>().FirstOrDefaultAsync(h => h.Id == holderId, ct);
        if (holder is null) return new AttendanceOutcome(null, "人员：已被删除，或不在您的管辖范围内。请刷新后再记。");
        var row = await db.Set<Attendance>().Include(a => a.Holder).OrderBy(a => a.Id).FirstOrDefaultAsync(a => a.HolderId == holderId && a.Month == month, ct);
        if (row is null)
        {
            if (!holder.IsOnPost && holder.ExitedOn is null) return new AttendanceOutcome(null, "考勤：这个人已退出，没有填写退出日期。请先在上岗人员台账补填退出日期。");
            row = new Attendance { Region = holder.Region, HolderId = holderId, Holder = holder, Month = month, Marks = NewMarks(month) };
        }

        if (change(row) is { Length: > 0 } refusal) return new AttendanceOutcome(row.Id == 0 ? null : row, refusal);
        if (AttendanceRules.Check(row, new RowContext(clock.Today, current.Identity)).FirstOrDefault() is { Message: not null } fault)
        {
            if (row.Id != 0) await db.Entry(row).ReloadAsync(ct);
            return new AttendanceOutcome(row.Id == 0 ? null : row, fault.Message);
        }

        if (row.Id == 0) db.Add(row);
        await db.SaveChangesAsync(ct);
        return new AttendanceOutcome(row, "");
    }
}
