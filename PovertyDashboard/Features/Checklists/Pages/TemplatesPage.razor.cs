using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The checklists with their versions (检查表); an edit is saved as the next version.</summary>
public sealed partial class TemplatesPage(TemplateService service, RegionDirectory regions, CurrentUser user) : ComponentBase
{
    private IReadOnlyList<ChecklistTemplate>? versions;
    private ChecklistTemplate? version;
    private TemplateDraft? draft;
    private string message = "";

    private string ScopeText => versions is null ? "" : $"{versions.Select(v => v.Family).Distinct().Count()} 张，{versions.Count} 个版本";

    /// <summary>Where a new checklist holds first: a place that is the user's own as a whole.</summary>
    private long OwnPlace => user.Identity.Scope.Roots.Append(regions.Tree.Nodes[0].Key).First();

    protected override Task OnInitializedAsync() => ReadAsync(null);

    private static string Shown(string text) => text.Length > 0 ? text : ColumnText.Empty;

    private async Task ReadAsync(long? id)
    {
        versions = await service.ListAsync(CancellationToken.None);
        var family = version?.Family;
        version = versions.FirstOrDefault(v => v.Id == id) ?? versions.FirstOrDefault(v => family is null || v.Family == family);
    }

    private void Show(ChecklistTemplate one) => (version, message) = (one, "");

    private void Pick(ChangeEventArgs change)
    {
        if (long.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && versions?.FirstOrDefault(v => v.Id == id) is { } one) Show(one);
    }

    /// <summary>An edit holds in the version's own place, or in the user's where that place is not his.</summary>
    private void Edit()
    {
        if (version is null) return;
        message = "";
        draft = TemplateDraft.Of(version, user.Identity.Scope.Contains(version.Region) ? version.Region : OwnPlace);
    }

    private void AddFamily()
    {
        message = "";
        draft = new TemplateDraft { Region = OwnPlace, Source = "自查" };
        draft.Items.Add(new ItemDraft());
    }

    private void Cancel() => draft = null;

    private async Task SavedAsync(ChecklistTemplate saved)
    {
        draft = null;
        message = $"已保存“{saved.Title}”。新的检查用这一版，以前的检查保留原来的版本。";
        await ReadAsync(saved.Id);
    }
}
