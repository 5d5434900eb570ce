using Microsoft.AspNetCore.Components;
using PovertyDashboard.Loop;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared;

/// <summary>A second look that waits (待复查): passed, or the problem opens again.</summary>
public sealed partial class RecheckCard(RecheckDesk desk, Clock clock) : ComponentBase
{
    private string note = "";
    private string? fault;

    [Parameter, EditorRequired]
    public Recheck Recheck { get; set; } = default!;

    /// <summary>The village, where the card stands among those of other households.</summary>
    [Parameter]
    public string? Place { get; set; }

    [Parameter]
    public bool CanTick { get; set; }

    /// <summary>Told after the second look is stored.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private async Task RecordAsync(bool passed)
    {
        fault = await desk.RecordAsync(Recheck.Id, Recheck.Version, passed, note, CancellationToken.None);
        if (fault is null) await Changed.InvokeAsync();
    }
}
