using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Demo;

/// <summary>Makes 示例 rows of stations, by the prices of the region (S8, domain facts section 8) and the sun of the months.</summary>
internal static class ExampleRows
{
    public const string Mark = "示例";

    private const long Price = 3949, SubsidyPrice = 4200;

    /// <summary>kWh per kW of each month; 1,214 a year.</summary>
    private static readonly int[] Sun = [74, 88, 100, 109, 116, 120, 120, 116, 109, 100, 88, 74];

    public static Project Station(long village, string name, long capacity) => new()
    {
        Region = village,
        Name = name,
        Kind = ProjectKind.VillageStation,
        Capacity = capacity,
        Investment = capacity * 7_000,
        Funding = "财政专项扶贫资金",
        GridOn = new(2017, 6, 20),
        AnnualIncome = capacity * 800,
        Remark = Mark,
    };

    /// <summary>The months of a year; the subsidy of a quarter comes with its last month, that of the last two quarters of a year later.</summary>
    /// <param name="percent">How well it ran.</param>
    public static IEnumerable<StationIncome> Months(Project station, int year, int count, int percent, DateOnly today) => Enumerable.Range(1, count).Select(month =>
    {
        var energy = station.Capacity!.Value * Sun[month - 1] * percent / 100;
        var isPaid = month % 3 == 0 && new DateOnly(year, month, 1).AddMonths(3) <= today;
        return new StationIncome
        {
            Region = station.Region,
            ProjectId = station.Id,
            Station = station.Name,
            Year = year,
            MonthOfYear = month,
            Capacity = station.Capacity,
            Energy = energy,
            Price = Price,
            SubsidyPrice = SubsidyPrice,
            ReceivedOn = new DateOnly(year, month, 20).AddMonths(1) is var day && day <= today ? day : null,
            SubsidyPaid = isPaid ? StationIncomeRules.FeeOf(energy, SubsidyPrice) : null,
            SubsidyReceivedOn = isPaid ? new DateOnly(year, month, 25) : null,
            Upkeep = station.Capacity.Value / 2,
            Remark = Mark,
        };
    });

    /// <summary>What a village gives out of its station's money: most of it for work, a little as aid, the rest to the collective; together the whole amount.</summary>
    public static IEnumerable<Distribution> Plan(Project station, long village, int year, long fen, IReadOnlyList<HouseholdKey> homes, DateOnly? posted, DateOnly? paid)
    {
        if (fen <= 0 || homes.Count == 0) yield break;
        var parts = FenSplit.By(fen, [70, 14, 6, 10]);
        var workers = homes.Take(3).ToList();
        foreach (var (home, amount) in workers.Zip(FenSplit.Equally(parts[0], workers.Count))) yield return Row(home, DistributionClass.Post, "村级保洁、护路岗位工资", amount);
        yield return Row(homes[^1], DistributionClass.Labour, "村内道路清扫劳务", parts[1]);
        yield return Row(homes[homes.Count / 2], DistributionClass.Aid, "因病临时困难", parts[2]);
        yield return Row(null, DistributionClass.Collective, "留作村级公益事业", parts[3]);

        Distribution Row(HouseholdKey? home, string type, string reason, long amount) => new()
        {
            Region = village,
            Year = year,
            ProjectId = station.Id,
            ProjectName = station.Name,
            HouseholdId = home?.Id,
            HouseholdName = home?.HeadName ?? "",
            HouseholdNumber = home?.Number ?? "",
            Class = type,
            Reason = reason,
            Amount = amount,
            PostedFrom = posted,
            PaidOn = paid,
            Signed = paid is null ? null : true,
            Remark = Mark,
        };
    }
}
