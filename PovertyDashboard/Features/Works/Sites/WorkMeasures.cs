using System.Linq.Expressions;
using PovertyDashboard.Attachments;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Sites;

/// <summary>The measures of works (改造提升指标): what is planned, what is done, metres of path and 小水楼.</summary>
public static class WorkMeasures
{
    private static readonly Ledger<Work> Ledger = WorkLedger.Ledger;

    public static readonly RowMeasure<Work>
        All = Of("works.all", "改造项目", (_, _) => _ => true, isChip: false),
        Planned = Of("works.planned", "未开工", (_, _) => w => w.State == WorkState.Planned),
        Underway = Of("works.underway", "施工中", (_, _) => w => w.State == WorkState.Underway),
        Done = new("works.done", "已完工", Ledger, (_, day) => w => w.DoneOn != null && w.DoneOn <= day) { Good = GoodDirection.Up, HasHistory = true },
        Late = Of("works.late", "逾期未完工", (_, day) => w => w.DoneOn == null && w.DueOn < day, GoodDirection.Down),
        PathPlanned = Sum("works.path-planned", "计划小路", "米", 1, (_, _) => w => w.PathLength > 0, w => w.PathLength ?? 0),
        Path = Sum("works.path", "建成小路", "米", 1, (_, day) => w => w.PathLength > 0 && w.DoneOn != null && w.DoneOn <= day, w => w.PathLength ?? 0, hasHistory: true),
        WaterPlanned = Sum("works.water-planned", "计划小水楼", "座", 0, (_, _) => w => w.WaterHouses > 0, w => w.WaterHouses ?? 0),
        Water = Sum("works.water", "建成小水楼", "座", 0, (_, day) => w => w.WaterHouses > 0 && w.DoneOn != null && w.DoneOn <= day, w => w.WaterHouses ?? 0, hasHistory: true);

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        All, Planned, Underway, Done, Late,
        new RatioMeasure("works.done-rate", "完工率", Done, All) { Good = GoodDirection.Up, IsChip = false },
        // One sketch tells of the yard: direction of the path and place of the 小水楼 (S6). Roofs and windows need none.
        new RowMeasure<Work>("works.no-sketch", "没有草图", Ledger, (db, _) => w => (w.PathLength > 0 || w.WaterHouses > 0) && !db.Set<Work>().Any(o => o.Region == w.Region && o.HouseholdName == w.HouseholdName
            && (o.HasSketch || db.Set<Attachment>().Any(a => a.OwnerLedger == WorkLedger.Key && a.OwnerId == o.Id && a.Item == WorkPhotos.Sketch)))) { AlsoDependsOn = [nameof(Attachment)], Good = GoodDirection.Down },
        new RowMeasure<Work>("works.no-photo", "完工没有照片", Ledger, (db, _) => w => w.DoneOn != null
            && !db.Set<Attachment>().Any(a => a.OwnerLedger == WorkLedger.Key && a.OwnerId == w.Id && a.Item == WorkPhotos.After)) { AlsoDependsOn = [nameof(Attachment)], Good = GoodDirection.Down },
        Of("works.in-batch", "统一集中施工", (_, _) => w => w.Batch != ""),
        Of("works.unlinked", "未关联户", (_, _) => w => w.HouseholdId == null, GoodDirection.Down, isChip: false),
        PathPlanned, Path, WaterPlanned, Water,
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("works.by-item", All, [WorkLedger.Item]), new("works.by-state", All, [WorkLedger.State]), new("works.by-item-and-state", All, [WorkLedger.Item, WorkLedger.State])];

    /// <summary>Households with works, and those whose works are all done.</summary>
    public static IReadOnlyList<HouseholdCondition> Conditions { get; } =
    [
        new("households.works", "有改造提升", (db, _) => db.Set<Work>().Where(w => w.HouseholdId != null).Select(w => w.HouseholdId!.Value), [WorkLedger.Key]) { RateKey = "households.works-rate", RateTitle = "改造提升覆盖率", Good = GoodDirection.Up },
        new("households.works-done", "改造全部完工", (db, _) => db.Set<Work>().Where(w => w.HouseholdId != null && !db.Set<Work>().Any(o => o.HouseholdId == w.HouseholdId && o.DoneOn == null)).Select(w => w.HouseholdId!.Value), [WorkLedger.Key]),
    ];

    private static RowMeasure<Work> Of(string key, string title, Func<Data.AppDbContext, DateOnly, Expression<Func<Work, bool>>> where, GoodDirection good = GoodDirection.Neutral, bool isChip = true) =>
        new(key, title, Ledger, where) { Good = good, IsChip = isChip };

    private static RowMeasure<Work> Sum(string key, string title, string unit, int scale, Func<Data.AppDbContext, DateOnly, Expression<Func<Work, bool>>> where, Expression<Func<Work, long>> value, bool hasHistory = false) =>
        new(key, title, Ledger, where) { Sum = value, Unit = unit, Scale = scale, IsChip = false, HasHistory = hasHistory, Good = hasHistory ? GoodDirection.Up : GoodDirection.Neutral };
}

/// <summary>Where the pictures of a work hang (改造照片): inside the row by what they show.</summary>
public static class WorkPhotos
{
    public const string Before = "before", After = "after";

    /// <summary>An uploaded picture instead of a drawn sketch.</summary>
    public const string Sketch = "sketch";

    public static AttachmentOwner OwnerOf(long work, string item) => new(WorkLedger.Key, work, item);
}
