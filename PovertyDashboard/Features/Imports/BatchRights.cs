using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>Who may see, take away and undo a batch (批次权限): a file holds personal numbers and rows that were refused for good reasons.</summary>
public static class BatchRights
{
    public const string Everywhere = "*";

    /// <summary>The places of a user as a batch keeps them.</summary>
    public static string ScopeOf(UserIdentity user) =>
        user.Scope.IsEverything ? Everywhere : string.Join(',', user.Scope.Roots.Select(r => r.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Its user, and those who could have uploaded it themselves.</summary>
    public static bool MaySee(ImportBatch batch, UserIdentity user, LedgerCatalog catalog) =>
        batch.User == user.Name || (batch.State is BatchState.Done or BatchState.Undone && Could(batch, user, catalog) && user.May(Act.ExportFull));

    /// <summary>Whoever may still import these ledgers in all those places; the user himself may have lost the right since.</summary>
    public static bool MayOpen(ImportBatch batch, UserIdentity user, LedgerCatalog catalog) => MaySee(batch, user, catalog) && Could(batch, user, catalog);

    private static bool Could(ImportBatch batch, UserIdentity user, LedgerCatalog catalog) =>
        user.May(Act.Import) && user.Scope.Households is null && Covers(user.Scope, batch.Scope) && LedgersOf(batch).All(key => catalog.Ledger(key) is { } ledger && ledger.IsKeptBy(user));

    private static bool Covers(RegionScope scope, string places) =>
        scope.IsEverything || (places != Everywhere && places.Length > 0 && places.Split(',').All(key => scope.Contains(long.Parse(key, CultureInfo.InvariantCulture))));

    private static string[] LedgersOf(ImportBatch batch) => batch.Ledgers.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
