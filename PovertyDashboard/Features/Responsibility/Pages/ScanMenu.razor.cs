using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>Opens the scans or photos of a row (扫描件、照片) from its menu.</summary>
public sealed partial class ScanMenu(IDialogService dialogs) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private string Word => Row is Pledge ? "扫描件" : "照片";

    private Task ShowAsync() => PicturesDialog.ShowAsync(dialogs, View, Row, $"{View.Ledger.NameOf(Row)} · {Word}", Row is Pledge ? "把签好字的每一页拍照或扫描后添加。" : "");
}
