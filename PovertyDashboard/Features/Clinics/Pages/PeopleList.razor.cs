using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The persons of a clinic (登记名单), the last registered first; values for health roles only.</summary>
public sealed partial class PeopleList : ComponentBase
{
    /// <summary>On a phone the last ones are enough at first.</summary>
    private const int AtFirst = 10;

    private string part = "";
    private bool all;

    [Parameter, EditorRequired]
    public ClinicSheet Sheet { get; set; } = default!;

    [Parameter]
    public bool MayRead { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    private IReadOnlyList<ClinicPerson> Shown => [.. Sheet.People.Where(p => p.Name.Contains(part.Trim(), StringComparison.Ordinal))];

    private static string Or(string text) => text.Length == 0 ? ColumnText.Empty : text;
}
