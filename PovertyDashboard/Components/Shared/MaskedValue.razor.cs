using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>An ID, telephone or card number that is shown in full only on demand (脱敏值), for 30 seconds and recorded by who reveals it.</summary>
public sealed partial class MaskedValue(TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    private ITimer? timer;
    private string? full;
    private string? maskedOfFull;
    private bool isBusy;

    /// <summary>The masked text, such as 371599********0017.</summary>
    [Parameter, EditorRequired]
    public string? Masked { get; set; }

    /// <summary>What it is, such as 证件号码.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Reads and records the full value; null where the user may not see it, then there is no eye.</summary>
    [Parameter]
    public Func<Task<string?>>? Reveal { get; set; }

    public void Dispose() => timer?.Dispose();

    // A table re-uses the component for another row: its value must not stay.
    protected override void OnParametersSet()
    {
        if (full is not null && (Masked != maskedOfFull || Reveal is null)) Hide();
    }

    private async Task ToggleAsync()
    {
        if (full is not null)
        {
            Hide();
            return;
        }
        isBusy = true;
        try
        {
            maskedOfFull = Masked;
            full = await Reveal!();
        }
        finally
        {
            isBusy = false;
        }
        if (full is null) return;
        timer?.Dispose();
        timer = time.CreateTimer(_ => _ = InvokeAsync(() => { Hide(); StateHasChanged(); }), null, Shown, Timeout.InfiniteTimeSpan);
    }

    private void Hide()
    {
        timer?.Dispose();
        timer = null;
        full = null;
    }
}
