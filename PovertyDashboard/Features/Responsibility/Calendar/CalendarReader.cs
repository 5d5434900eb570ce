using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Responsibility.Calendar;

/// <summary>What an entry of the calendar is (日历事项).</summary>
public enum CalendarKind
{
    Meeting,
    Task,
    Visits,
    Board,
}

/// <summary>One entry of a day (日历事项): a meeting, a task that is due, the visits of the day, a notice that ends.</summary>
/// <param name="IsLate">A task whose deadline has passed.</param>
/// <param name="IsDone">A task that is done.</param>
public sealed record CalendarEntry(DateOnly Day, CalendarKind Kind, string Text, string Href, bool IsLate = false, bool IsDone = false);

/// <summary>Reads a month of meetings, tasks, visits and notices (工作日历).</summary>
public sealed class CalendarReader(IDbContextFactory<AppDbContext> contexts, RegionDirectory regions)
{
    public async Task<ILookup<DateOnly, CalendarEntry>> ReadAsync(long region, DateOnly first, DateOnly today, CancellationToken ct)
    {
        var (range, last) = (RegionKey.Subtree(region), first.AddMonths(1).AddDays(-1));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = new List<CalendarEntry>();
        var meetings = await db.Set<Meeting>().AsNoTracking().Where(m => m.Region >= range.Lo && m.Region < range.Hi && m.HeldOn >= first && m.HeldOn <= last).OrderBy(m => m.Region).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.HeldOn, m.Title, m.Region }).ToListAsync(ct);
        entries.AddRange(meetings.Select(m => new CalendarEntry(m.HeldOn, CalendarKind.Meeting, $"{regions.Tree.NameOf(m.Region)} {m.Title}", MeetingAddress.Of(m.Id))));
        var tasks = await db.Set<MeetingTask>().AsNoTracking().Where(t => t.Region >= range.Lo && t.Region < range.Hi && t.DueOn >= first && t.DueOn <= last).OrderBy(t => t.Region).ThenBy(t => t.Id)
            .Select(t => new { t.MeetingId, t.DueOn, t.Task, t.Owner, t.DoneOn }).ToListAsync(ct);
        entries.AddRange(tasks.Select(t => new CalendarEntry(t.DueOn, CalendarKind.Task, $"{t.Owner}：{t.Task}", MeetingAddress.Of(t.MeetingId), t.DoneOn is null && t.DueOn < today, t.DoneOn is not null)));
        var visits = await db.Set<Visit>().AsNoTracking().Where(v => v.Region >= range.Lo && v.Region < range.Hi && v.VisitedOn >= first && v.VisitedOn <= last)
            .GroupBy(v => v.VisitedOn).Select(g => new { Day = g.Key, Count = g.Count(), Findings = g.Count(v => v.Finding != "") }).ToListAsync(ct);
        entries.AddRange(visits.Select(v => new CalendarEntry(v.Day, CalendarKind.Visits, v.Findings > 0 ? $"走访 {v.Count} 次，发现问题 {v.Findings} 次" : $"走访 {v.Count} 次", VisitsOf(region, v.Day))));
        var boards = await db.Set<Posting>().AsNoTracking().Where(p => p.Region >= range.Lo && p.Region < range.Hi && p.EndsOn >= first && p.EndsOn <= last).OrderBy(p => p.Region).ThenBy(p => p.Id)
            .Select(p => new { p.Region, EndsOn = p.EndsOn!.Value }).ToListAsync(ct);
        entries.AddRange(boards.Select(p => new CalendarEntry(p.EndsOn, CalendarKind.Board, $"{regions.Tree.NameOf(p.Region)}公示期满", BoardAddress.Of(p.Region))));
        return entries.OrderBy(e => e.Kind).ToLookup(e => e.Day);
    }

    /// <summary>The list of the day's visits: as many rows as the entry says.</summary>
    private static string VisitsOf(long region, DateOnly day)
    {
        var text = ColumnText.Day(day);
        var query = new LedgerQuery { Region = region, Filters = [new ColumnFilter(VisitLedger.VisitedOn.Key, $"{text}..{text}")] };
        return $"/ledgers/{VisitLedger.Key}{query.ToQueryString()}";
    }
}
