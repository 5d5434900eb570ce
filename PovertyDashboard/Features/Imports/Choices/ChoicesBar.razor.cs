using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>Says that choices on the page wait to be checked (重新核对), and takes them on or drops them.</summary>
public sealed partial class ChoicesBar : ComponentBase
{
    private bool remembers = true;

    [Parameter, EditorRequired]
    public ChoicesDraft Draft { get; set; } = default!;

    /// <summary>The choices are to be checked; true where the office's next files are to be read like this too.</summary>
    [Parameter]
    public EventCallback<bool> OnChoose { get; set; }

    [Parameter]
    public EventCallback OnDrop { get; set; }

    private string Words => Draft.Answered > 0 ? $"已回答 {Draft.Answered} 行，按新的选择重新核对后生效。" : "列的读法有改动，重新核对后生效。";
}
