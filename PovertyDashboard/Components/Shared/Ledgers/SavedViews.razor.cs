using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Conditions that a user keeps under a name (常用条件), apart for each ledger.</summary>
public sealed partial class SavedViews : ComponentBase
{
    private readonly string id = $"saved-{Guid.NewGuid():N}";
    private string name = "";
    private string? fault;

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerQuery Query { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerSettings Settings { get; set; } = default!;

    [Parameter]
    public EventCallback<LedgerSettings> OnSettings { get; set; }

    private string HrefOf(SavedView view) => LedgerAddress.Page(Ledger, LedgerQuery.Parse(view.Query, Query.Seal));

    private Task RemoveAsync(SavedView view) => OnSettings.InvokeAsync(Settings with { Views = [.. Settings.Views.Where(v => v != view)] });

    private async Task SaveAsync()
    {
        var title = name.Trim();
        fault = title.Length == 0 ? "名称：没有填写。请填写名称，例如 本月逾期。" : null;
        if (fault is not null) return;
        var view = new SavedView(title, (Query with { Cursor = "" }).ToQueryString(withPage: false));
        await OnSettings.InvokeAsync(Settings with { Views = [.. Settings.Views.Where(v => v.Name != title), view] });
        name = "";
    }
}
