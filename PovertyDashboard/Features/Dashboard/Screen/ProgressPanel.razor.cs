using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>Checking progress of the places below (检查进度), lowest first, orange below the rule.</summary>
public sealed partial class ProgressPanel : ComponentBase
{
    [Parameter, EditorRequired]
    public ChartFigures Chart { get; set; } = ChartFigures.None;

    [Parameter]
    public string Note { get; set; } = "";

    private static string Width(ChartRow row) => (row.Total == 0 ? 0 : 100d * row.Marks[0].Count / row.Total).ToString("0.#", CultureInfo.InvariantCulture);
}
