using Microsoft.AspNetCore.Components;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The sketch of a work in the list (草图单元格): as it was drawn, else the picture that was uploaded.</summary>
public sealed partial class SketchCell(SketchDesk desk, AttachmentStore pictures) : ComponentBase
{
    private Sketch? sketch;
    private long? picture;

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        sketch = ((Work)Row).HasSketch ? (await desk.ReadAsync(Row.Id, CancellationToken.None))?.Sketch : null;
        picture = sketch is null && await pictures.ListAsync(WorkPhotos.OwnerOf(Row.Id, WorkPhotos.Sketch), CancellationToken.None) is [var first, ..] ? first.Id : null;
    }
}
