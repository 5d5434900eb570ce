using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>One total of an income sheet with the lines that it is the sum of (合计与明细).</summary>
/// <param name="Header">Header of the total.</param>
public sealed record IncomeSum(string Header, Func<Income, long?> Total, Action<Income, long?> Put, Func<Income, long?[]> Lines)
{
    /// <summary>The sum of the lines that are given; null where none is.</summary>
    public long? Of(Income income)
    {
        var lines = Lines(income);
        return Array.TrueForAll(lines, l => l is null) ? null : lines.Sum(l => l ?? 0);
    }
}

/// <summary>
/// The arithmetic of an income sheet (收入计算), in whole fen, domain facts 3.4: 纯收入 = 工资性 + 生产经营性 + 财产性 + 转移性 − 生产经营性支出;
/// 人均 = 纯收入 ÷ 家庭人口数, half a fen away from zero.
/// </summary>
public static class IncomeSums
{
    public static readonly IncomeSum Wage = new("工资性收入", i => i.WageIncome, (i, v) => i.WageIncome = v, i => [i.Labour, i.DepartmentPost, i.TownshipPost, i.VillagePost]);

    public static readonly IncomeSum Business = new("生产经营性收入", i => i.BusinessIncome, (i, v) => i.BusinessIncome = v, i => [i.Crops, i.Livestock, i.Orchard, i.OtherBusiness]);

    public static readonly IncomeSum Cost = new("生产经营性支出", i => i.BusinessCost, (i, v) => i.BusinessCost = v, i => [i.CropCost, i.LivestockCost, i.OrchardCost, i.OtherCost]);

    public static readonly IncomeSum Property = new("财产性收入", i => i.PropertyIncome, (i, v) => i.PropertyIncome = v, i => [i.Dividend, i.LandRent, i.OtherProperty]);

    public static readonly IncomeSum Transfer = new(
        "转移性收入", i => i.TransferIncome, (i, v) => i.TransferIncome = v,
        i => [i.FamilyPlanning, i.LivingAllowance, i.Destitute, i.Pension, i.Ecology, i.SoilSubsidy, i.OldAge, i.Disability, i.SchoolAid, i.Support, i.Veterans, i.Heating, i.Relief, i.OtherTransfer]);

    public static readonly IReadOnlyList<IncomeSum> All = [Wage, Business, Cost, Property, Transfer];

    /// <summary>纯收入 by the totals, each as given or as its lines yield; null while none is known.</summary>
    public static long? NetOf(Income income)
    {
        var (wage, business, property, transfer) = (Value(Wage, income), Value(Business, income), Value(Property, income), Value(Transfer, income));
        return (wage ?? business ?? property ?? transfer) is null ? null : (wage ?? 0) + (business ?? 0) + (property ?? 0) + (transfer ?? 0) - (Value(Cost, income) ?? 0);
    }

    /// <summary>Totals that are not given but follow; run before each save.</summary>
    public static void Fill(Income income)
    {
        foreach (var sum in All)
            if (sum.Total(income) is null) sum.Put(income, sum.Of(income));
        income.NetIncome ??= NetOf(income);
        income.PerHead ??= HouseholdRules.PerHead(income.NetIncome, income.Size);
    }

    /// <summary>Given totals that are not what their lines yield, each in a sentence with both numbers.</summary>
    public static IEnumerable<Fault> Contradictions(Income income)
    {
        foreach (var sum in All)
            if (FaultOf(sum.Header, sum.Total(income), sum.Of(income), "明细合计") is { } fault) yield return fault;
        if (FaultOf("纯收入", income.NetIncome, NetOf(income), "四类收入合计减生产经营性支出") is { } net) yield return net;
        if (FaultOf("人均纯收入", income.PerHead, HouseholdRules.PerHead(income.NetIncome ?? NetOf(income), income.Size), "纯收入除以家庭人口数") is { } head) yield return head;
    }

    private static long? Value(IncomeSum sum, Income income) => sum.Total(income) ?? sum.Of(income);

    private static Fault? FaultOf(string header, long? given, long? computed, string how) => given is not { } written || computed is not { } right || written == right
        ? null
        : new Fault(header, string.Create(CultureInfo.InvariantCulture, $"{header}：填的是 {ColumnText.Scaled(written, 2)} 元，{how}是 {ColumnText.Scaled(right, 2)} 元，相差 {ColumnText.Scaled(Math.Abs(written - right), 2)} 元。请核对后改为一致，或把{header}清空，由系统计算。"));
}
