using System.Security.Cryptography;
using System.Text;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>A household of the frozen list (总体中的一户).</summary>
/// <param name="Village">Key of its village.</param>
/// <param name="Key">户编号, or # and the id of the household in the store where it has none.</param>
public sealed record Candidate(long Village, string Key);

/// <summary>A drawn household with its order (抽中户).</summary>
public sealed record Drawn(int Order, Candidate Household, string Kind);

/// <summary>
/// The draw (抽样), pure and the same on every machine and in every version: households are ordered by the SHA-256 of seed and key, and the
/// first ones are taken; no random generator of a runtime takes part. Those that must be drawn come first (当年退出户必抽).
/// </summary>
public static class SampleDraw
{
    /// <param name="seed">The seed as it was given.</param>
    /// <param name="population">The frozen list.</param>
    /// <param name="must">Keys of the households that must be drawn.</param>
    /// <param name="quota">How many, from where.</param>
    /// <returns>The sample in its order, then the reserve in its own.</returns>
    public static IReadOnlyList<Drawn> Draw(string seed, IReadOnlyCollection<Candidate> population, IReadOnlySet<string> must, SampleQuota quota)
    {
        var (sample, reserve) = (new List<(Candidate Household, string Kind)>(), new List<Candidate>());
        foreach (var stratum in quota.Strata.OrderBy(s => s.Village))
        {
            var ordered = population.Where(c => stratum.Village == 0 || c.Village == stratum.Village).OrderBy(c => Ticket(seed, c.Key), StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
            var first = ordered.Where(c => must.Contains(c.Key)).ToList();
            var rest = ordered.Where(c => !must.Contains(c.Key)).ToList();
            var drawn = Math.Max(0, stratum.Size - first.Count);
            sample.AddRange(first.Select(c => (c, SampleKind.Must)));
            sample.AddRange(rest.Take(drawn).Select(c => (c, SampleKind.Random)));
            reserve.AddRange(rest.Skip(drawn).Take(stratum.Reserve));
        }

        return [.. sample.Concat(reserve.Select(c => (Household: c, Kind: SampleKind.Reserve))).Select((d, i) => new Drawn(i + 1, d.Household, d.Kind))];
    }

    /// <summary>The household's ticket: SHA-256 of seed|key, in lower-case hexadecimal; whoever doubts a draw can make it by hand.</summary>
    public static string Ticket(string seed, string key) => Hash($"{seed}|{key}");

    /// <summary>SHA-256 of the frozen list: village, tab and key of each household, a line each, in the order of village and key.</summary>
    public static string HashOf(IEnumerable<Candidate> population) => Hash(Freeze(population));

    /// <summary>The frozen list as text.</summary>
    public static string Freeze(IEnumerable<Candidate> population) =>
        string.Join('\n', population.OrderBy(c => c.Village).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Village}\t{c.Key}")));

    public static IReadOnlyList<Candidate> Thaw(string frozen) =>
        [.. frozen.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(p => new Candidate(long.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture), p[1]))];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
