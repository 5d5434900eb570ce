using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Sketches;

/// <summary>The sketch of a work as it was drawn in the browser (草图): JSON that <see cref="SketchText"/> has written, met through its work alone.</summary>
public sealed class WorkSketch : LedgerRow, IRowPart, IWorksRow
{
    public long WorkId { get; set; }

    public string Shapes { get; set; } = "";
}
