using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Live;

/// <summary>
/// Places, code lists and settings as this process holds them in memory (基础资料): read again when a change of them is seen,
/// whichever process made it.
/// </summary>
public sealed class ReferenceDirectories(RegionDirectory regions, CodeListDirectory codes, SettingsDirectory settings, RegionTotals totals, LedgerCatalog catalog)
{
    /// <summary>Under these names changes of reference data stand in the change table and in the audit trail.</summary>
    public const string OfRegions = "regions", OfCodeLists = "code-lists", OfSettings = "settings";

    /// <summary>Reads again what the names say has changed; whether there was anything.</summary>
    public async Task<bool> ReloadAsync(IEnumerable<string> changed, CancellationToken ct)
    {
        var any = false;
        foreach (var name in changed)
        {
            switch (name)
            {
                case OfRegions:
                    await regions.LoadAsync(ct);
                    totals.Clear();
                    break;
                case OfSettings:
                    await settings.LoadAsync(ct);
                    totals.Clear();
                    break;
                case OfCodeLists:
                    await codes.LoadAsync(ct);
                    break;
                default:
                    continue;
            }

            any = true;
        }

        return any;
    }

    /// <summary>Reference data are read by every page: for those that listen, every ledger has changed everywhere.</summary>
    public void Widen(Dictionary<string, IReadOnlySet<long>> changes)
    {
        IReadOnlySet<long> everywhere = regions.Tree.Nodes.Select(n => n.Key).ToHashSet();
        foreach (var ledger in catalog.Ledgers) changes[ledger.Key] = everywhere;
    }
}
