using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>The course of the last 8 to 12 values in 72 × 24 px (走势线); only seen, the change beside it is read.</summary>
public sealed partial class Sparkline : ComponentBase
{
    private const double Left = 2;
    private const double Right = 68;
    private const double Top = 3;
    private const double Bottom = 21;

    [Parameter, EditorRequired]
    public IReadOnlyList<double> Points { get; set; } = [];

    private string Line => string.Join(' ', Points.Select((_, i) => $"{At(i).X},{At(i).Y}"));

    private (string X, string Y) End => At(Points.Count - 1);

    private (string X, string Y) At(int index)
    {
        var (min, max) = (Points.Min(), Points.Max());
        var x = Left + (Right - Left) * index / (Points.Count - 1);
        // A course without change is a line in the middle.
        var y = max > min ? Bottom - (Bottom - Top) * (Points[index] - min) / (max - min) : (Top + Bottom) / 2;
        return (x.ToString("0.#", CultureInfo.InvariantCulture), y.ToString("0.#", CultureInfo.InvariantCulture));
    }
}
