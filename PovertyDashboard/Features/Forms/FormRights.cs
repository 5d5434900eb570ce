using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>Who may bring and fill forms (套表权限): whoever keeps the ledgers brings them, whoever may export what is in them fills them.</summary>
public static class FormRights
{
    public const string OnlyKeepers = "您的账号不能上传和修改套表。请由扶贫办的人办理。";

    public static bool MayKeep(this UserIdentity user) => user.May(Act.Write) && user.May(Act.Import) && user.Scope.Households is null;

    /// <summary>The place to which a new form belongs; null where the user has none.</summary>
    public static long? OwnerOf(RegionScope scope, Regions.RegionTree tree) =>
        scope.HomeIn(tree) is { } home && scope.Contains(home) ? home : scope.Roots.Count > 0 ? scope.Roots[0] : null;

    /// <summary>Why the user may not take out what the layout names, or null.</summary>
    public static string? RefusalOf(this UserIdentity user, FormLayout layout, LedgerCatalog catalog)
    {
        if (!user.May(Act.Export)) return "您的账号不能导出，因此不能填写套表。";
        var closed = LedgersOf(layout, catalog).FirstOrDefault(l => !user.MayList(l));
        return closed is null ? null : $"这张套表用到「{closed.Title}」。{closed.WhoLists()}";
    }

    /// <summary>Whether the user may take the form out with the full numbers of persons.</summary>
    public static bool MayFillFull(this UserIdentity user, FormLayout layout, LedgerCatalog catalog) =>
        layout.Blocks.Count > 0 && layout.Blocks.All(b => catalog.Ledger(b.Ledger) is { } ledger && user.MayExportFull(ledger));

    private static IEnumerable<Ledger> LedgersOf(FormLayout layout, LedgerCatalog catalog) => layout.Blocks.Select(b => catalog.Ledger(b.Ledger)).OfType<Ledger>()
        .Concat(layout.Placements.Where(p => p.Kind == PlacementKind.Measure).Select(p => p.Key).Concat(layout.Blocks.Select(b => b.Measure)).Select(catalog.Measure).OfType<Measure>().SelectMany(catalog.LedgersOf));
}
