using Microsoft.EntityFrameworkCore;
using MudBlazor;
using PovertyDashboard.Components.Shared.Search;

namespace PovertyDashboard.Features.Households;

/// <summary>Households and people for the search of the app bar: by a part of the name or of the number, or by a whole ID number (查户).</summary>
internal static class HouseholdSearch
{
    public static readonly SearchSource Households = new(10, async (query, ct) =>
    {
        var text = query.Text;
        var found = await query.Db.Set<Household>().AsNoTracking()
            .Where(h => h.HeadName.Contains(text) || h.Number.Contains(text) || (query.IsWholeId && h.HeadId == text))
            .OrderBy(h => h.Region).ThenBy(h => h.Id).Take(query.Most).Select(h => new { h.Id, h.HeadName, h.Region }).ToListAsync(ct);
        return [.. found.Select(h => new SearchHit(h.HeadName, $"{query.Tree.NameOf(h.Region)} · 户主", $"/households/{h.Id}", Icons.Material.Outlined.Groups))];
    });

    public static readonly SearchSource Members = new(20, async (query, ct) =>
    {
        var text = query.Text;
        var found = await query.Db.Set<Member>().AsNoTracking()
            .Where(m => m.Name.Contains(text) || m.Number.Contains(text) || (query.IsWholeId && m.IdNumber == text))
            // The head is found with his household.
            .Where(m => m.Name != m.Household!.HeadName)
            .OrderBy(m => m.Region).ThenBy(m => m.Id).Take(query.Most).Select(m => new { m.HouseholdId, m.Name, m.Region, m.Household!.HeadName }).ToListAsync(ct);
        return [.. found.Select(m => new SearchHit(m.Name, $"{query.Tree.NameOf(m.Region)} · {m.HeadName}家成员", $"/households/{m.HouseholdId}", Icons.Material.Outlined.Person))];
    });
}
