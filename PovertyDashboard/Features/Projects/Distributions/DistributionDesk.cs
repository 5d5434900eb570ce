using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>What became of a plan (方案结果).</summary>
/// <param name="Message">What was saved, or why not, in a sentence.</param>
public sealed record PlanOutcome(bool IsDone, string Message);

/// <summary>What a plan for a place, year and project begins with (方案起点).</summary>
/// <param name="Blocked">Why nothing can be distributed, or null.</param>
/// <param name="Pool">What there is; null where blocked.</param>
/// <param name="Existing">Rows that the pool has paid or planned already.</param>
/// <param name="Households">The poor households of the village, by name; none where villages are the payees.</param>
/// <param name="Shares">The villages of a joint project with their parts, where the plan is for all of them.</param>
/// <param name="WorkPercent">The rule for work in this year; 0 for none.</param>
public sealed record PlanStart(
    Project? Project, string? Blocked, Pool? Pool, IReadOnlyList<Distribution> Existing, IReadOnlyList<HouseholdKey> Households, IReadOnlyList<ProjectShare> Shares, int WorkPercent)
{
    public long AllPaid => Existing.Sum(d => d.Amount);
}

/// <summary>Makes and saves plans of distribution (收益分配方案), all lines or none.</summary>
public sealed class DistributionDesk(
    IDbContextFactory<AppDbContext> contexts, CurrentUser user, Clock clock, CodeListDirectory codes, SettingsDirectory settings, IEnumerable<HouseholdKeys> households, IEnumerable<PersonKeys> persons)
{
    public bool MayPlan(long region) => DistributionLedger.Ledger.MayEdit(user.Identity) && user.Identity.Scope.Contains(region);

    /// <summary>The projects of the township whose money can be planned.</summary>
    public async Task<IReadOnlyList<Project>> ProjectsAsync(long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(RegionKey.TownshipOf(region));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Project>().AsNoTracking().Where(p => p.Region >= range.Lo && p.Region < range.Hi).OrderByDescending(p => p.IsStation).ThenBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(ct);
    }

    /// <summary>What can be distributed; a township's plan is for all villages that have a share in the project.</summary>
    public async Task<PlanStart> StartAsync(long region, int year, long? projectId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var project = projectId is { } id ? await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) : null;
        var percent = project is { IsStation: true } ? settings.LabourShare(year) : 0;
        if (RegionKey.LevelOf(region) != RegionLevel.Village) return await ForVillagesAsync(db, project, year, percent, ct);
        var set = await DistributionPools.OfAsync(db, project, year, region, [], ct);
        var existing = await db.Set<Distribution>().AsNoTracking().Where(d => d.Region == region && d.Year == year && d.ProjectId == projectId).OrderBy(d => d.Id).ToListAsync(ct);
        var homes = households.FirstOrDefault() is { } known ? await known(db).Where(h => h.Region == region && h.EndedOn == null).OrderBy(h => h.HeadName).ThenBy(h => h.Id).ToListAsync(ct) : [];
        return new PlanStart(project, set.Blocked, set.Narrowest, existing, homes, [], percent);
    }

    /// <summary>Saves every line of the plan, or says of the first that cannot be saved why.</summary>
    public async Task<PlanOutcome> SaveAsync(DistributionPlan plan, CancellationToken ct)
    {
        var rows = plan.Rows();
        if (rows.Count == 0) return new PlanOutcome(false, "分配方案：还没有填写金额。请至少填写一行。");
        if (rows.Any(r => !MayPlan(r.Region))) return new PlanOutcome(false, "您的账号不能在这里分配收益。请由当地扶贫办办理。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => SaveAsync(db, rows, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new PlanOutcome(false, refused.Message);
        }
    }

    private async Task<PlanOutcome> SaveAsync(AppDbContext db, IReadOnlyList<Distribution> rows, CancellationToken ct)
    {
        Ledger ledger = DistributionLedger.Ledger;
        var context = new EffectContext(db, settings, new RowContext(clock.Today, user.Identity)) { IsByHand = true, Members = persons.FirstOrDefault() };
        await ledger.LinkAsync(rows, context, ct);
        foreach (var row in rows)
        {
            ledger.Derive(row, user.Identity);
            ledger.Rate(row, settings);
            if (RowValidation.Check(ledger, ledger.Columns, row, context.Row, codes.Current) is { Count: > 0 } wrong) return Refused(row, wrong[0]);
            if (await SameKey.FindAsync(db, ledger, row, ct) is { } other) return Refused(row, new Fault("", $"{row.Year} 年已有同类别的一笔（{ledger.NameOf(other.Row)}）。请打开那一笔修改，或改分配类别。"));
        }

        if ((await ledger.CheckTogetherAsync(rows, context, ct)) is { Count: > 0 } faults) return Refused((Distribution)faults[0].Row, faults[0].Fault);
        if (await WorkFaultAsync(db, rows, ct) is { } below) return new PlanOutcome(false, below);
        await ledger.PrepareAsync(rows, context, ct);
        db.AddRange(rows);
        await db.SaveChangesAsync(ct);
        return new PlanOutcome(true, $"已保存 {rows.Count} 笔，合计 {ProjectText.Yuan(rows.Sum(r => r.Amount))} 元。");
    }

    /// <summary>The rule for work, by village; earlier rows of the same money count with the new ones.</summary>
    private async Task<string?> WorkFaultAsync(AppDbContext db, IReadOnlyList<Distribution> rows, CancellationToken ct)
    {
        foreach (var same in rows.Where(r => r.ProjectId is not null).GroupBy(r => (r.ProjectId, r.Year, r.Region)))
        {
            if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == same.Key.ProjectId, ct) is not { IsStation: true } station) continue;
            var earlier = await db.Set<Distribution>().AsNoTracking().Where(d => d.ProjectId == station.Id && d.Year == same.Key.Year && d.Region == same.Key.Region).ToListAsync(ct);
            if (DistributionPlan.WorkFault(settings.LabourShare(same.Key.Year), earlier.Concat(same).Select(d => (d.Class, d.Amount)), station.IsJoint) is { } fault) return fault;
        }

        return null;
    }

    private static async Task<PlanStart> ForVillagesAsync(AppDbContext db, Project? project, int year, int percent, CancellationToken ct)
    {
        if (project is not { IsStation: true }) return new PlanStart(project, "请先选择村；按份额分到各村的，请选择联村电站。", null, [], [], [], percent);
        var book = await ShareBook.OfAsync(db, project.Id, ct);
        var existing = await db.Set<Distribution>().AsNoTracking().Where(d => d.Year == year && d.ProjectId == project.Id).OrderBy(d => d.Region).ThenBy(d => d.Id).ToListAsync(ct);
        if (book.Missing is { } missing) return new PlanStart(project, $"“{project.Name}”{missing}", null, existing, [], book.Rows, percent);
        var total = await DistributionPools.OfStationAsync(db, project.Id, year, ct);
        return new PlanStart(project, null, new Pool("", $"{project.Name} {year} 年可分配额", total, existing.Sum(d => d.Amount)), existing, [], book.Rows, percent);
    }

    private static PlanOutcome Refused(Distribution row, Fault fault) => new(false, $"{(row.HouseholdName.Length > 0 ? row.HouseholdName : "村集体")}：{fault.Message}");
}
