using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Title, scope and toolbar of a ledger's page (台账页头).</summary>
public sealed partial class LedgerHeader(RegionDirectory regions, LedgerPageReader reader, IDialogService dialogs) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    [Parameter, EditorRequired]
    public LedgerSettings Settings { get; set; } = default!;

    /// <summary>Every column, once they are known.</summary>
    [Parameter]
    public IReadOnlyList<Column>? Columns { get; set; }

    /// <summary>Rows of the list.</summary>
    [Parameter]
    public long Total { get; set; }

    /// <summary>How many pushes the page has followed.</summary>
    [Parameter]
    public long Changes { get; set; }

    [Parameter]
    public EventCallback<LedgerSettings> OnSettings { get; set; }

    private bool MayAdd => View.Ledger.MayEdit(View.User) && Presentation?.MayAdd != false;

    private bool MayImport => View.Ledger.Importable && View.User.May(Act.Import) && View.Ledger.IsKeptBy(View.User);

    private long Region => reader.RegionOf(View.Query);

    private IReadOnlyList<Column> Shown => Settings.Visible(Columns!, RegionKey.LevelOf(Region));

    /// <summary>销号管理 · 韩集镇 · 11 个村.</summary>
    private string Scope
    {
        get
        {
            var villages = regions.Tree.VillagesOf(Region).Count(v => View.User.Scope.Contains(v.Key));
            var parts = new[]
            {
                Presentation?.Area,
                View.User.Scope.NameOf(Region, regions.Tree),
                RegionKey.LevelOf(Region) == RegionLevel.Village ? null : string.Create(CultureInfo.InvariantCulture, $"{villages:#,0} 个村"),
            };
            return string.Join(" · ", parts.Where(p => p is not null));
        }
    }

    private Task ExportAsync() => ExportDialog.OpenAsync(dialogs, View, View.Query, Shown, Total);

    private async Task ChooseAsync()
    {
        var parameters = new DialogParameters<ColumnsDialog> { { d => d.Columns, Columns! }, { d => d.Settings, Settings }, { d => d.Level, RegionKey.LevelOf(Region) } };
        var dialog = await dialogs.ShowAsync<ColumnsDialog>("列设置", parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
        if (await dialog.Result is { Canceled: false, Data: LedgerSettings chosen }) await OnSettings.InvokeAsync(chosen);
    }
}
