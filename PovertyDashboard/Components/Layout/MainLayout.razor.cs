using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Layout;

/// <summary>App bar, menu and content (主框架) of every page but the sign-in and the big screen.</summary>
public sealed partial class MainLayout(IEnumerable<AppBarPart> parts, NavigationManager navigation, Clock clock, IJSRuntime js)
{
    private PageErrorBoundary? boundary;
    private bool dark;

    [CascadingParameter(Name = "Dark")]
    private bool Dark { get; set; }

    /// <summary>The day at which the store stands, for every page; null where it follows the calendar.</summary>
    private string? AsOf => clock.AsOf is { } day ? $"数据截至 {ColumnText.Day(day)}" : null;

    private string Path => navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    /// <summary>The overview has the wide menu; ledgers and other work pages have the rail, unless the user chose otherwise.</summary>
    private bool IsHome => Path.Split('?')[0].Length == 0;

    private string SkipHref => $"/{Path}#content";

    protected override void OnInitialized() => dark = Dark;

    // A page that failed must not keep the next one from showing.
    protected override void OnParametersSet() => boundary?.Recover();

    private async Task ChangeThemeAsync(bool value)
    {
        dark = value;
        await js.InvokeVoidAsync("shell.setTheme", value ? Preferences.Dark : Preferences.Light);
    }
}
