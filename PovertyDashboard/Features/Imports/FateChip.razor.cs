using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Imports;

/// <summary>The fate of a row (行结果) as a chip: its word, with icon and colour.</summary>
public sealed partial class FateChip : ComponentBase
{
    [Parameter, EditorRequired]
    public RowFate Fate { get; set; }

    private string Look => Fate switch { RowFate.Added => "closed", RowFate.Updated => "verify", RowFate.Refused => "overdue", _ => "assign" };

    private string Sign => Fate switch
    {
        RowFate.Added => Icons.Material.Outlined.AddCircleOutline,
        RowFate.Updated => Icons.Material.Outlined.Edit,
        RowFate.Refused => Icons.Material.Outlined.Block,
        _ => Icons.Material.Outlined.DragHandle,
    };
}
