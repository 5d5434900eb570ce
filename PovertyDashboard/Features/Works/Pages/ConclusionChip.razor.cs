using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Features.Works.Audits;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The conclusion of a home's last audit with its colour and icon (结论标签).</summary>
public sealed partial class ConclusionChip : ComponentBase
{
    /// <summary>The last audit, or none.</summary>
    [Parameter, EditorRequired]
    public HomeAudit? Audit { get; set; }

    /// <summary>Whether lines wait for a conclusion.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    private string Word => Audit is { Conclusion.Length: > 0 } && (!IsOpen || Audit.Conclusion == AuditConclusion.Papers) ? Audit.Conclusion : IsOpen ? "待定案" : "";

    private string Tone => Word switch { AuditConclusion.True => "closed", AuditConclusion.Partly => "verify", AuditConclusion.Untrue => "overdue", AuditConclusion.Papers => "rectify", _ => "outlined" };

    private string? Glyph => Word switch
    {
        AuditConclusion.True => Icons.Material.Outlined.CheckCircle,
        AuditConclusion.Partly => Icons.Material.Outlined.RemoveCircleOutline,
        AuditConclusion.Untrue => Icons.Material.Outlined.HighlightOff,
        AuditConclusion.Papers => Icons.Material.Outlined.Description,
        _ => null,
    };
}
