using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The month that is shown, with the way to the one before and after it (月份切换).</summary>
public sealed partial class MonthSteps : ComponentBase
{
    /// <summary>The month as yyyymm.</summary>
    [Parameter, EditorRequired]
    public int Month { get; set; }

    /// <summary>The last month that can be shown.</summary>
    [Parameter, EditorRequired]
    public int Last { get; set; }

    /// <summary>The address of the page for a month.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Href { get; set; } = default!;
}
