using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Calendar;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>A month of meetings, tasks, visits and notices of a place (工作日历); on a phone a list of the days with something; live.</summary>
public sealed partial class CalendarPage : ComponentBase, IDisposable
{
    /// <summary>Entries of a day before they fold.</summary>
    private const int MostOfDay = 3;

    private static readonly string[] WeekNames = ["一", "二", "三", "四", "五", "六", "日"];

    private readonly CalendarReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private ILookup<DateOnly, CalendarEntry>? entries;
    private DateOnly first;
    private long region;
    private bool isMissing;

    public CalendarPage(CalendarReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.user, this.clock) = (reader, regions, user, clock);
        live = new LiveReload(feed, [MeetingLedgers.MeetingsKey, MeetingLedgers.TasksKey, VisitLedger.Key, PostingLedger.Key], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    /// <summary>The month as 2020-08.</summary>
    [SupplyParameterFromQuery(Name = "month")]
    private string? AskedMonth { get; set; }

    private string MonthWords => string.Create(CultureInfo.InvariantCulture, $"{first.Year} 年 {first.Month} 月");

    private int Blanks => (int)(first.DayOfWeek + 6) % 7;

    private IEnumerable<DateOnly> Days => Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays);

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? PagePlace.HomeOf(user.Identity.Scope, regions.Tree);
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        first = DateOnly.TryParseExact(AskedMonth + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is >= 2000 and <= 2100
            ? asked : new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        entries = null;
        return isMissing ? Task.CompletedTask : ReadAsync();
    }

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            entries = await reader.ReadAsync(region, first, clock.Today, live.Left);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private string DayClass(DateOnly day, int count) => $"{(day == clock.Today ? "today" : "")} {(count == 0 ? "empty" : "")}".Trim();

    private static string EntryClass(CalendarEntry entry) =>
        entry.IsLate ? "entry late" : entry.IsDone ? "entry done" : $"entry {entry.Kind switch { CalendarKind.Meeting => "meeting", CalendarKind.Task => "task", CalendarKind.Visits => "visits", _ => "board" }}";

    private static string Word(CalendarEntry entry) => entry.IsLate ? "逾期 " : entry.IsDone ? "已完成 " : "";

    private static string IconOf(CalendarEntry entry) => entry.Kind switch
    {
        CalendarKind.Meeting => Icons.Material.Outlined.Groups2,
        CalendarKind.Task when entry.IsDone => Icons.Material.Outlined.CheckCircle,
        CalendarKind.Task when entry.IsLate => Icons.Material.Outlined.Schedule,
        CalendarKind.Task => Icons.Material.Outlined.TaskAlt,
        CalendarKind.Visits => Icons.Material.Outlined.DirectionsWalk,
        _ => Icons.Material.Outlined.Campaign,
    };
}
