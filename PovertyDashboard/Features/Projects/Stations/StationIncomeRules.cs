using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Stations;

/// <summary>Rules over one month of a station (光伏收益表内校验); pure, in whole fen.</summary>
public static class StationIncomeRules
{
    /// <summary>Hundredths of a kWh times 1/10,000 yuan are millionths of a yuan: 10,000 of them are a fen.</summary>
    private const long MillionthsPerFen = 10_000;

    public static IEnumerable<Fault> Check(StationIncome income, RowContext context)
    {
        if (income.Year * 100 + income.MonthOfYear > context.Today.Year * 100 + context.Today.Month)
            yield return new Fault("月", string.Create(CultureInfo.InvariantCulture, $"月：还没有到（“{income.Year}-{income.MonthOfYear:00}”）。请填写不晚于本月的月份。"));
        if ((income.EnergyFee ?? FeeOf(income.Energy, income.Price)) is null) yield return new Fault("电费金额", "电费金额：没有填写，也没有标杆电价可以计算。请填写其中一项。");
        if (income.SubsidyReceivedOn is not null && income.SubsidyPaid is null) yield return new Fault("补贴实收", $"补贴实收：填了补贴到账日期（{income.SubsidyReceivedOn:yyyy-MM-dd}），没有填金额。请填写实收金额。");
        if (Differs("合计", income.WrittenTotal, TotalOf(income), "电费金额加补贴应收") is { } total) yield return total;
        if (Differs("可分配额", income.WrittenDistributable, DistributableOf(income), "电费金额加补贴实收，减运维费和土地租金，") is { } left) yield return left;
    }

    /// <summary>What is not given but follows; run before each save.</summary>
    public static void Fill(StationIncome income)
    {
        income.Month = income.Year * 100 + income.MonthOfYear;
        income.EnergyFee ??= FeeOf(income.Energy, income.Price);
        income.SubsidyDue ??= FeeOf(income.Energy, income.SubsidyPrice);
        (income.Total, income.Distributable) = (TotalOf(income), DistributableOf(income));
    }

    /// <summary>Electricity × price in fen, half a fen away from zero; null where one is not given.</summary>
    public static long? FeeOf(long? energy, long? price) =>
        energy is { } kwh && price is { } yuan ? (long)((Int128)kwh * yuan * 2 / MillionthsPerFen + 1) / 2 : null;

    public static long TotalOf(StationIncome income) => Fee(income) + (income.SubsidyDue ?? FeeOf(income.Energy, income.SubsidyPrice) ?? 0);

    public static long DistributableOf(StationIncome income) => Fee(income) + (income.SubsidyPaid ?? 0) - (income.Upkeep ?? 0) - (income.Rent ?? 0);

    private static long Fee(StationIncome income) => income.EnergyFee ?? FeeOf(income.Energy, income.Price) ?? 0;

    private static Fault? Differs(string header, long? written, long right, string how) => written is not { } given || given == right
        ? null
        : new Fault(header, $"{header}：填的是 {ProjectText.Yuan(given)} 元，{how}是 {ProjectText.Yuan(right)} 元。请核对后改为一致，或不填，由系统计算。");
}
