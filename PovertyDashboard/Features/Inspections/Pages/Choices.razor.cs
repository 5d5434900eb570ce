using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>One of several answers under the thumb (选项按钮), 52 px high.</summary>
public sealed partial class Choices : ComponentBase
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Options { get; set; } = [];

    /// <summary>What is chosen; several are separated by ；.</summary>
    [Parameter]
    public string Value { get; set; } = "";

    /// <summary>Options that count as a finding.</summary>
    [Parameter]
    public IReadOnlyList<string> Bad { get; set; } = [];

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback<string> OnChoose { get; set; }

    private IReadOnlyList<string> Chosen => OptionText.Split(Value);
}
