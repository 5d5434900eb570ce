using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Sites;

/// <summary>Rules of works and their batches (改造提升校验).</summary>
internal static class WorkRules
{
    public static IEnumerable<Fault> Check(Work work, RowContext context)
    {
        if (work.State == WorkState.Done && work.DoneOn is null) yield return new Fault("完工日期", "完工日期：状态是已完工，没有完工日期。请填写完工的日期，或改状态。");
        if (work.State != WorkState.Done && work.DoneOn is not null) yield return new Fault("状态", $"状态：填了完工日期，状态却是“{work.State}”。请改为已完工，或删去完工日期。");
        if (work.DoneOn < work.StartedOn) yield return new Fault("完工日期", $"完工日期：早于开工日期（“{work.DoneOn:yyyy-MM-dd}”，开工是 {work.StartedOn:yyyy-MM-dd}）。请核对两个日期。");
        if (work.DueOn < work.StartedOn) yield return new Fault("计划完工日期", $"计划完工日期：早于开工日期（“{work.DueOn:yyyy-MM-dd}”，开工是 {work.StartedOn:yyyy-MM-dd}）。请核对两个日期。");
        if (work.State is WorkState.Underway or WorkState.Done && work.StartedOn > context.Today)
            yield return new Fault("开工日期", $"开工日期：在将来（“{work.StartedOn:yyyy-MM-dd}”，今天是 {context.Today:yyyy-MM-dd}），状态却是{work.State}。请填写实际开工的日期，或把状态改为计划。");
    }

    public static IEnumerable<Fault> Check(WorkBatch batch, RowContext context)
    {
        if (batch.DueOn < batch.StartedOn) yield return new Fault("计划完工日期", $"计划完工日期：早于开工日期（“{batch.DueOn:yyyy-MM-dd}”，开工是 {batch.StartedOn:yyyy-MM-dd}）。请核对两个日期。");
    }

    /// <summary>A batch that only works name is added with its first ones.</summary>
    public static async Task PrepareAsync(IReadOnlyList<Work> works, EffectContext context, CancellationToken ct)
    {
        foreach (var village in works.Where(w => w.Batch.Length > 0).GroupBy(w => w.Region))
        {
            var known = await context.Db.Set<WorkBatch>().Where(b => b.Region == village.Key).Select(b => b.Name).ToListAsync(ct);
            foreach (var batch in village.GroupBy(w => w.Batch).Where(b => !known.Contains(b.Key)))
                context.Db.Add(new WorkBatch { Region = village.Key, Name = batch.Key, Crew = batch.First().Crew, Foreman = batch.First().Foreman, StartedOn = batch.Min(w => w.StartedOn), Remark = "由改造提升登记带出，请核对" });
        }

        // A form saves the batch together with its row.
        if (!context.IsByHand) await context.Db.SaveChangesAsync(ct);
    }

    public static async Task<string?> RefuseDeleteAsync(Data.AppDbContext db, WorkBatch batch, CancellationToken ct) =>
        await db.Set<Work>().CountAsync(w => w.Region == batch.Region && w.Batch == batch.Name, ct) is var works and > 0
            ? $"删除：还有 {works} 项改造属于“{batch.Name}”。请先把它们改到别的批次。"
            : null;
}
