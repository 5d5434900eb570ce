using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>Days left or overdue (时限标签); it stands beside the deadline and leaves the state's chip as it is.</summary>
public sealed partial class DeadlineChip : ComponentBase
{
    /// <summary>From this many days left on, the chip asks for attention.</summary>
    private const int NearDays = 3;

    [Parameter, EditorRequired]
    public DateOnly Deadline { get; set; }

    /// <summary>The product's one as-of date.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>A closed entry is never late.</summary>
    [Parameter]
    public bool IsClosed { get; set; }
}
