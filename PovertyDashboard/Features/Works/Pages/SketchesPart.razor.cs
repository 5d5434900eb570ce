using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The sketches of a household's works on its file (草图).</summary>
public sealed partial class SketchesPart(IDbContextFactory<AppDbContext> contexts) : ComponentBase
{
    private IReadOnlyList<(Work Work, Sketch Sketch)> drawn = [];

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var rows = await (from w in db.Set<Work>().AsNoTracking() join s in db.Set<WorkSketch>() on w.Id equals s.WorkId where w.HouseholdId == Household orderby w.Id select new { Work = w, s.Shapes }).ToListAsync();
        drawn = [.. rows.Select(r => (r.Work, SketchText.Read(r.Shapes).Sketch)).Where(r => r.Sketch is not null).Select(r => (r.Work, r.Sketch!))];
    }
}
