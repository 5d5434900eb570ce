using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>What a second draw from the frozen list says (复核抽样).</summary>
/// <param name="IsSame">Whether it gives the stored list.</param>
/// <param name="Words">In a sentence.</param>
public sealed record DrawCheck(bool IsSame, string Words);

/// <summary>Keeps a drawn sample (抽样户管理): replaces households that cannot be met, and draws again from the frozen list to prove it.</summary>
public sealed class SampleKeeper(IDbContextFactory<AppDbContext> stores, CodeListDirectory codes, CurrentUser user, Clock clock)
{
    private const int LongestNote = 200;

    public bool MayReplace => user.Identity.MayAny([Act.PlanInspections, Act.Inspect]);

    /// <summary>Replaces a household by the next of the reserve, first of its own village; returns the sentence why not, or null.</summary>
    public async Task<string?> ReplaceAsync(long sample, int versionSeen, string reason, string note, CancellationToken ct)
    {
        if (!MayReplace) return "您的账号只能查看，不能替换抽样户。请由督查人员办理。";
        if (reason.Trim().Length == 0) return "替换原因：没有选。请选择外出、住院、去世、拒访等原因。";
        if (codes.Current.Match(SampleLedger.Reason.CodeList!, reason) is not { } known) return $"替换原因：不在代码表（“{reason}”）。请从列表中选择。";
        if (note.Length > LongestNote) return $"替换说明：超过 {LongestNote} 个字（现有 {note.Length} 个）。请缩短。";
        await using var db = await stores.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => ReplaceAsync(db, sample, versionSeen, known, note.Trim(), inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>Draws once more from the frozen list and compares; null where the plan is gone or nothing was drawn.</summary>
    public async Task<DrawCheck?> CheckAsync(long plan, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Inspection>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == plan, ct) is not { IsDrawn: true } found) return null;
        var frozen = await db.Set<FrozenPopulation>().AsNoTracking().SingleOrDefaultAsync(f => f.InspectionId == plan && f.Draw == found.Draws, ct);
        if (frozen is null) return new DrawCheck(false, "这次督查是导入的，没有总体快照，不能复核。");
        var population = SampleDraw.Thaw(frozen.Households);
        if (SampleDraw.HashOf(population) != found.PopulationHash) return new DrawCheck(false, "总体快照与校验码不一致，名单不可信。请联系系统管理员。");
        var must = frozen.MustDraw.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var again = SampleDraw.Draw(found.Seed, population, must, SampleQuota.Parse(frozen.Quota)).Select(d => (d.Order, d.Household.Key, d.Kind)).ToList();
        var stored = (await db.Set<Sample>().AsNoTracking().Where(s => s.InspectionId == plan).OrderBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(ct)).Select(s => (s.Order, SamplePool.KeyOf(s), s.Kind)).ToList();
        return again.SequenceEqual(stored)
            ? new DrawCheck(true, $"用种子“{found.Seed}”从快照的 {population.Count} 户重新抽取，{again.Count} 户与台账完全一致。")
            : new DrawCheck(false, $"与重新抽取的名单不一致：台账有 {stored.Count} 户，重新抽取 {again.Count} 户，相同 {again.Intersect(stored).Count()} 户。请查操作记录。");
    }

    private async Task<string?> ReplaceAsync(AppDbContext db, long id, int versionSeen, string reason, string note, CancellationToken ct)
    {
        if (await db.Set<Sample>().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sample) return "抽样户：已被删除，或不在您的管辖范围内。请刷新后再看。";
        if (sample.Version != versionSeen) return $"抽样户：{sample.HouseholdName}刚刚被别人改过。请刷新后再办。";
        if (sample.State != SampleState.Waiting) return $"状态：{sample.HouseholdName}现在是“{sample.State}”，不能替换。只有“待访”的户可以替换。";
        var reserve = await db.Set<Sample>().Where(s => s.InspectionId == sample.InspectionId && s.State == SampleState.Reserve).OrderBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(ct);
        if ((reserve.Find(s => s.Region == sample.Region) ?? reserve.FirstOrDefault()) is not { } next) return "备选户：已经用完，不能再替换。请写明情况，由组长决定是否补抽。";
        (sample.State, sample.ReplaceReason, sample.ReplaceNote) = (SampleState.Replaced, reason, note);
        (sample.ReplacedOn, sample.ReplacedBy) = (clock.Today, user.Identity.DisplayName);
        (next.State, next.StandsFor) = (SampleState.Waiting, sample.Order);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
