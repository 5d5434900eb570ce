using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>Ties lines of sign-in sheets and tasks to the meeting that they name by place, day and title (例会关联).</summary>
internal static class MeetingLinks
{
    public static StoreRules<T> Of<T>()
        where T : LedgerRow, IMeetingRow => new() { Link = LinkAsync, Check = CheckAsync };

    private static async Task LinkAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, IMeetingRow
    {
        foreach (var day in rows.GroupBy(r => r.HeldOn))
        {
            var meetings = (await context.Db.Set<Meeting>().Where(m => m.HeldOn == day.Key).Select(m => new { m.Id, m.Region, m.Title }).ToListAsync(ct))
                .GroupBy(m => (m.Region, m.Title)).ToDictionary(g => g.Key, g => g.Min(m => m.Id));
            foreach (var row in day) row.MeetingId = meetings.GetValueOrDefault((row.Region, row.Meeting));
        }
    }

    private static Task<IReadOnlyList<RowFault>> CheckAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, IMeetingRow =>
        Task.FromResult<IReadOnlyList<RowFault>>([.. rows.Where(r => r.MeetingId == 0).Select(r => new RowFault(
            r, new Fault("例会名称", $"例会名称：{r.HeldOn:yyyy-MM-dd} 没有这次例会（“{r.Meeting}”）。请先登记例会，或核对日期、名称和地区。")))]);
}
