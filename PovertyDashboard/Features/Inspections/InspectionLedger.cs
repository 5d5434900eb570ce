using PovertyDashboard.Data;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The ledger of plans of inspections (督查计划), known by place, title and first day.</summary>
public static class InspectionLedger
{
    public const string Key = "inspections";

    private const string Plan = "计划", Draw = "抽样";

    private static readonly Columns<Inspection> c = new();

    public static readonly Column StartsOn = c.Date("开始日期", x => x.StartsOn) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["督查日期", "开始时间"], Group = Plan };

    public static readonly Column Kind = c.Code("督查类型", x => x.Kind, "inspection-kind", 14) with { Required = true, QuickFilter = true, Aliases = ["类型", "督查方式"], Group = Plan };

    public static readonly Ledger<Inspection> Ledger = new(Key, "督查计划", "次")
    {
        Columns = [.. Places(c.Place()), .. PlanColumns(), .. DrawColumns()],
        KeyWithin = RegionLevel.Township,
        Writers = [Act.PlanInspections],
        DefaultSort = "-" + nameof(Inspection.StartsOn),
        Rules = InspectionRules.Check,
        Fill = InspectionRules.Fill,
        ImportGuard = InspectionRules.RefuseImport,
        Repeats = InspectionRules.Repeats,
        Store = new StoreRules<Inspection> { Check = InspectionChecks.CheckAsync, RefuseDelete = InspectionChecks.RefuseDeleteAsync },
        RowHref = row => InspectionAddress.Of(row.Id),
        NameOf = row => ((Inspection)row).Title,
    };

    /// <summary>The place columns of a row that belongs to a township or, if named, to one of its villages.</summary>
    public static IEnumerable<Column> Places(IEnumerable<Column> places) => places.Select(p => p.Place switch
    {
        RegionLevel.Village => p with { Required = false, Shown = false },
        RegionLevel.Township => p with { Required = true, Shown = true },
        _ => p,
    });

    /// <summary>What belongs to the plan: it moves, is deleted and comes back with it.</summary>
    public static IEnumerable<IQueryable<LedgerRow>> FollowersOf(AppDbContext db, LedgerRow row) => row is not Inspection ? [] :
    [
        db.Set<Sample>().Where(s => s.InspectionId == row.Id), db.Set<Interview>().Where(i => i.InspectionId == row.Id),
        db.Set<Answer>().Where(a => a.InspectionId == row.Id), db.Set<InspectionFinding>().Where(f => f.InspectionId == row.Id),
    ];

    private static IEnumerable<Column> PlanColumns() =>
    [
        c.Text("督查名称", x => x.Title, 26) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["计划名称", "标题"], Group = Plan },
        c.Year("年度", x => x.Year) with { Required = true, QuickFilter = true, Help = "按这一年的题库提问。", Group = Plan },
        Kind,
        c.Code("问题来源", x => x.Source, "problem-source", 12) with { Shown = false, Help = "发现的问题转整改时写这个来源；不填按督查类型。", Group = Plan },
        StartsOn,
        c.Date("结束日期", x => x.EndsOn) with { Required = true, MonthEnds = true, Aliases = ["结束时间"], Group = Plan },
        c.DerivedOn("进度", ColumnKind.Text, InspectionRules.Progress, 8) with { Group = Plan },
        c.Text("组织单位", x => x.Organiser, 18) with { Required = true, MaxLength = 60, Searchable = true, Aliases = ["牵头单位"], Group = Plan },
        c.Text("参加单位", x => x.Partners, 22) with { Shown = false, MaxLength = 200, Help = "几个单位用顿号隔开。", Group = Plan },
        c.PersonName("组长", x => x.Leader) with { Group = Plan },
        c.LongText("督查组", x => x.Teams, 24) with { Shown = false, Aliases = ["检查组", "督查组成员"], Help = "各组和组员，例如 第一组：李某、王某。", Group = Plan },
        c.Text("督查范围", x => x.Extent, 18) with { MaxLength = 200, Aliases = ["范围"], Help = "例如 全镇，或几个村。", Group = Plan },
        c.Codes("督查内容", x => x.Topics, "inspection-topic", 22) with { Shown = false, Aliases = ["检查内容"], Group = Plan },
        c.LongText("督查结论", x => x.Conclusion, 26) with { Shown = false, Aliases = ["结论"], Group = Plan },
        c.LongText("备注", x => x.Remark, 16) with { Shown = false, Group = Plan },
    ];

    private static IEnumerable<Column> DrawColumns() =>
    [
        Drawn(c.Integer("抽样户数", x => x.SampleSize, 10)) with { Unit = "户", Shown = true, Total = true },
        Drawn(c.Integer("抽样总体", x => x.Population, 10)) with { Unit = "户", Help = "抽样时在册的户数。" },
        Drawn(c.Text("随机种子", x => x.Seed, 14)) with { MaxLength = SampleRequest.LongestSeed, Help = "同一种子、同一总体抽出同一名单。" },
        Drawn(c.Text("总体校验码", x => x.PopulationHash, 20)) with { MaxLength = 64 },
        Drawn(c.Date("抽样日期", x => x.DrawnOn)),
        Drawn(c.Text("抽样人", x => x.DrawnBy, 10)) with { MaxLength = 50 },
        Drawn(c.Integer("抽样次数", x => x.Draws, 10)),
        Drawn(c.Text("重抽原因", x => x.RedrawReason, 18)),
    ];

    private static Column Drawn(Column column) => column with { Shown = false, Editing = FormEditing.ByActs, Min = column.IsNumber ? 0 : null, Group = Draw };
}
