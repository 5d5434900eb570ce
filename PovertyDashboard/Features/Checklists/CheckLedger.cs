using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// The ledger of checks (检查台账). One row is one household, one version, one day; its items are columns that data make.
/// <para>
/// Answers hang on the check as <see cref="Check.Answers"/> (foreign key CheckId), loaded by <see cref="Ledger{T}.Rows"/>.
/// The Set of an item's column changes or adds an answer there and ties the row to its version, in any order of the cells;
/// an empty cell means not checked. Whoever writes a check writes its answers with it; Derive copies the region to them.
/// After an import, <see cref="CheckProblems.EffectsAsync"/> names the problems of all its written checks in one call.
/// </para>
/// </summary>
public static class CheckLedger
{
    private static readonly Columns<Check> c = new();

    public static readonly Ledger<Check> Ledger = new("checks", "检查台账", "户次")
    {
        Columns =
        [
            .. c.Place().Select(p => p.Place == RegionLevel.Village ? p with { IsKey = true } : p),
            c.HouseholdName("户主", x => x.HouseholdName) with { IsKey = true, Required = true, Aliases = ["户主姓名", "姓名"] },
            c.Date("检查日期", x => x.CheckedOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, HeadFacts = ["检查日期"] },
            c.Text("检查人", x => x.Inspector, 10) with { MaxLength = 50, Searchable = true, Aliases = ["检查人员"] },
            c.LongText("备注", x => x.Note, 24),
            c.Text("检查单位", x => x.Unit, 16) with { MaxLength = 100, Shown = false, HeadFacts = ["检查单位", "填报单位"] },
            c.Text("检查表", x => x.TemplateTitle, 24) with
            {
                IsKey = true,
                MaxLength = 100,
                QuickFilter = true,
                Help = "检查表的名称和版次，例如 六净一规范（第 1 版）；不填按表头判断。",
                Editing = FormEditing.ByActs,
                Set = (row, value) => CheckColumns.PutTitle((Check)row, (string?)value ?? ""),
            },
            c.Code("检查性质", x => x.Source, "problem-source") with { Shown = false, Editing = FormEditing.ByActs, Help = "由检查表带出；不达标项转入整改台账时作为问题来源。" },
            c.Integer("达标项", x => x.PassedCount) with { Set = null },
            c.Integer("不达标项", x => x.FailedCount) with { Set = null },
            c.Integer("不适用项", x => x.NotApplicableCount) with { Set = null, Shown = false },
            c.Derived<long?>("得分", ColumnKind.Decimal, x => CheckScore.PermilleOf(x.PassedWeight, x.ApplicableWeight), 8) with { Scale = 1, Unit = "%", Help = "达标项权重 ÷ 适用项权重。" },
            c.Date("完成日期", x => x.FinishedOn) with { Shown = false, NotInFuture = true, Editing = FormEditing.ByActs },
        ],
        DataColumns = CheckColumns.OfRegionAsync,
        DataColumnsAfter = nameof(Check.HouseholdName),
        With = rows => rows.Include(x => x.Answers),
        Rules = CheckRules.Faults,
        Fill = CheckRules.Fill,
        ImportEffects = (checks, context, ct) => CheckProblems.EffectsAsync(context.Db, checks, context.Settings, ct),
        Followers = (db, check) => db.Set<CheckAnswer>().Where(a => a.CheckId == check.Id),
        Writers = [Act.Tick, Act.Write],
        Editors = [Act.Write],
        RowHref = row => $"/checklists/checks/{row.Id}",
        DefaultSort = "-" + nameof(Check.CheckedOn),
        NameOf = row => $"{((Check)row).HouseholdName} {((Check)row).CheckedOn:yyyy-MM-dd} 检查",
    };
}
