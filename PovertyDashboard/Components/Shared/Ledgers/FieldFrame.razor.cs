using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Label, fault and help around an input (字段); the input names them by aria-describedby.</summary>
public sealed partial class FieldFrame : ComponentBase
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public bool Required { get; set; }

    /// <summary>Whether several inputs stand under the label, which then names their group.</summary>
    [Parameter]
    public bool IsGroup { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The ids that describe an input; null where there are none.</summary>
    public static string? DescribedBy(string id, string? fault, string? help) => (string.IsNullOrEmpty(fault), string.IsNullOrEmpty(help)) switch
    {
        (true, true) => null,
        (false, true) => $"{id}-fault",
        (true, false) => $"{id}-help",
        _ => $"{id}-fault {id}-help",
    };
}
