using System.Linq.Expressions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households;

/// <summary>The measures of households (贫困户指标).</summary>
public static class HouseholdMeasures
{
    /// <summary>Setting with the yearly income per person below which a household counts as low-income (低收入线), in yuan.</summary>
    public const string IncomeLineKey = "income.line";

    /// <summary>在册户: every household that was there on the day; of earlier days those that had been identified by then.</summary>
    public static readonly RowMeasure<Household> All = new("households.all", "在册户", HouseholdLedger.Ledger, (_, today) => Present(today)) { HasHistory = true, IsChip = false };

    private static readonly RowMeasure<Household> InPovertyVillages = new("households.in-poverty-villages", "省定贫困村的户", HouseholdLedger.Ledger, (db, today) =>
    {
        var villages = db.Set<Region>().Where(r => r.IsPovertyVillage).Select(r => r.Key);
        return Present(today, h => villages.Contains(h.Region));
    })
    { HasHistory = true };

    private static readonly RowMeasure<Household> People = Sum("people", "家庭人口", "人", 0, h => h.Size ?? 0);

    private static readonly RowMeasure<Household> NetIncome = Yuan("net-income", "纯收入合计", h => h.NetIncome ?? 0);

    private static readonly RowMeasure<Household> WageIncome = Yuan("wage-income", "工资性收入合计", h => h.WageIncome ?? 0);

    private static readonly RowMeasure<Household> Gross = Yuan("gross-income", "收入合计", h => (h.WageIncome ?? 0) + (h.BusinessIncome ?? 0) + (h.PropertyIncome ?? 0) + (h.TransferIncome ?? 0));

    private static readonly RowMeasure<Household> SafeWater = Count("safe-water", "已解决饮水", GoodDirection.Up, h => h.SafeWater == true, isChip: false);

    /// <summary>Every measure that needs nothing but the rows.</summary>
    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        All,
        Count("enjoying", "脱贫享受政策户", GoodDirection.Neutral, h => h.Type == "脱贫享受政策户"),
        Count("lifted", "脱贫不享受政策户", GoodDirection.Neutral, h => h.Type == "脱贫不享受政策户"),
        Count("instant", "即时帮扶户", GoodDirection.Neutral, h => h.Type == "即时帮扶户"),
        Count("marginal", "边缘易致贫户", GoodDirection.Neutral, h => h.Type == "边缘易致贫户"),
        Count("poor", "未脱贫户", GoodDirection.Down, h => h.Type == "未脱贫户"),
        Count("monitored", "监测对象", GoodDirection.Neutral, h => h.MonitorKind != ""),
        Count("unsafe-house", "危房户", GoodDirection.Down, h => h.UnsafeHouse == true || h.HouseGrade == "C级" || h.HouseGrade == "D级"),
        Count("unsafe-water", "未解决饮水", GoodDirection.Down, h => h.SafeWater == false),
        Count("no-toilet", "无卫生厕所", GoodDirection.Down, h => h.SanitaryToilet == false),
        Count("ill", "因病致贫", GoodDirection.Neutral, h => h.MainCause == "因病", isChip: false),
        Count("disabled", "因残致贫", GoodDirection.Neutral, h => h.MainCause == "因残", isChip: false),
        Count("schooling", "因学致贫", GoodDirection.Neutral, h => h.MainCause == "因学", isChip: false),
        Count("short-handed", "缺劳力致贫", GoodDirection.Neutral, h => h.MainCause == "缺劳力", isChip: false),
        Count("alone", "一人户", GoodDirection.Neutral, h => h.Size == 1, isChip: false),
        Count("cooperative", "加入合作社", GoodDirection.Up, h => h.InCooperative == true, isChip: false),
        Count("no-wages", "无工资性收入", GoodDirection.Down, h => (h.WageIncome ?? 0) == 0, isChip: false),
        new RowMeasure<Household>("households.ended", "已终止", HouseholdLedger.Ledger, (_, today) => h => h.EndedOn <= today) { HasHistory = true },
        InPovertyVillages, SafeWater, People, NetIncome, WageIncome, Gross,
        new RatioMeasure("households.income-per-head", "人均纯收入", NetIncome, People, "元") { Good = GoodDirection.Up, IsChip = false },
        new RatioMeasure("households.wage-share", "工资性收入占比", WageIncome, Gross) { Good = GoodDirection.Up, IsChip = false },
        new RatioMeasure("households.safe-water-rate", "饮水安全率", SafeWater, All) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("households.by-type", All, [HouseholdLedger.Column(nameof(Household.Type))]),
        new("households.by-cause", All, [HouseholdLedger.Column(nameof(Household.MainCause))]),
        new("households.by-type-and-cause", All, [HouseholdLedger.Column(nameof(Household.Type)), HouseholdLedger.Column(nameof(Household.MainCause))]),
        new("households.income-by-type", NetIncome, [HouseholdLedger.Column(nameof(Household.Type))]),
    ];

    /// <summary>低收入户: income per person below the line of the as-of date, a dated setting.</summary>
    public static Measure LowIncome(SettingsDirectory settings) =>
        new RowMeasure<Household>("households.low-income", "低收入户", HouseholdLedger.Ledger, (_, today) =>
        {
            var line = settings.Number(IncomeLineKey, today, 0) * 100L;
            return Present(today, h => h.IncomePerHead < line);
        })
        { Good = GoodDirection.Down };

    /// <summary>Whether the household was in the books of its place on the day: identified, come, and not gone by then (变动 in date order).</summary>
    internal static Expression<Func<Household, bool>> Present(DateOnly today)
    {
        var month = today.Year * 100 + today.Month;
        return h => (h.IdentifiedIn == null || h.IdentifiedIn <= month) && (h.CameOn == null || h.CameOn <= today) && (h.EndedOn == null || h.EndedOn > today);
    }

    internal static Expression<Func<Household, bool>> Present(DateOnly today, Expression<Func<Household, bool>> where) => Conditions.Both(Present(today), where);

    /// <summary>The measures of a condition that another room decides.</summary>
    public static IEnumerable<Measure> Of(HouseholdCondition condition)
    {
        var count = new RowMeasure<Household>(condition.Key, condition.Title, HouseholdLedger.Ledger, (db, today) =>
        {
            var ids = condition.Ids(db, today);
            return condition.Negated ? Present(today, h => !ids.Contains(h.Id)) : Present(today, h => ids.Contains(h.Id));
        })
        { AlsoDependsOn = condition.DependsOn, Good = condition.Good, HasHistory = condition.HasHistory };
        yield return count;
        if (condition is { RateKey: { } key, RateTitle: { } title })
            yield return new RatioMeasure(key, title, count, All) { Good = condition.Good, HasHistory = condition.HasHistory, IsChip = false };
    }

    private static RowMeasure<Household> Count(string key, string title, GoodDirection good, Expression<Func<Household, bool>> where, bool isChip = true) =>
        new($"households.{key}", title, HouseholdLedger.Ledger, (_, today) => Present(today, where)) { Good = good, IsChip = isChip };

    private static RowMeasure<Household> Yuan(string key, string title, Expression<Func<Household, long>> value) => Sum(key, title, "元", 2, value);

    private static RowMeasure<Household> Sum(string key, string title, string unit, int scale, Expression<Func<Household, long>> value) =>
        new($"households.{key}", title, HouseholdLedger.Ledger, (_, today) => Present(today)) { Sum = value, Unit = unit, Scale = scale, IsChip = false };
}
