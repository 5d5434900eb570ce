using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Demo;

/// <summary>Synthetic rows of inspections for the verb <c>demo</c>: one inspection for each town of the batch, with its bank, sample, interviews, answers, findings and problems, and now and then a clue.</summary>
internal static class DemoInspections
{
    private const int PercentDrawn = 4, PercentAsked = 90, Reserve = 3, DaysBack = 90, ClueIn = 8;

    public static readonly IReadOnlyList<DemoSource> Sources =
    [
        new(80, PlansAsync), new(81, SamplesAsync), new(82, InterviewsAsync), new(83, AnswersAsync), new(84, async (batch, ct) => await AnswerFindings.OfAsync(batch.Written<Answer>(), Context(batch), ct)),
        new(85, VillageFindingsAsync), new(86, async (batch, ct) => [.. (await FindingProblems.OfAsync(batch.Written<InspectionFinding>(), Context(batch), ct)).Select(w => w.Row)]),
    ];

    private static async Task<IReadOnlyList<LedgerRow>> PlansAsync(DemoBatch batch, CancellationToken ct)
    {
        var towns = batch.Households.Select(h => RegionKey.TownshipOf(h.Region)).Distinct().Order().ToList();
        var known = await batch.Db.Set<Question>().Where(q => towns.Contains(q.Region) && q.Year == batch.Today.Year).Select(q => q.Region).Distinct().ToListAsync(ct);
        var rows = new List<LedgerRow>();
        foreach (var town in towns)
        {
            if (!known.Contains(town)) rows.AddRange(DemoBank.Of(town, batch.Today.Year, DemoSurvey.Mark));
            var starts = batch.Today.AddDays(-20 - batch.Random.Next(DaysBack));
            rows.Add(new Inspection
            {
                Region = town,
                Title = $"入户核查（{batch.First} 户起）",
                Year = batch.Today.Year,
                Kind = batch.Random.Next(2) == 0 ? "日常督查" : "交叉互查",
                StartsOn = starts.Year == batch.Today.Year ? starts : new DateOnly(batch.Today.Year, 1, 2),
                EndsOn = batch.Today.AddDays(batch.Random.Next(20) - 10),
                Organiser = "县扶贫办",
                Extent = "全镇",
                Topics = "家庭情况,政策知晓,扶贫手册,帮扶责任人",
                Remark = DemoSurvey.Mark,
            });
            if (batch.Random.Next(ClueIn) == 0) rows.Add(ClueOf(batch, town));
        }

        return rows;
    }

    /// <summary>Draws as the page does; the frozen lists are no ledger rows and are saved beside.</summary>
    private static async Task<IReadOnlyList<LedgerRow>> SamplesAsync(DemoBatch batch, CancellationToken ct)
    {
        var rows = new List<LedgerRow>();
        var ids = batch.Written<Inspection>().Select(p => p.Id).ToList();
        foreach (var plan in await batch.Db.Set<Inspection>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct))
        {
            var range = RegionKey.Subtree(plan.Region);
            var homes = batch.Households.Where(h => range.Contains(h.Region)).OrderBy(h => h.Id).ToList();
            var (samples, frozen) = DemoSurvey.Draw(plan, homes, $"{batch.First}", Math.Max(2, homes.Count * PercentDrawn / 100), Reserve);
            DemoSurvey.Replace(samples);
            batch.Db.Add(frozen);
            rows.AddRange(samples);
        }

        await batch.Db.SaveChangesAsync(ct);
        return rows;
    }

    /// <summary>The interviews, and what they mean for the households drawn.</summary>
    private static async Task<IReadOnlyList<LedgerRow>> InterviewsAsync(DemoBatch batch, CancellationToken ct)
    {
        var rows = new List<LedgerRow>();
        var ids = batch.Written<Inspection>().Select(p => p.Id).ToList();
        var samples = (await batch.Db.Set<Sample>().Where(s => ids.Contains(s.InspectionId)).OrderBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.InspectionId);
        foreach (var drawn in samples) rows.AddRange(DemoSurvey.Interviews([.. drawn], PercentAsked, batch.Today));
        await batch.Db.SaveChangesAsync(ct);
        return rows;
    }

    private static async Task<IReadOnlyList<LedgerRow>> AnswersAsync(DemoBatch batch, CancellationToken ct)
    {
        var towns = batch.Written<Inspection>().Select(p => p.Region).ToList();
        var bank = (await batch.Db.Set<Question>().AsNoTracking().Where(q => towns.Contains(q.Region) && q.Year == batch.Today.Year).OrderBy(q => q.Number).ToListAsync(ct)).ToLookup(q => q.Region);
        return [.. batch.Written<Interview>().GroupBy(i => RegionKey.TownshipOf(i.Region)).SelectMany(town => DemoSurvey.Answers([.. town], [.. bank[town.Key]]))];
    }

    private static Task<IReadOnlyList<LedgerRow>> VillageFindingsAsync(DemoBatch batch, CancellationToken ct)
    {
        var asked = batch.Written<InspectionFinding>().ToLookup(f => f.InspectionId);
        var rows = new List<LedgerRow>();
        foreach (var plan in batch.Written<Inspection>())
        {
            var range = RegionKey.Subtree(plan.Region);
            rows.AddRange(DemoFindings.Of(plan, [.. batch.Households.Select(h => h.Region).Where(range.Contains).Distinct().Order().Take(3)], asked[plan.Id].Count() + 1, batch.Today));
        }

        return Task.FromResult<IReadOnlyList<LedgerRow>>(rows);
    }

    private static Clue ClueOf(DemoBatch batch, long town) => new()
    {
        Region = town,
        Number = $"示例-{batch.First}",
        ReceivedOn = batch.Today.AddDays(-batch.Random.Next(DaysBack)),
        Source = "群众信访",
        Person = "某村干部",
        Kind = "失职失责",
        Content = "反映走访次数不够，记录是事后补的。",
        Disposal = "暂存待查",
        Remark = DemoSurvey.Mark,
    };

    private static EffectContext Context(DemoBatch batch) => new(batch.Db, batch.Services.GetRequiredService<SettingsDirectory>(), new RowContext(batch.Today, UserIdentity.System));
}
