using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The inspector's page of one household (入户检查): made for one thumb, each tap is stored at once.</summary>
public sealed partial class HouseholdCheckPage(
    CheckSheets sheets, CheckService service, CurrentUser user, RegionDirectory regions, Clock clock, IJSRuntime js) : IAsyncDisposable
{
    private HouseholdSheets? page;
    private List<CheckSession> sessions = [];
    private CheckSession? session;
    private ItemState? current;
    private IReadOnlyList<Fault> faults = [];
    private bool isMissing;
    private IJSObjectReference? module;

    [Parameter]
    public long CampaignId { get; set; }

    [Parameter]
    public long HouseholdId { get; set; }

    private DateOnly Today => clock.Today;

    private int Unsent => sessions.Sum(s => s.Unsent);

    private int Faulty => sessions.Sum(s => s.Items.Count(i => i.State == SendState.Waiting && i.Fault.Length > 0));

    private bool MayTick => user.Identity.May(Act.Tick);

    /// <summary>A check may be started within the campaign's days only; one that exists may be corrected later too.</summary>
    private bool CanTick => MayTick && page is not null && (session?.CheckId is not null || page.Campaign.Covers(Today));

    private bool CanStartAgain => MayTick && page?.Campaign.Covers(Today) == true && session?.Check is { } check && check.CheckedOn < Today;

    /// <summary>Finished, or brought in complete from a sheet or an earlier day: the next household is what is wanted.</summary>
    private bool IsDone => session is not null
        && (session.FinishedOn is not null || (session.Check is { } check && check.CheckedOn < Today && session.Answered == session.Items.Count && session.Unsent == 0));

    private string VillageName => page is null ? "" : regions.Tree.NameOf(page.Household.Region);

    private string ListHref => page is null ? "/checklists" : $"/checklists/{CampaignId}?village={page.Household.Region}";

    private string? Notice => page switch
    {
        null => null,
        _ when !MayTick => "您的账号只能查看，不能检查。",
        _ when !CanTick => $"活动的检查期是 {page.Campaign.StartsOn:yyyy-MM-dd} 至 {page.Campaign.EndsOn:yyyy-MM-dd}，今天（{Today:yyyy-MM-dd}）不能新开检查。",
        _ => null,
    };

    public async ValueTask DisposeAsync()
    {
        if (module is null) return;
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; so has its module.
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (page is not null && page.Household.Id == HouseholdId && page.Campaign.Id == CampaignId) return;
        (page, session, current, faults) = (null, null, null, []);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var chosen = session?.Template.Family;
        page = await sheets.ReadAsync(CampaignId, HouseholdId, CancellationToken.None);
        isMissing = page is null || page.Sheets.Count == 0;
        sessions = page is null ? [] : [.. page.Sheets.Select(s => new CheckSession(service, CampaignId, HouseholdId, s))];
        session = sessions.Find(s => s.Template.Family == chosen) ?? sessions.FirstOrDefault();
    }

    private void Choose(CheckSession one) => (session, current, faults) = (one, null, []);

    private void StartAgain()
    {
        session?.StartAgain();
        (current, faults) = (null, []);
    }

    private async Task RetryAsync()
    {
        foreach (var one in sessions) await one.SendAllAsync(CancellationToken.None);
    }

    private async Task FinishAsync()
    {
        if (session is null) return;
        await session.SendAllAsync(CancellationToken.None);
        var outcome = await session.FinishAsync(Today, CancellationToken.None);
        faults = outcome.Faults;
        if (session.Items.FirstOrDefault(i => faults.Any(f => f.Column == i.Item.Name)) is not { } first) return;
        first.IsOpen = true;
        await GoAsync(first);
    }

    private async Task GoAsync(ItemState item)
    {
        current = item;
        session?.Focus(item);
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "./Features/Checklists/Pages/HouseholdCheckPage.razor.js");
        await module.InvokeVoidAsync("show", CheckItemCard.IdOf(item));
    }

    private string HrefOf(long household) => $"/checklists/{CampaignId}/households/{household}";
}
