using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>How many households a village gives by its size (按惯例的抽样户数): 50 of 50 and more, 25 of fewer [local rule, domain facts section 10].</summary>
public sealed record SampleLimits(int LargeFrom, int OfLarge, int OfSmall)
{
    public const string LargeFromKey = "inspection.sample.large-from", OfLargeKey = "inspection.sample.large", OfSmallKey = "inspection.sample.small";

    private const int DefaultLarge = 50, DefaultSmall = 25;

    public static SampleLimits On(SettingsDirectory settings, DateOnly day) =>
        new(settings.Number(LargeFromKey, day, DefaultLarge), settings.Number(OfLargeKey, day, DefaultLarge), settings.Number(OfSmallKey, day, DefaultSmall));

    /// <summary>A village with fewer households than that gives all of them.</summary>
    public int Of(int households) => Math.Min(households, households >= LargeFrom ? OfLarge : OfSmall);
}

/// <summary>From what was asked for to the numbers of each village (抽样户数分配); pure.</summary>
public static class SampleSizes
{
    private const int MostNamed = 3;

    /// <summary>The numbers, or why they cannot be drawn.</summary>
    public static (SampleQuota? Quota, Fault? Fault) Of(SampleRequest request, SamplePool pool, IReadOnlySet<string> must, SampleLimits limits)
    {
        if (pool.Candidates.Count == 0) return (null, new Fault("抽样范围", "抽样范围：所选的村没有在册户。请选其他的村，或先登记户。"));
        var counts = pool.Candidates.GroupBy(c => c.Village).ToDictionary(g => g.Key, g => g.Count());
        var reserve = request.Reserve ?? 0;
        if (request.Spread == SampleSpread.Total)
        {
            if (request.Size > pool.Candidates.Count)
                return (null, new Fault("抽样户数", $"抽样户数：要抽 {request.Size} 户，所选的 {request.Villages.Count} 个村在册只有 {pool.Candidates.Count} 户。请减少户数，或多选几个村。"));
            return must.Count > request.Size ? (null, TooManyMust(must.Count, request.Size.Value)) : (new SampleQuota([new Stratum(0, request.Size!.Value, reserve)]), null);
        }

        var strata = request.Villages.Order().Select(v => new Stratum(v, SizeOf(request, counts.GetValueOrDefault(v), limits), reserve)).ToList();
        var tooSmall = strata.Where(s => s.Size > counts.GetValueOrDefault(s.Village)).ToList();
        if (tooSmall.Count > 0) return (null, TooSmall(request.Size!.Value, tooSmall, counts, pool));
        foreach (var stratum in strata)
            if (pool.Candidates.Count(c => c.Village == stratum.Village && must.Contains(c.Key)) is var count && count > stratum.Size) return (null, TooManyMust(count, stratum.Size));
        return (new SampleQuota(strata), null);
    }

    private static int SizeOf(SampleRequest request, int households, SampleLimits limits) => request.Spread == SampleSpread.BySize ? limits.Of(households) : request.Size!.Value;

    private static Fault TooManyMust(int must, int size) => new("必抽户", $"必抽户：有 {must} 户必抽，抽样户数只有 {size} 户。请增加抽样户数，或减少必抽户。");

    private static Fault TooSmall(int size, List<Stratum> villages, Dictionary<long, int> counts, SamplePool pool)
    {
        var named = string.Join("、", villages.Take(MostNamed).Select(v => $"{pool.NameOf(v.Village)}只有 {counts.GetValueOrDefault(v.Village)} 户"));
        return new Fault("抽样户数", $"抽样户数：每村要抽 {size} 户，有 {villages.Count} 个村在册不足（{named}{(villages.Count > MostNamed ? " 等" : "")}）。请减少户数，或去掉这些村。");
    }
}
