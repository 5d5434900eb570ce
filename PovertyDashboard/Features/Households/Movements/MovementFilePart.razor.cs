using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>Who has come to and gone from the household, with days (变动情况), on the household file.</summary>
public sealed partial class MovementFilePart(IDbContextFactory<AppDbContext> stores) : ComponentBase
{
    private IReadOnlyList<Member> gone = [];
    private string? ended;

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await using var db = await stores.CreateDbContextAsync();
        gone = await db.Set<Member>().AsNoTracking().Where(m => m.HouseholdId == Household && (m.LeftOn != null || m.JoinedOn != null)).OrderByDescending(m => m.LeftOn ?? m.JoinedOn).ThenBy(m => m.Id).ToListAsync();
        var household = await db.Set<Household>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == Household);
        ended = household?.EndedOn is { } day ? $"这一户已于 {day:yyyy-MM-dd} {household.EndReason}，以后的数字不再计入。" : null;
    }
}
