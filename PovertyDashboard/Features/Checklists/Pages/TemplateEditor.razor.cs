using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The form of a checklist version (检查表编辑): items, standards, weights, reasons; saving makes the next version.</summary>
public sealed partial class TemplateEditor(TemplateService service, CodeListDirectory codes, RegionDirectory regions, CurrentUser user) : ComponentBase
{
    private IReadOnlyList<Fault> faults = [];
    private bool isSaving;

    [Parameter, EditorRequired]
    public TemplateDraft Draft { get; set; } = default!;

    [Parameter]
    public EventCallback<ChecklistTemplate> Saved { get; set; }

    [Parameter]
    public EventCallback Cancelled { get; set; }

    /// <summary>Where the user may let a version hold: the draft's place and the roots of his scope.</summary>
    private IEnumerable<long> Places =>
        new[] { Draft.Region }.Concat(user.Identity.Scope.IsEverything ? [regions.Tree.Nodes[0].Key] : user.Identity.Scope.Roots).Distinct();

    private void Move(int at, int by) => (Draft.Items[at], Draft.Items[at + by]) = (Draft.Items[at + by], Draft.Items[at]);

    private async Task SaveAsync()
    {
        isSaving = true;
        var outcome = await service.SaveAsync(Draft, CancellationToken.None);
        isSaving = false;
        faults = outcome.Faults;
        if (outcome.Saved is { } saved) await Saved.InvokeAsync(saved);
    }
}
