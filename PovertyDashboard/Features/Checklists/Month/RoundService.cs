using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>What a round is to be (督导安排): every village of the place once, shared out evenly over its days.</summary>
public sealed record RoundPlan(long Region, string Title, string Group, string Leader, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>A village of a round with its households: how many have been checked in its days.</summary>
public sealed record RoundVillage(Round Round, int Households, int Checked)
{
    public int Open => Math.Max(0, Households - Checked);
}

/// <summary>Plans the rounds of the supervision group and records where it has been (督导).</summary>
public sealed class RoundService(IDbContextFactory<AppDbContext> contexts, HouseholdKeys households, RegionDirectory regions, CurrentUser user, Clock clock)
{
    /// <summary>Rounds that touch the region, newest first: title and days.</summary>
    public async Task<IReadOnlyList<(string Title, DateOnly StartsOn, DateOnly EndsOn)>> RoundsAsync(long region, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await In(db, region).Select(r => new { r.Title, r.StartsOn, r.EndsOn }).Distinct().OrderByDescending(r => r.StartsOn).ThenBy(r => r.Title).Take(50).ToListAsync(ct);
        return [.. found.Select(r => (r.Title, r.StartsOn, r.EndsOn))];
    }

    /// <summary>The villages of a round in the region: those that were not visited first, then by plan.</summary>
    public async Task<IReadOnlyList<RoundVillage>> VillagesAsync(long region, string title, DateOnly startsOn, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rounds = await In(db, region).AsNoTracking().Where(r => r.Title == title && r.StartsOn == startsOn)
            .OrderBy(r => r.VisitedOn != null).ThenBy(r => r.PlannedOn).ThenBy(r => r.Region).ThenBy(r => r.Id).ToListAsync(ct);
        if (rounds.Count == 0) return [];
        var range = RegionKey.Subtree(region);
        var all = await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.EndedOn == null).GroupBy(h => h.Region).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var last = rounds[0].EndsOn;
        var checkedOnes = await db.Set<Check>().Where(c => c.Region >= range.Lo && c.Region < range.Hi && c.HouseholdId != null && c.CheckedOn >= startsOn && c.CheckedOn <= last)
            .GroupBy(c => c.Region).Select(g => new { g.Key, Count = g.Select(c => c.HouseholdId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. rounds.Select(r => new RoundVillage(r, all.GetValueOrDefault(r.Region), checkedOnes.GetValueOrDefault(r.Region)))];
    }

    /// <summary>Makes one row for each village that exists on the first day; those that the round has already are left alone.</summary>
    /// <returns>How many villages were added, or why none was.</returns>
    public async Task<(int Added, string Refusal)> PlanAsync(RoundPlan plan, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Write)) return (0, "您的账号不能安排督导。请由扶贫办工作人员安排。");
        if (plan.Title.Trim().Length == 0) return (0, "轮次：不能为空。请填写轮次，例如 第 1 轮。");
        if (plan.EndsOn < plan.StartsOn) return (0, $"结束日期：早于开始日期（{plan.EndsOn:yyyy-MM-dd} 早于 {plan.StartsOn:yyyy-MM-dd}）。请改其中一个。");
        if (!user.Identity.Scope.Contains(plan.Region)) return (0, "地区：不在您的管辖范围内。请另选地区。");
        var villages = regions.Tree.VillagesOf(plan.Region).Where(v => v.ExistsOn(plan.StartsOn)).OrderBy(v => v.Key).Select(v => v.Key).ToList();
        if (villages.Count is 0 or > 200) return (0, villages.Count == 0 ? "地区：这里没有村。请选择乡镇或村。" : $"地区：有 {villages.Count} 个村，一轮太多。请选择一个乡镇。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(innerCt => AddAsync(db, plan, villages, innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return (0, refused.Message);
        }
    }

    /// <summary>Records that the group was in the village today; null when done, else why not.</summary>
    public async Task<string?> VisitAsync(long id, int versionSeen, string findings, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Tick)) return "您的账号只能查看，不能登记到村。";
        if (findings.Length > 500) return $"督导情况：超过 500 个字（现有 {findings.Length} 个）。请缩短。";
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(async innerCt => await VisitAsync(db, id, versionSeen, findings.Trim(), innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>The planned day of each village: the days of the round shared out in order.</summary>
    public static DateOnly DayOf(int index, int count, DateOnly from, DateOnly to) => from.AddDays((int)((long)index * (to.DayNumber - from.DayNumber + 1) / count));

    private static IQueryable<Round> In(AppDbContext db, long region)
    {
        var range = RegionKey.Subtree(region);
        return db.Set<Round>().Where(r => r.Region >= range.Lo && r.Region < range.Hi);
    }

    private static async Task<(int Added, string Refusal)> AddAsync(AppDbContext db, RoundPlan plan, List<long> villages, CancellationToken ct)
    {
        var title = plan.Title.Trim();
        var there = await In(db, plan.Region).Where(r => r.Title == title && r.StartsOn == plan.StartsOn).Select(r => r.Region).ToListAsync(ct);
        var added = villages.Select((village, i) => (village, Day: DayOf(i, villages.Count, plan.StartsOn, plan.EndsOn))).Where(v => !there.Contains(v.village)).Select(v => new Round
        {
            Region = v.village,
            Title = title,
            Group = plan.Group.Trim(),
            Leader = plan.Leader.Trim(),
            StartsOn = plan.StartsOn,
            EndsOn = plan.EndsOn,
            PlannedOn = v.Day,
        }).ToList();
        if (added.Count == 0) return (0, $"轮次：“{title}”已经安排了这些村。请换一个轮次或日期。");
        db.AddRange(added);
        await db.SaveChangesAsync(ct);
        return (added.Count, "");
    }

    private async Task<string?> VisitAsync(AppDbContext db, long id, int versionSeen, string findings, CancellationToken ct)
    {
        var today = clock.Today;
        if (await db.Set<Round>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round) return "督导：已被删除，或不在您的管辖范围内。请刷新。";
        if (round.Version != versionSeen) return $"督导：{round.ChangedBy} 已先登记（{Clock.ToLocal(round.ChangedAt):MM-dd HH:mm}）。请刷新后查看。";
        if (today < round.StartsOn || today > round.EndsOn) return $"到村日期：不在本轮的日期内（{round.StartsOn:yyyy-MM-dd} 至 {round.EndsOn:yyyy-MM-dd}，今天是 {today:yyyy-MM-dd}）。请先修改本轮的日期。";
        (round.VisitedOn, round.Findings) = (today, findings.Length > 0 ? findings : round.Findings);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
