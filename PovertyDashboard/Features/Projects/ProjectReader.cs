using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects;

/// <summary>One project with all that hangs on it (项目档案).</summary>
/// <param name="Months">Oldest first.</param>
/// <param name="Distributed">What the user may see of the payments, newest first.</param>
/// <param name="Yield">The last calendar year's.</param>
public sealed record ProjectFile(
    Project Project, IReadOnlyList<StationIncome> Months, ShareBook Shares, IReadOnlyList<CollectiveIncome> Collective, IReadOnlyList<Distribution> Distributed, StationYield Yield)
{
    /// <summary>Income of the last whole year in fen, or what is reported where that is not known.</summary>
    public (long Fen, string Basis)? Income => Yield.Count == StationYield.Months ? (Months.Where(m => m.Year == Yield.Year).Sum(m => m.Total), $"{Yield.Year} 年实际")
        : Collective.Where(c => c.Year == Yield.Year).Sum(c => c.Amount) is var fen and > 0 && !Project.IsStation ? (fen, $"{Yield.Year} 年实际")
        : Project.AnnualIncome is { } yearly ? (yearly, "登记的年收益")
        : null;

    /// <summary>年投资收益率 in per cent; null where investment or income is not known.</summary>
    public decimal? Return => RateOf(Project.Investment, Income?.Fen);

    /// <summary>Years until the investment has come back; null where that cannot be said.</summary>
    public decimal? PaybackYears => Project.Investment is > 0 and { } invested && Income is { Fen: > 0 } income ? Math.Round((decimal)invested / income.Fen, 1, MidpointRounding.AwayFromZero) : null;

    internal static decimal? RateOf(long? invested, long? income) => invested is > 0 and { } cost && income is { } fen ? Math.Round(100m * fen / cost, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A project on the overview with what it brought (项目总览的一行).</summary>
public sealed record ProjectSummary(Project Project, StationYield Yield, long LastYear, long ThisYear, bool IsIncomplete)
{
    /// <summary>年投资收益率 in per cent, of the last whole year or of what is reported, as on the project's own page.</summary>
    public decimal? Return => ProjectFile.RateOf(Project.Investment, Project.IsStation ? Yield.Count == StationYield.Months ? LastYear : Project.AnnualIncome : LastYear > 0 ? LastYear : Project.AnnualIncome);
}

/// <summary>Reads projects for the room's pages (项目读取), inside the user's places.</summary>
public sealed class ProjectReader(IDbContextFactory<AppDbContext> contexts, RegionTotals totals, LedgerCatalog catalog, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock)
{
    /// <summary>Ledgers whose changes move the pages.</summary>
    public static readonly IReadOnlyList<string> Ledgers = [ProjectLedger.Key, ProjectShareLedger.Key, StationIncomeLedger.Key, CollectiveIncomeLedger.Key, DistributionLedger.Key];

    /// <summary>The place that is shown without being asked for.</summary>
    public long Home => PagePlace.HomeOf(user.Identity.Scope, regions.Tree);

    public bool IsMissing(long region) => PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);

    public async Task<ProjectFile?> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } project) return null;
        var months = await db.Set<StationIncome>().AsNoTracking().Where(i => i.ProjectId == id).OrderBy(i => i.Month).ThenBy(i => i.Id).ToListAsync(ct);
        return new ProjectFile(
            project, months, await ShareBook.OfAsync(db, id, ct),
            await db.Set<CollectiveIncome>().AsNoTracking().Where(i => i.ProjectId == id).OrderByDescending(i => i.Year).ThenBy(i => i.Region).ThenBy(i => i.Id).ToListAsync(ct),
            await db.Set<Distribution>().AsNoTracking().Where(d => d.ProjectId == id).OrderByDescending(d => d.Year).ThenBy(d => d.Region).ThenBy(d => d.Id).ToListAsync(ct),
            YieldOf(project, months.Where(m => m.Year == clock.Today.Year - 1)));
    }

    /// <summary>The projects of the place: stations first, then by name.</summary>
    public async Task<IReadOnlyList<ProjectSummary>> ListAsync(long region, CancellationToken ct)
    {
        var (range, year) = (RegionKey.Subtree(region), clock.Today.Year);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.Region >= range.Lo && p.Region < range.Hi && p.State != ProjectState.Disposed)
            .OrderByDescending(p => p.IsStation).ThenByDescending(p => p.Capacity).ThenBy(p => p.Name).ThenBy(p => p.Id).Take(MostProjects).ToListAsync(ct);
        var ids = projects.ConvertAll(p => p.Id);
        var months = (await db.Set<StationIncome>().AsNoTracking().Where(i => ids.Contains(i.ProjectId) && i.Year >= year - 1).ToListAsync(ct)).ToLookup(i => i.ProjectId);
        var income = (await db.Set<CollectiveIncome>().AsNoTracking().Where(i => i.ProjectId != null && ids.Contains(i.ProjectId.Value) && i.Year >= year - 1).ToListAsync(ct)).ToLookup(i => i.ProjectId!.Value);
        var shares = (await db.Set<ProjectShare>().AsNoTracking().Where(s => s.ProjectId != null && ids.Contains(s.ProjectId.Value)).OrderBy(s => s.Region).ToListAsync(ct)).ToLookup(s => s.ProjectId!.Value);
        return
        [
            .. projects.Select(p => new ProjectSummary(
                p, YieldOf(p, months[p.Id].Where(m => m.Year == year - 1)), SumOf(p, year - 1), SumOf(p, year),
                (p.IsJoint || shares[p.Id].Any()) && !new ShareBook([.. shares[p.Id]]).IsComplete)),
        ];

        long SumOf(Project p, int of) => p.IsStation ? months[p.Id].Where(m => m.Year == of).Sum(m => m.Total) : income[p.Id].Where(i => i.Year == of).Sum(i => i.Amount);
    }

    /// <summary>How many projects one page lists.</summary>
    public const int MostProjects = 100;

    public async Task<Figure> FigureAsync(string measure, long region, CancellationToken ct) => await totals.FigureAsync(catalog.Measure(measure)!, region, user.Identity.Scope, ct);

    /// <summary>The sum of each month of the place, oldest first, the last two years.</summary>
    public async Task<IReadOnlyList<(int Month, long Fen)>> MonthsAsync(long region, CancellationToken ct)
    {
        var from = (clock.Today.Year - 1) * 100;
        var parts = await totals.SplitAsync(StationIncomeMeasures.Breakdowns[0], region, user.Identity.Scope, ct);
        return [.. parts.Select(p => (Month: int.Parse(p.A.Replace("-", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), Fen: p.Sum)).Where(p => p.Month > from).OrderBy(p => p.Month)];
    }

    private StationYield YieldOf(Project project, IEnumerable<StationIncome> months)
    {
        var (year, of) = (clock.Today.Year - 1, months.ToList());
        var (min, max) = settings.Yield(year);
        return new StationYield(year, of.Sum(m => m.Energy ?? 0), of.Count, project.Capacity ?? 0, min, max);
    }
}
