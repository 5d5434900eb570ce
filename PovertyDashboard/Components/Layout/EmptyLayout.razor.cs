using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Layout;

/// <summary>No chrome at all (空白框架), for the sign-in and the big screen.</summary>
public sealed partial class EmptyLayout
{
    private PageErrorBoundary? boundary;

    [CascadingParameter(Name = "Dark")]
    private bool Dark { get; set; }

    protected override void OnParametersSet() => boundary?.Recover();
}
