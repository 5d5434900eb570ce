using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>One training with its sign-in sheet by class of attendee (培训签到), to tick and to print; live.</summary>
public sealed partial class TrainingPage : ComponentBase, IDisposable
{
    private readonly TrainingService service;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private TrainingSheet? sheet;
    private bool isMissing;
    private string fault = "";

    public TrainingPage(TrainingService service, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.service, this.regions, this.user, this.clock) = (service, regions, user, clock);
        live = new LiveReload(feed, ["trainings", "sign-ins"], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long TrainingId { get; set; }

    private bool MayWrite => user.Identity.May(Act.Write);

    private string ScopeText => $"{regions.Tree.NameOf(sheet!.Training.Region)} · {sheet.Training.HeldOn:yyyy-MM-dd} · {sheet.Training.Venue}";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string Given(string text) => text.Length == 0 ? ColumnText.Empty : text;

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            sheet = await service.ReadAsync(TrainingId, live.Left);
            isMissing = sheet is null;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task SignAsync(SignIn person, bool hasSigned)
    {
        fault = await service.SignAsync(person.Id, person.Version, hasSigned, clock.Today, CancellationToken.None) ?? "";
        await ReadAsync();
    }
}
