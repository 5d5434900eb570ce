using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>
/// Asks which household of the village a row's written name means (关联户), for names that match none or several;
/// the name stays as written. Closes with the verb that was done.
/// </summary>
public sealed partial class HouseholdLinkDialog(LedgerEditor editor, HouseholdFinder finder, RegionDirectory regions) : ComponentBase
{
    private const string Help = "只列这个村的户；原来写的名字不变";

    private string text = "";
    private long? chosen;
    private string? fault;
    private string? refusal;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>A row that names a household.</summary>
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    private IHouseholdRow Named => (IHouseholdRow)Row;

    private string Village => regions.Tree.NameOf(Row.Region);

    private string Subject => $"{Village} · {Named.HouseholdName}";

    private async Task<IReadOnlyList<LookupItem>> FindAsync(string part)
    {
        var found = await finder.SearchAsync(part, Row.Region, CancellationToken.None);
        return [.. found.Select(h => new LookupItem(h.Id, h.HeadName, h.Number))];
    }

    private void Type(string typed) => (text, chosen, fault) = (typed, null, null);

    private void Pick(LookupItem item) => (text, chosen, fault) = ($"{item.Title} {item.Note}", item.Key, null);

    private Task LinkAsync()
    {
        if (chosen is not null) return SaveAsync(chosen);
        fault = text.Trim().Length == 0 ? "户：没有选择。请从列表中选择一户。" : $"户：没有选定（“{text.Trim()}”）。请从列表中选择一户。";
        return Task.CompletedTask;
    }

    private async Task SaveAsync(long? household)
    {
        if (busy) return;
        (busy, refusal) = (true, null);
        switch (await editor.LinkAsync(Ledger, Row.Id, Row.Version, household, CancellationToken.None))
        {
            case RowSaved:
                Dialog.Close(DialogResult.Ok(household is null ? "取消关联" : "关联"));
                break;
            case RowConflict conflict:
                refusal = $"没有保存：{conflict.Who} {Clock.ToLocal(conflict.When).ToString("HH:mm", CultureInfo.InvariantCulture)} 改过这一行。请取消后刷新再关联。";
                break;
            case RowRefused refused:
                refusal = refused.Sentence;
                break;
            default:
                break;
        }

        busy = false;
    }
}
