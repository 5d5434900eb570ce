using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>One regular meeting (例会) with its record, the sign-in sheet to tick and to print, and its tasks; live.</summary>
public sealed partial class MeetingPage : ComponentBase, IDisposable
{
    private static readonly string[] Presences = [Presence.Present, Presence.OnLeave, Presence.Absent];
    private static readonly IReadOnlyList<Column> Facts = [.. MeetingLedgers.Meetings.Columns.Where(c => c.Place is null && !c.IsKey)];

    private readonly MeetingDesk desk;
    private readonly LedgerRowDialogs dialogs;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private MeetingSheet? sheet;
    private bool isMissing;
    private string fault = "";

    public MeetingPage(MeetingDesk desk, LedgerRowDialogs dialogs, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.desk, this.dialogs, this.regions, this.user, this.clock) = (desk, dialogs, regions, user, clock);
        live = new LiveReload(feed, [MeetingLedgers.MeetingsKey, MeetingLedgers.AttendeesKey, MeetingLedgers.TasksKey], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long Id { get; set; }

    private bool MayWrite => desk.MayTick(sheet!.Meeting);

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private LedgerView ViewOf(Ledger ledger) => new(
        ledger, new LedgerQuery { Region = sheet?.Meeting.Region }, clock.Today, user.Identity, _ => Task.CompletedTask, _ => Task.CompletedTask, _ => Task.CompletedTask, ReadAsync);

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            sheet = await desk.ReadAsync(Id, live.Left);
            isMissing = sheet is null;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task SignAsync(Attendee person, string presence)
    {
        fault = await desk.SignAsync(person, presence, CancellationToken.None) ?? "";
        await ReadAsync();
    }

    private async Task FinishAsync(MeetingTask task, bool isDone)
    {
        fault = await desk.FinishAsync(task, isDone, CancellationToken.None) ?? "";
        await ReadAsync();
    }

    private Task AddPersonAsync() => AddAsync(MeetingLedgers.Attendees, new Attendee { Region = sheet!.Meeting.Region, HeldOn = sheet.Meeting.HeldOn, Meeting = sheet.Meeting.Title });

    private Task AddTaskAsync() => AddAsync(MeetingLedgers.Tasks, new MeetingTask { Region = sheet!.Meeting.Region, HeldOn = sheet.Meeting.HeldOn, Meeting = sheet.Meeting.Title, DueOn = sheet.Meeting.HeldOn.AddDays(7) });

    private async Task AddAsync(Ledger ledger, LedgerRow row)
    {
        if (await dialogs.OpenAsync(row, ViewOf(ledger), presentation: null)) await ReadAsync();
    }
}
