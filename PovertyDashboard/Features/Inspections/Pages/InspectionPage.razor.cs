using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>One inspection (督查工作单): its plan, the draw with its proof, the drawn households and what was found; live.</summary>
public sealed partial class InspectionPage : ComponentBase, IDisposable
{
    private readonly PlanReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private PlanSheet? sheet;
    private bool isMissing;
    private string asOf = "";

    public InspectionPage(PlanReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.user, this.clock) = (reader, regions, user, clock);
        live = new LiveReload(feed, PlanReader.Ledgers, () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long Id { get; set; }

    private bool MayPlan => InspectionLedger.Ledger.MayEdit(user.Identity) && user.Identity.Scope.Contains(sheet!.Plan.Region);

    private bool MayFind => FindingLedger.Ledger.MayEdit(user.Identity);

    private LedgerQuery OfPlan => new() { Region = sheet!.Plan.Region };

    private string Scope => $"{regions.Tree.NameOf(sheet!.Plan.Region)} · {sheet.Plan.Kind} · {InspectionsPage.PeriodOf(sheet.Plan)} · {InspectionRules.Progress(sheet.Plan, clock.Today)}";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => reader.MayRead && sheet?.Plan.Id != Id ? ReadAsync() : Task.CompletedTask;

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            sheet = await reader.ReadAsync(Id, live.Left);
            isMissing = sheet is null;
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
