using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.DatedSettings;

/// <summary>The local rules with their values and days (设置): what holds today, what is to come, and where it comes from.</summary>
public sealed partial class SettingsPage(SettingService service, Clock clock, LiveFeed feed, IDialogService dialogs, ISnackbar snackbar) : ComponentBase, IDisposable
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
    private IReadOnlyList<SettingLine> lines = [];
    private IDisposable? subscription;
    private string find = "";

    private string Today => ColumnText.Day(clock.Today);

    private IReadOnlyList<SettingLine> Shown =>
        [.. lines.Where(l => l.Title.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase) || l.Present?.Source.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase) == true)];

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized()
    {
        lines = service.List();
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => batch.Touches([ReferenceDirectories.OfSettings]) ? InvokeAsync(Follow) : Task.CompletedTask);
    }

    private static string Verb(SettingLine line) => line.Definition.IsFixed ? "看记录" : "改";

    private void Follow()
    {
        lines = service.List();
        StateHasChanged();
    }

    private async Task OpenAsync(SettingLine line)
    {
        var dialog = await dialogs.ShowAsync<SettingDialog>(null, new DialogParameters<SettingDialog> { { d => d.Line, line } }, Form);
        if (await dialog.Result is not { Canceled: false, Data: AdminOutcome outcome }) return;
        snackbar.Add(outcome.Message, Severity.Success);
        lines = service.List();
    }
}
