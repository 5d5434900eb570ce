using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Administration;

/// <summary>Why a form was not saved, or what must be confirmed first (表单提示).</summary>
public sealed partial class FormNotices : ComponentBase
{
    [Parameter, EditorRequired]
    public AdminOutcome? Outcome { get; set; }
}
