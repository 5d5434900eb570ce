using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The ledger of what inspections have found (督查发现问题), known by plan and number within the township.</summary>
public static class FindingLedger
{
    public const string Key = "findings";

    private static readonly Columns<InspectionFinding> c = new();

    public static readonly Column Category = c.Code("问题类别", x => x.Category, "problem-category") with { Required = true, QuickFilter = true };

    public static readonly Column Kind = c.Code("问题种类", x => x.Kind, "finding-kind", 16) with { Required = true, QuickFilter = true, Help = "按种类看哪些问题带有倾向性、苗头性。" };

    public static readonly Ledger<InspectionFinding> Ledger = new(Key, "督查发现问题", "件")
    {
        Columns =
        [
            .. c.Place(),
            .. SurveyColumns.PlanOf(c),
            c.Integer("问题序号", x => x.Number, 8) with { IsKey = true, Min = 1, Max = 100_000, Aliases = ["序号"], Editing = FormEditing.ByActs },
            c.HouseholdName("户主/项目", x => x.HouseholdName) with { MayNameProject = true, Aliases = ["户主", "项目", "户主(项目)"], Help = "村里的问题可以不填。" },
            c.Text("户编号", x => x.HouseholdNumber, 20) with { MaxLength = 20, Shown = false, Editing = FormEditing.ByActs },
            c.Date("发现日期", x => x.FoundOn) with { Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["发现时间"] },
            c.Text("检查人", x => x.FoundBy, 12) with { Required = true, MaxLength = 60, Aliases = ["发现人", "调查人"] },
            Category,
            Kind,
            c.LongText("问题描述", x => x.Description, 30) with { Required = true, Searchable = true, MaxLength = 400, Aliases = ["问题", "存在问题"] },
            c.LongText("查看依据", x => x.Basis, 18) with { Shown = false, Aliases = ["依据"], Help = "看了什么材料、什么现场。" },
            c.Date("整改时限", x => x.DueOn) with { MonthEnds = true, Aliases = ["完成时限"], Help = "不填按一般问题的整改天数。" },
            c.Code("问题来源", x => x.Source, "problem-source") with { Set = null, Shown = false },
            c.LongText("备注", x => x.Remark, 16) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Township,
        Writers = [Act.Inspect],
        DefaultSort = "-" + nameof(InspectionFinding.FoundOn),
        Rules = FindingRules.Check,
        ImportGuard = SurveyLinks.RefuseMove,
        Complete = NumberAsync,
        Followers = (db, finding) => db.Set<Problem>().Where(p => p.OriginLedger == Key && p.OriginId == finding.Id && p.State == ProblemState.Waiting && p.Returns == 0),
        Store = new StoreRules<InspectionFinding>
        {
            Link = SurveyLinks.LinkAsync,
            Check = FindingRules.CheckAsync,
            Prepare = SurveyLinks.PrepareAsync,
            RefuseDelete = InspectionChecks.RefuseDeleteAsync,
        },
        Consequences = FindingProblems.OfAsync,
        NameOf = row => $"{((InspectionFinding)row).Plan} 问题 {((InspectionFinding)row).Number}",
    };

    /// <summary>The next number of a plan within the township; deleted findings keep theirs.</summary>
    public static async Task<int> NextNumberAsync(AppDbContext db, string plan, DateOnly? day, long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(RegionKey.TownshipOf(region));
        return (await db.Set<InspectionFinding>().IgnoreQueryFilters().Where(f => f.Plan == plan && (day == null || f.PlanDate == day) && f.Region >= range.Lo && f.Region < range.Hi).MaxAsync(f => f.Number, ct) ?? 0) + 1;
    }

    private static async Task NumberAsync(AppDbContext db, InspectionFinding finding, CancellationToken ct) =>
        finding.Number ??= await NextNumberAsync(db, finding.Plan, finding.PlanDate, finding.Region, ct);
}

/// <summary>Rules over the fields of a finding (发现问题表内校验).</summary>
public static class FindingRules
{
    public static IEnumerable<Fault> Check(InspectionFinding finding, RowContext context)
    {
        if (finding.Number is null) yield return new Fault("问题序号", "问题序号：必填项为空。请填写这次督查里的第几个问题，例如 3。");
        if (finding.DueOn < finding.FoundOn) yield return new Fault("整改时限", $"整改时限：早于发现日期（“{finding.DueOn:yyyy-MM-dd}”，发现日期是 {finding.FoundOn:yyyy-MM-dd}）。请核对后填写。");
    }

    internal static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<InspectionFinding> findings, EffectContext context, CancellationToken ct)
    {
        var faults = await SurveyLinks.CheckAsync(findings, context, ct);
        foreach (var finding in findings.Where(f => f.InspectionId != 0 && f.FoundOn < f.PlanDate))
            faults.Add(new RowFault(finding, new Fault("发现日期", $"发现日期：早于督查开始日期（“{finding.FoundOn:yyyy-MM-dd}”，督查从 {finding.PlanDate:yyyy-MM-dd} 开始）。请核对日期或督查名称。")));
        return faults;
    }
}
