using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>A meeting with its sign-in sheet and its tasks (例会记录).</summary>
public sealed record MeetingSheet(Meeting Meeting, IReadOnlyList<Attendee> People, IReadOnlyList<MeetingTask> Tasks)
{
    public int Count(string presence) => People.Count(p => p.Presence == presence);
}

/// <summary>Reads a meeting, ticks its sign-in sheet and its tasks (例会签到、任务办结).</summary>
public sealed class MeetingDesk(IDbContextFactory<AppDbContext> contexts, LedgerEditor editor, CurrentUser user, Clock clock)
{
    public async Task<MeetingSheet?> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting) return null;
        return new MeetingSheet(
            meeting, await db.Set<Attendee>().AsNoTracking().Where(a => a.MeetingId == id).OrderBy(a => a.Unit).ThenBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct),
            await db.Set<MeetingTask>().AsNoTracking().Where(t => t.MeetingId == id).OrderBy(t => t.DueOn).ThenBy(t => t.Id).ToListAsync(ct));
    }

    /// <summary>Whether the user may tick the meeting's lists.</summary>
    public bool MayTick(Meeting meeting) => MeetingLedgers.Attendees.MayEdit(user.Identity) && user.Identity.Scope.Contains(meeting.Region);

    /// <summary>Sets how somebody took part; null when done, else why not.</summary>
    public Task<string?> SignAsync(Attendee person, string presence, CancellationToken ct)
    {
        var row = (Attendee)RowCopy.Of(MeetingLedgers.Attendees, person);
        row.Presence = presence;
        return SaveAsync(MeetingLedgers.Attendees, row, person.Version, ct);
    }

    /// <summary>Marks a task as done today, or takes that back; null when done, else why not.</summary>
    public Task<string?> FinishAsync(MeetingTask task, bool isDone, CancellationToken ct)
    {
        var row = (MeetingTask)RowCopy.Of(MeetingLedgers.Tasks, task);
        row.DoneOn = isDone ? clock.Today : null;
        return SaveAsync(MeetingLedgers.Tasks, row, task.Version, ct);
    }

    private async Task<string?> SaveAsync(Ledger ledger, LedgerRow row, int versionSeen, CancellationToken ct) => await editor.SaveAsync(ledger, row, versionSeen, ct) switch
    {
        RowSaved => null,
        RowInvalid invalid => invalid.Faults[0].Message,
        RowConflict conflict => $"没有保存：{conflict.Who}刚刚改过这一行。请看过后再改。",
        RowRefused refused => refused.Sentence,
        _ => "没有保存。请刷新后再试。",
    };
}
