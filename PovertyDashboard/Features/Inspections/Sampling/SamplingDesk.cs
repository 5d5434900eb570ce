using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>Draws the sample of an inspection and keeps what is needed to draw it again (抽样台): seed, frozen list, must-draw households.</summary>
public sealed class SamplingDesk(
    IDbContextFactory<AppDbContext> stores, LedgerCatalog catalog, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock, IEnumerable<HouseholdKeys> households)
{
    private const int SeedDigits = 100_000_000;

    public bool MayDraw => user.Identity.May(Act.PlanInspections);

    /// <summary>Draws, or draws again with a reason; what was drawn before is marked as deleted with it.</summary>
    public async Task<SampleOutcome> DrawAsync(long plan, int versionSeen, SampleRequest request, CancellationToken ct)
    {
        if (!MayDraw) return SampleOutcome.Refused("", "您的账号不能抽样。请由扶贫办或纪检办理。");
        await using var db = await stores.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => DrawAsync(db, plan, versionSeen, request, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return SampleOutcome.Refused("", refused.Message);
        }
    }

    private async Task<SampleOutcome> DrawAsync(AppDbContext db, long id, int versionSeen, SampleRequest request, CancellationToken ct)
    {
        if (await db.Set<Inspection>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan || !user.Identity.Scope.Contains(plan.Region)) return SampleOutcome.Refused("", "督查：已被删除，或不在您的管辖范围内。请刷新后再看。");
        if (plan.Version != versionSeen) return SampleOutcome.Refused("", "督查：刚刚被别人改过。请刷新后再抽样。");
        if (request.Check(plan.IsDrawn) is { } fault) return new SampleOutcome(0, 0, fault);
        if (await RefusalAsync(db, plan, request, ct) is { } refused) return new SampleOutcome(0, 0, refused);

        var pool = new SamplePool(await HouseholdsAsync(db, request.Villages, ct), regions.Tree);
        var (must, unknown) = pool.Must(request.Must);
        if (unknown is not null) return SampleOutcome.Refused("必抽户", $"必抽户：所选的村里没有“{unknown}”，或者有几户同名。请填写户编号，或写成“村名 户主”。");
        must.UnionWith(await ListedAsync(db, request, pool, ct));
        var (quota, tooMany) = SampleSizes.Of(request, pool, must, SampleLimits.On(settings, plan.StartsOn));
        if (quota is null) return new SampleOutcome(0, 0, tooMany);

        foreach (var before in await db.Set<Sample>().Where(s => s.InspectionId == id).ToListAsync(ct)) (before.IsDeleted, before.DeleteReason) = (true, $"重抽：{request.Reason.Trim()}");
        var seed = request.Seed.Trim() is { Length: > 0 } given ? given : RandomNumberGenerator.GetInt32(SeedDigits).ToString("D8", CultureInfo.InvariantCulture);
        var drawn = SampleDraw.Draw(seed, pool.Candidates, must, quota);
        plan.Draws++;
        (plan.Seed, plan.Population, plan.PopulationHash) = (seed, pool.Candidates.Count, SampleDraw.HashOf(pool.Candidates));
        (plan.SampleSize, plan.DrawnOn, plan.DrawnBy, plan.RedrawReason) = (drawn.Count(d => d.Kind != SampleKind.Reserve), clock.Today, user.Identity.DisplayName, request.Reason.Trim());
        db.Add(new FrozenPopulation { InspectionId = id, Draw = plan.Draws, Households = SampleDraw.Freeze(pool.Candidates), MustDraw = string.Join('\n', must.Order(StringComparer.Ordinal)), Quota = quota.ToString() });
        db.AddRange(drawn.Select(d => RowOf(plan, d, pool.Of(d.Household))));
        await db.SaveChangesAsync(ct);
        return new SampleOutcome(plan.SampleSize.Value, drawn.Count - plan.SampleSize.Value, null);
    }

    private async Task<Fault?> RefusalAsync(AppDbContext db, Inspection plan, SampleRequest request, CancellationToken ct)
    {
        var range = RegionKey.Subtree(plan.Region);
        if (request.Villages.FirstOrDefault(v => !range.Contains(v) || !user.Identity.Scope.Contains(v)) is var outside and not 0)
            return new Fault("抽样范围", $"抽样范围：{regions.Tree.NameOf(outside)}不在这次督查的地区内。请只选{regions.Tree.NameOf(plan.Region)}的村。");
        return await db.Set<Interview>().AnyAsync(i => i.InspectionId == plan.Id, ct) ? new Fault("", "抽样：这次督查已经有访谈，名单不能再重抽。个别户访不到的，请逐户替换。") : null;
    }

    /// <summary>Households that are in the books today.</summary>
    private async Task<IReadOnlyList<HouseholdKey>> HouseholdsAsync(AppDbContext db, IReadOnlyList<long> villages, CancellationToken ct)
    {
        if (households.FirstOrDefault() is not { } known) return [];
        var day = clock.Today;
        return await known(db).Where(h => villages.Contains(h.Region) && (h.EndedOn == null || h.EndedOn > day)).OrderBy(h => h.Region).ThenBy(h => h.Id).ToListAsync(ct);
    }

    /// <summary>Those of the pool that stand on the list of the measure.</summary>
    private async Task<IEnumerable<string>> ListedAsync(AppDbContext db, SampleRequest request, SamplePool pool, CancellationToken ct)
    {
        if (request.MustMeasure.Length == 0 || catalog.Measure(request.MustMeasure) is not RowMeasure { Ledger.Key: HouseholdLinks.LedgerKey } measure) return [];
        var rows = measure.Ledger.Rows(db).WhereBy(measure.Condition(db, clock.Today)).Where(r => request.Villages.Contains(r.Region));
        return pool.KeysOf((await rows.Select(r => r.Id).ToListAsync(ct)).ToHashSet());
    }

    private static Sample RowOf(Inspection plan, Drawn drawn, HouseholdKey household) => new()
    {
        Region = household.Region,
        Plan = plan.Title,
        PlanDate = plan.StartsOn,
        InspectionId = plan.Id,
        Order = drawn.Order,
        HouseholdNumber = household.Number,
        HouseholdName = household.HeadName,
        HouseholdId = household.Id,
        Kind = drawn.Kind,
        State = drawn.Kind == SampleKind.Reserve ? SampleState.Reserve : SampleState.Waiting,
    };
}
