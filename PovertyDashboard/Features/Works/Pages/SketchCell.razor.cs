using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The sketch of a work in the list (草图单元格); asked for only where one was drawn.</summary>
public sealed partial class SketchCell(SketchDesk desk) : ComponentBase
{
    private Sketch? sketch;

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    protected override async Task OnParametersSetAsync() =>
        sketch = ((Work)Row).HasSketch ? (await desk.ReadAsync(Row.Id, CancellationToken.None))?.Sketch : null;
}
