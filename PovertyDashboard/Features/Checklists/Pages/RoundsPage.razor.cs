using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The rounds of the supervision group (督导): plan, progress by village, and what was not visited yet; live.</summary>
public sealed partial class RoundsPage : ComponentBase, IDisposable
{
    private readonly RoundService service;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly IDialogService dialogs;
    private readonly LiveReload live;
    private IReadOnlyList<(string Title, DateOnly StartsOn, DateOnly EndsOn)>? rounds;
    private (string Title, DateOnly StartsOn, DateOnly EndsOn) shown;
    private IReadOnlyList<RoundVillage> villages = [];
    private long region;
    private bool isPlanning;
    private string fault = "";

    public RoundsPage(RoundService service, RegionDirectory regions, CurrentUser user, Clock clock, IDialogService dialogs, LiveFeed feed)
    {
        (this.service, this.regions, this.user, this.clock, this.dialogs) = (service, regions, user, clock, dialogs);
        live = new LiveReload(feed, ["rounds", "checks", "households"], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    /// <summary>Title of the shown round; with <see cref="From"/> it names one, else the newest is shown.</summary>
    [SupplyParameterFromQuery(Name = "round")]
    private string? Round { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    private bool MayPlan => user.Identity.May(Act.Write);

    private bool MayVisit => user.Identity.May(Act.Tick);

    private string ScopeText => $"{regions.Tree.NameOf(region)} · {clock.Today:yyyy-MM-dd}";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? user.Identity.Scope.HomeIn(regions.Tree) ?? 0;
        return ReadAsync();
    }

    private static string Short(DateOnly? day) => day is { } d ? d.ToString("MM-dd", CultureInfo.InvariantCulture) : "未定";

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            var found = await service.RoundsAsync(region, live.Left);
            var chosen = found.FirstOrDefault(r => r.Title == Round && $"{r.StartsOn:yyyy-MM-dd}" == From);
            shown = chosen.Title is null && found.Count > 0 ? found[0] : chosen;
            villages = found.Count == 0 ? [] : await service.VillagesAsync(region, shown.Title, shown.StartsOn, live.Left);
            rounds = found;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private Task PlannedAsync()
    {
        isPlanning = false;
        return ReadAsync();
    }

    private async Task VisitAsync(Round round)
    {
        var dialog = await dialogs.ShowAsync<VisitDialog>(null, new DialogParameters<VisitDialog> { { d => d.Place, regions.Tree.NameOf(round.Region) } });
        if (await dialog.Result is not { Canceled: false, Data: string findings }) return;
        fault = await service.VisitAsync(round.Id, round.Version, findings, CancellationToken.None) ?? "";
        await ReadAsync();
    }

    private string RoundHref(string title, DateOnly from) => $"/checklists/rounds?region={region}&round={Uri.EscapeDataString(title)}&from={from:yyyy-MM-dd}";
}
