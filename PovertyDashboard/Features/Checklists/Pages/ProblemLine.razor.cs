using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The problem that a failure has opened, with its deadline (转整改台账).</summary>
public sealed partial class ProblemLine : ComponentBase
{
    private bool isEditing;

    [Parameter, EditorRequired]
    public ItemState Item { get; set; } = default!;

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }

    [Parameter]
    public EventCallback<DateOnly> DueChanged { get; set; }

    private string DueText => Item.Stored.ProblemDueOn is { } due ? due.ToString(due.Year == Today.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture) : "未定";

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private async Task ChangeAsync(ChangeEventArgs change)
    {
        if (!DateOnly.TryParseExact(change.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < Today) return;
        isEditing = false;
        await DueChanged.InvokeAsync(day);
    }
}
