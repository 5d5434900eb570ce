using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>The households from which a sample is drawn (抽样总体), by their keys.</summary>
public sealed class SamplePool
{
    private static readonly char[] Blanks = [' ', '\t', '　', ',', '，', '、'];
    private readonly RegionTree _tree;
    private readonly Dictionary<string, HouseholdKey> _byKey;

    public SamplePool(IReadOnlyList<HouseholdKey> households, RegionTree tree)
    {
        _tree = tree;
        _byKey = households.ToDictionary(KeyOf);
        Candidates = [.. households.Select(h => new Candidate(h.Region, KeyOf(h)))];
    }

    public IReadOnlyList<Candidate> Candidates { get; }

    public string NameOf(long village) => _tree.NameOf(village);

    public HouseholdKey Of(Candidate candidate) => _byKey[candidate.Key];

    public IEnumerable<string> KeysOf(IReadOnlySet<long> ids) => _byKey.Where(p => ids.Contains(p.Value.Id)).Select(p => p.Key);

    /// <summary>The keys of the households that are written down, a line each; and the first line that names none, or several.</summary>
    public (HashSet<string> Keys, string? Unknown) Must(string lines)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Find(line) is not { } key) return (keys, line);
            keys.Add(key);
        }

        return (keys, null);
    }

    /// <summary>户编号; a household without one is known by its id in this store.</summary>
    public static string KeyOf(HouseholdKey household) => household.Number.Length > 0 ? household.Number : string.Create(CultureInfo.InvariantCulture, $"#{household.Id}");

    public static string KeyOf(Sample sample) => sample.HouseholdNumber.Length > 0 ? sample.HouseholdNumber : string.Create(CultureInfo.InvariantCulture, $"#{sample.HouseholdId}");

    private string? Find(string line)
    {
        if (_byKey.ContainsKey(line)) return line;
        var parts = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var found = _byKey.Where(p => p.Value.HeadName == parts[^1] && (parts.Length == 1 || _tree.NameOf(p.Value.Region).StartsWith(parts[0], StringComparison.Ordinal))).Take(2).ToList();
        return found.Count == 1 ? found[0].Key : null;
    }
}
