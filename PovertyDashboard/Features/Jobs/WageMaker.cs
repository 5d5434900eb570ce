using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>A person who could be paid for a month: the line that attendance and standard make, or why there is none.</summary>
/// <param name="WhyNot">Why the person is left out (没有列入), without the name; empty where there is a line.</param>
public sealed record WageCandidate(Holder Holder, WageLine? Line, string WhyNot);

/// <summary>Makes lines of pay from attendance and standard (工资计算).</summary>
public sealed class WageMaker(SettingsDirectory settings)
{
    /// <summary>The line of one person: copies of who he is, what he gets a month and how many days he came.</summary>
    public static WageLine LineOf(Holder holder, Attendance attendance, long standard, bool leaveIsPaid)
    {
        var line = new WageLine
        {
            Region = holder.Region,
            HolderId = holder.Id,
            Month = attendance.Month,
            Name = holder.Name,
            IdNumber = holder.IdNumber,
            PostName = holder.PostName,
            PostKind = holder.PostKind,
            PostSource = holder.PostSource,
            Standard = standard,
            Due = attendance.Due,
            Present = attendance.Present,
            PaidDays = WageRules.PaidDays(attendance.Present, attendance.Leave, leaveIsPaid),
            BankName = holder.BankName,
            BankCard = holder.BankCard,
        };
        (line.Gross, line.Net) = WageRules.Amounts(line);
        return line;
    }

    /// <summary>Everybody of the township who was on a post in the month, in the order of villages and names, each once.</summary>
    public async Task<IReadOnlyList<WageCandidate>> CandidatesAsync(AppDbContext db, long township, int month, CancellationToken ct)
    {
        var range = RegionKey.Subtree(township);
        var (first, last) = (YearMonth.First(month), YearMonth.Last(month));
        var holders = await db.Set<Holder>().AsNoTracking()
            .Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.StartedOn <= last && (h.IsOnPost || h.ExitedOn >= first))
            .OrderBy(h => h.Region).ThenBy(h => h.NameKey).ThenBy(h => h.Id).ToListAsync(ct);
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.Region >= range.Lo && p.Region < range.Hi).ToDictionaryAsync(p => p.Id, p => p.MonthlyPay, ct);
        var attendance = (await db.Set<Attendance>().AsNoTracking().Where(a => a.Region >= range.Lo && a.Region < range.Hi && a.Month == month).ToListAsync(ct)).ToLookup(a => a.HolderId);
        var persons = new HashSet<string>();
        return [.. holders.Select(h => CandidateOf(h, attendance[h.Id].FirstOrDefault(), h.MonthlyPay ?? posts.GetValueOrDefault(h.PostId) ?? settings.Pay(month), month, persons))];
    }

    private WageCandidate CandidateOf(Holder holder, Attendance? attendance, long? standard, int month, HashSet<string> persons)
    {
        var whyNot = attendance is null ? "没有考勤"
            : MonthMarks.HasAny(attendance.Marks) && AttendanceRules.BlankDays(attendance.Marks, month, holder, YearMonth.Last(month)) is var blank and > 0 ? $"考勤还有 {blank} 天没有记"
            : attendance.Due == 0 ? "应出勤为 0 天"
            : standard is null ? "没有月标准"
            : !persons.Add(holder.PersonKey) ? "同一张表里已有此人（一人一岗）"
            : "";
        return new WageCandidate(holder, whyNot.Length > 0 ? null : LineOf(holder, attendance!, standard!.Value, settings.LeaveIsPaid(month)), whyNot);
    }
}
