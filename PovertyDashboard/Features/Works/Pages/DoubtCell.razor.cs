using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The name of a line with its doubts in the list (名称和疑点).</summary>
public sealed partial class DoubtCell(IDbContextFactory<AppDbContext> contexts, SettingsDirectory settings) : ComponentBase
{
    private IReadOnlyList<string> doubts = [];

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        doubts = [.. (await HomeReader.DoubtsAsync(db, [(WorkLine)Row], settings, View.Today, CancellationToken.None))[Row.Id]];
    }
}
