using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>Asks whether a new row is a person who is there already (是不是同一人).</summary>
public sealed partial class PersonQuestion : ComponentBase
{
    [Parameter, EditorRequired]
    public string Sheet { get; set; } = "";

    [Parameter, EditorRequired]
    public RowOutcome Row { get; set; } = default!;

    /// <summary>Id of the stored row, <see cref="ReadingChoices.Different"/>, or null while nothing is said.</summary>
    [Parameter]
    public long? Answer { get; set; }

    [Parameter]
    public EventCallback<long> OnAnswer { get; set; }

    private bool IsStored => Row.Alike.Any(a => a.Id != ReadingChoices.Different);

    private string Group => $"same-{Sheet}-{Row.Row}";
}
