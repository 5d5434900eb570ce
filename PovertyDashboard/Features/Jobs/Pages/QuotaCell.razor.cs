using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>How many of a post's places are taken (在岗/名额); more than there are stands in red.</summary>
public sealed partial class QuotaCell(IDbContextFactory<AppDbContext> contexts) : ComponentBase
{
    private int people;

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Post Post => (Post)Row;

    protected override async Task OnParametersSetAsync()
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        people = await db.Set<Holder>().CountAsync(h => h.PostId == Row.Id && h.IsOnPost);
    }
}
