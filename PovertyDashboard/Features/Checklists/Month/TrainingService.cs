using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>A training with its sign-in sheet (培训签到).</summary>
public sealed record TrainingSheet(Training Training, IReadOnlyList<SignIn> People)
{
    /// <summary>Asked and signed of each class of attendee, in the order of first mention.</summary>
    public IEnumerable<(string Class, int Asked, int Signed)> ByClass =>
        People.GroupBy(p => p.Class).Select(g => (g.Key, g.Count(), g.Count(p => p.HasSigned == true)));
}

/// <summary>Reads and ticks sign-in sheets (签到).</summary>
public sealed class TrainingService(IDbContextFactory<AppDbContext> contexts, CurrentUser user)
{
    public async Task<TrainingSheet?> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Training>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } training) return null;
        var people = await db.Set<SignIn>().AsNoTracking().Where(s => s.Region == training.Region && s.HeldOn == training.HeldOn && s.Training == training.Title)
            .OrderBy(s => s.Class).ThenBy(s => s.Unit).ThenBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
        return new TrainingSheet(training, people);
    }

    /// <summary>Sets whether somebody signed; null when done, else why not.</summary>
    public async Task<string?> SignAsync(long id, int versionSeen, bool hasSigned, DateOnly today, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Write)) return "您的账号只能查看，不能登记签到。";
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<SignIn>().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } person) return "签到：已被删除，或不在您的管辖范围内。请刷新。";
        if (person.HasSigned == hasSigned) return null;
        if (person.Version != versionSeen) return $"签到：{person.ChangedBy} 已先修改“{person.Name}”。请刷新后再登记。";
        if (hasSigned && person.HeldOn > today) return $"签到：培训在 {person.HeldOn:yyyy-MM-dd}，还没有开始。请到当天再签到。";
        person.HasSigned = hasSigned;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (ChangeRefusedException refused)
        {
            return refused.Message;
        }
    }
}
