using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The last cell of a row (操作): the room's next step, then 修改 and 删除 under ⋮.</summary>
public sealed partial class LedgerRowActions(LedgerRowDialogs dialogs, HouseholdFinder finder) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    private bool MayEdit => View.Ledger.MayEdit(View.User) && (Presentation?.MayEdit?.Invoke(Row, View.User) ?? true) && View.User.Scope.Contains(Row.Region);

    private bool MayDelete => MayEdit && View.User.May(Act.Delete);

    private bool MayLink => MayEdit && finder.IsAvailable && HouseholdLinks.IsUnlinked(Row);

    /// <summary>Whether rows have a menu: for users who may change the ledger's rows.</summary>
    public static bool HasMenu(LedgerView view, LedgerPresentation? presentation) => view.User.MayAny(view.Ledger.Writers);

    private async Task LinkAsync()
    {
        if (await dialogs.LinkAsync(Row, View)) await View.ReloadAsync();
    }
}
