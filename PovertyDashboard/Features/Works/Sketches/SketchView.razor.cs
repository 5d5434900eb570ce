using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Sketches;

/// <summary>Shows a sketch as SVG that is made here from its numbers (草图): in the list, on the page of the work and in print.</summary>
public sealed partial class SketchView : ComponentBase
{
    [Parameter, EditorRequired]
    public Sketch Drawing { get; set; } = default!;

    /// <summary>A thumbnail without legend.</summary>
    [Parameter]
    public bool IsSmall { get; set; }

    private string Length => Drawing.PathLength > 0 ? $"约 {ColumnText.Scaled(Drawing.PathLength, 1)} 米" : "";

    /// <summary>In markup the element of this name is Razor's own; its content is encoded as any text.</summary>
    private static RenderFragment LabelOf(SketchShape shape) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", "sk-label");
        builder.AddAttribute(2, "x", shape.Points[0].X);
        builder.AddAttribute(3, "y", shape.Points[0].Y);
        builder.AddContent(4, shape.Text);
        builder.CloseElement();
    };
}
