using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The remediation ledger (整改台账, 销号): columns of domain facts section 6.</summary>
public static class ProblemLedger
{
    public const string Key = "problems";

    private static readonly Columns<Problem> c = new();

    public static readonly Column Number = c.Text("问题编号", p => p.Number, 16) with { IsKey = true, Searchable = true, MaxLength = 40, Aliases = ["编号"], Editing = FormEditing.WhenNew, Help = "在系统里登记时可不填，自动编号" };

    public static readonly Column Source = c.Code("问题来源", p => p.Source, "problem-source") with { Required = true, QuickFilter = true, Aliases = ["来源"] };

    public static readonly Column Category = c.Code("问题类别", p => p.Category, "problem-category") with { Required = true, QuickFilter = true, Aliases = ["类别", "问题类型"] };

    public static readonly Column FoundOn = c.Date("发现日期", p => p.FoundOn) with { Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["发现时间", "检查日期"] };

    public static readonly Column DueOn = c.Date("整改时限", p => p.DueOn) with { Aliases = ["完成时限", "整改期限"], Editing = FormEditing.WhenNew };

    public static readonly Column Owner = c.PersonName("责任人", p => p.Owner) with { QuickFilter = true, Aliases = ["帮扶责任人", "责任人(帮扶责任人)"] };

    public static readonly Column State = c.Code("状态", p => p.State, "problem-state") with { Required = true, QuickFilter = true, Aliases = ["整改状态", "销号状态"], Editing = FormEditing.ByActs };

    public static readonly Ledger<Problem> Ledger = new(Key, "整改台账", "件")
    {
        Columns =
        [
            Number,
            .. c.Place(),
            c.HouseholdName("户主/项目", p => p.HouseholdName) with { MayNameProject = true, MaxLength = 100, Aliases = ["户主", "户主姓名", "项目", "项目名称", "户主、项目"] },
            Source,
            Category,
            c.LongText("问题描述", p => p.Description) with { Required = true, Searchable = true, Aliases = ["存在问题", "具体问题", "问题"] },
            FoundOn,
            c.PersonName("发现人", p => p.FoundBy) with { Shown = false, Searchable = false, Aliases = ["检查人"] },
            c.LongText("整改措施", p => p.Remedy) with { Shown = false },
            c.Text("牵头/责任单位", p => p.LeadUnit, 18) with { Shown = false, MaxLength = 100, Aliases = ["责任单位", "牵头单位"] },
            c.PersonName("责任领导", p => p.Leader) with { Shown = false, Searchable = false },
            DueOn,
            c.DerivedOn("是否逾期", ColumnKind.YesNo, (p, today) => p.IsOverdue(today), 8) with { Shown = false, Help = "过了整改时限还没有销号" },
            c.DerivedOn("逾期/剩余", ColumnKind.Text, ProblemDeadline.Words, 12) with { Shown = false },
            Owner,
            c.Date("完成日期", p => p.RectifiedOn) with { Shown = false, NotInFuture = true, Aliases = ["整改完成日期", "整改日期"], Editing = FormEditing.ByActs },
            c.LongText("整改情况", p => p.Result) with { Shown = false, Aliases = ["整改结果", "整改进展"], Editing = FormEditing.ByActs },
            c.LongText("佐证材料", p => p.Evidence) with { Shown = false, Aliases = ["佐证", "佐证材料(照片/单据)"] },
            c.YesNo("户主确认", p => p.HouseholdConfirmed) with { Shown = false, Editing = FormEditing.ByActs },
            c.PersonName("村核验人", p => p.VillageVerifier) with { Shown = false, Searchable = false, Aliases = ["村级核验人"], Editing = FormEditing.ByActs },
            c.PersonName("镇复核人", p => p.TownVerifier) with { Shown = false, Searchable = false, Aliases = ["镇级复核人", "复核人"], Editing = FormEditing.ByActs },
            c.Date("销号日期", p => p.ClosedOn) with { Shown = false, NotInFuture = true, Aliases = ["销号时间"], Editing = FormEditing.ByActs },
            c.PersonName("销号人", p => p.ClosedBy) with { Shown = false, Searchable = false, Editing = FormEditing.ByActs },
            State,
            c.LongText("备注", p => p.Remark, 20) with { Shown = false },
        ],
        // Inspectors' ticks and audits open problems, verdicts close them; the desk checks each act's own right.
        Writers = [Act.Write, Act.Tick, Act.Rectify, Act.VerifyClose, Act.Audit],
        Editors = [Act.Write],
        KeyWithin = RegionLevel.Township,
        DefaultSort = "-" + nameof(Problem.FoundOn),
        Rules = ProblemRules.Check,
        Fill = Problem.Fill,
        Sign = Problem.Sign,
        Complete = NumberAsync,
        ImportGuard = ProblemRules.RefuseImport,
        DeleteGuard = ProblemRules.RefuseDelete,
        PictureGuard = ProblemRules.RefusePictures,
        RowHref = row => $"/problems/{row.Id}",
        NameOf = row => $"{((Problem)row).Number} {((Problem)row).Description}",
    };

    /// <summary>A problem entered by hand without a number gets the next one of its day.</summary>
    private static async Task NumberAsync(AppDbContext db, Problem problem, CancellationToken ct)
    {
        if (problem.Number.Length > 0 || problem.Region == 0 || problem.FoundOn == default) return;
        problem.Number = (await ProblemOpening.NumbersAsync(db, problem.Region, problem.FoundOn, ct)).Next();
    }
}
