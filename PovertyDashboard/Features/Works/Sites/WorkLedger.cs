using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Sites;

/// <summary>The ledgers of improvement works and of the batches in which a 社区 builds them (改造提升台账、施工批次); domain facts sections 1 and 7.</summary>
public static class WorkLedger
{
    public const string Key = "works", BatchesKey = "work-batches";

    /// <summary>More than 10 km of yard path in one home is a slip of the pen.</summary>
    private const long LongestPath = 10_000_0;

    private const string Building = "施工", Amounts = "工程量";

    private static readonly Columns<Work> c = new();

    private static readonly Columns<WorkBatch> b = new();

    public static readonly Column Item = c.Code("施工内容", w => w.Item, "work-item") with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["改造项目", "项目类别"] };

    public static readonly Column State = c.Code("状态", w => w.State, "work-state", 8) with { Required = true, QuickFilter = true, Aliases = ["进度"] };

    public static readonly Column Batch = c.Text("施工批次", w => w.Batch, 16) with
    {
        Group = Building,
        MaxLength = 30,
        QuickFilter = true,
        Aliases = ["批次"],
        Help = "社区统一集中施工的写批次名称；单独施工的不填。",
        Suggest = async (db, region, ct) => await db.Set<WorkBatch>().Where(x => x.Region == region).OrderBy(x => x.Name).Select(x => x.Name).ToListAsync(ct),
    };

    public static readonly Column Sketch = c.YesNo("手绘草图", w => w.HasSketch, 10) with { Set = null, Help = "在改造页里画；也可以上传图片。" };

    public static readonly Ledger<Work> Ledger = new(Key, "改造提升台账", "项")
    {
        Columns =
        [
            .. c.Place(),
            c.HouseholdName("户主", w => w.HouseholdName) with { IsKey = true, Required = true, Aliases = ["户主姓名"] },
            Item,
            State,
            Sketch,
            .. c.Group(
                Amounts,
                c.Decimal("院内小路", w => w.PathLength, 1) with { Min = 0, Max = LongestPath, Unit = "米", Total = true, Aliases = ["小路长度", "院内小路(米)", "小路(米)"] },
                c.Integer("小水楼", w => w.WaterHouses) with { Min = 0, Max = 20, Unit = "座", Total = true, Aliases = ["小水楼(座)", "防冻小水楼"] }),
            .. c.Group(
                Building,
                c.Date("开工日期", w => w.StartedOn) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["开工时间", "计划开工日期"], Help = "还没有开工的填计划开工的日期。" },
                c.Date("计划完工日期", w => w.DueOn) with { Shown = false, MonthEnds = true, Aliases = ["计划完工时间"] },
                c.Date("完工日期", w => w.DoneOn) with { NotInFuture = true, Aliases = ["完工时间", "竣工日期"] }),
            Batch,
            .. c.Group(
                Building,
                c.Text("施工队", w => w.Crew, 16) with { MaxLength = 60, Searchable = true, Aliases = ["施工方", "施工单位"] },
                c.Text("施工负责人", w => w.Foreman, 10) with { MaxLength = 50, Shown = false, Aliases = ["负责人"] }),
            c.Text("草图绘制人", w => w.DrawnBy, 10) with { MaxLength = 50, Shown = false, Aliases = ["帮扶责任人"] },
            c.LongText("备注", w => w.Remark, 16) with { Shown = false },
        ],
        Rules = WorkRules.Check,
        Store = new StoreRules<Work> { Prepare = WorkRules.PrepareAsync },
        // Helpers draw sketches and take photos of their own households; the office enters works.
        Writers = [Act.Write, Act.Visit],
        Editors = [Act.Write],
        KeyWithin = RegionLevel.Village,
        DefaultSort = "-" + nameof(Work.StartedOn),
        RowHref = row => WorkAddress.Of(row.Id),
        NameOf = row => $"{((Work)row).HouseholdName} {((Work)row).Item}",
    };

    public static readonly Ledger<WorkBatch> Batches = new(BatchesKey, "施工批次台账", "批")
    {
        Columns =
        [
            .. b.Place(),
            b.Text("批次名称", x => x.Name, 18) with { IsKey = true, Required = true, MaxLength = 30, Searchable = true, Editing = FormEditing.WhenNew, Aliases = ["施工批次"] },
            b.Text("施工队", x => x.Crew, 18) with { MaxLength = 60, Searchable = true, Aliases = ["施工单位"] },
            b.Text("负责人", x => x.Foreman, 10) with { MaxLength = 50, Aliases = ["施工负责人"] },
            b.Phone("联系电话", x => x.Phone) with { Aliases = ["电话"] },
            b.Date("开工日期", x => x.StartedOn) with { QuickFilter = true },
            b.Date("计划完工日期", x => x.DueOn) with { MonthEnds = true },
            b.LongText("备注", x => x.Remark, 20),
        ],
        Rules = WorkRules.Check,
        Store = new StoreRules<WorkBatch> { RefuseDelete = WorkRules.RefuseDeleteAsync },
        KeyWithin = RegionLevel.Village,
        DefaultSort = "-" + nameof(WorkBatch.StartedOn),
        NameOf = row => ((WorkBatch)row).Name,
    };
}
