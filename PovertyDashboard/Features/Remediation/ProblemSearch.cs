using Microsoft.EntityFrameworkCore;
using MudBlazor;
using PovertyDashboard.Components.Shared.Search;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation;

/// <summary>Problems for the search of the app bar: by number, household or project (查问题); open ones first.</summary>
internal static class ProblemSearch
{
    public static readonly SearchSource Source = new(30, async (query, ct) =>
    {
        var text = query.Text;
        var found = await query.Db.Set<Problem>().AsNoTracking()
            .Where(p => p.Number.Contains(text) || p.HouseholdName.Contains(text))
            .OrderBy(p => p.State == ProblemState.Closed).ThenByDescending(p => p.FoundOn).ThenBy(p => p.Id)
            .Take(query.Most).Select(p => new { p.Id, p.Number, p.HouseholdName, p.Category, p.State, p.Region }).ToListAsync(ct);
        return [.. found.Select(p => new SearchHit(
            $"{p.HouseholdName} {p.Number}".Trim(), $"{query.Tree.NameOf(p.Region)} · {p.Category} · {p.State}", ProblemAddress.Of(p.Id), Icons.Material.Outlined.AssignmentLate))];
    });
}
