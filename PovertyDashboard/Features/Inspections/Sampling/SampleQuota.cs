using System.Globalization;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>How many households are drawn from one village, or from all together where the village is 0 (抽样层).</summary>
/// <param name="Village">Key of the village; 0 for all chosen villages together.</param>
/// <param name="Size">Households of the sample, those that must be drawn included.</param>
/// <param name="Reserve">Households of the reserve (备选), in the order in which they are called upon.</param>
public sealed record Stratum(long Village, int Size, int Reserve);

/// <summary>How a sample is spread over the villages (抽样分配); kept as text with the frozen list.</summary>
public sealed record SampleQuota(IReadOnlyList<Stratum> Strata)
{
    /// <summary>0:30:5, or one part for each village.</summary>
    public override string ToString() => string.Join(';', Strata.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Village}:{s.Size}:{s.Reserve}")));

    public static SampleQuota Parse(string text) => new(
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).Select(p => new Stratum(long.Parse(p[0], CultureInfo.InvariantCulture), Number(p[1]), Number(p[2])))]);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>How the number of households is decided (抽样方式).</summary>
public enum SampleSpread
{
    /// <summary>A number over all chosen villages together (合计).</summary>
    Total,

    /// <summary>The same number in each village (每村).</summary>
    EachVillage,

    /// <summary>By the size of each village, as the settings say (按惯例): 50 households and more, or fewer.</summary>
    BySize,
}
